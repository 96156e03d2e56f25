package aerate.cli;

import aerate.film.FilmSource;
import aerate.film.FilmSources;
import aerate.film.Fingerprint;
import aerate.film.LabelledFilm;
import aerate.film.Split;
import aerate.training.ladder.Ladder;
import aerate.training.ladder.Scale;
import aerate.training.ladder.Standing;
import aerate.training.recipe.Recipe;
import aerate.training.recipe.Recipes;
import aerate.training.recipe.Stage;
import aerate.training.search.Goal;
import aerate.training.search.Outcome;
import aerate.training.search.Search;
import aerate.training.search.SearchFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code aerate ladder}: what each step of the reference's ladder buys. */
@Command(
        name = "ladder",
        description = "Trains the recipes/ladder-*.yaml, each of which adds one thing to the one before, with several"
                + " seeds on the same patients, and compares them on the test films.")
final class LadderCommand implements Callable<Integer> {
    private static final List<String> STEPS = List.of("base", "hyperparameters", "algorithm", "augmentation", "ntk");

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "Films: a folder, .npz or .csv.")
    private Path data;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder of the ladder.")
    private Path out;

    @Option(
            names = "--budget",
            defaultValue = "60",
            paramLabel = "MINUTES",
            description = "Sets size, films and epochs, by a stated rule (default: ${DEFAULT-VALUE}). An estimate.")
    private double budget;

    @Option(names = "--seeds", defaultValue = "3", paramLabel = "N", description = "Runs of each step.")
    private int seeds;

    @Option(names = "--workers", defaultValue = "1", paramLabel = "N", description = "Runs at a time.")
    private int workers;

    @Option(names = "--resume", description = "Go on with the ladder that is in the folder.")
    private boolean resume;

    @Mixin
    private Machine machine;

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(machine.words(workers));
        words.add("--observe-test");
        FilmSource source = FilmSources.open(data);
        Ladder ladder = ladder(steps(), source);
        System.err.println(LadderText.scale(ladder));
        try (SearchFolder folder = SearchFolder.open(out, ladder.text(Fingerprint.of(source)), resume);
                SearchProgress progress =
                        new SearchProgress("ladder", ladder.strategy().expected(), Goal.ACCURACY)) {
            Search search = new Search(ladder.strategy(), new LocalTrials(data, words), workers, progress);
            List<Outcome> outcomes = search.run(folder);
            List<Standing> standings = ladder.standings(outcomes, folder::trial);
            if (standings.isEmpty()) {
                throw new IOException(out + ": a ladder must have a run that learns, all failed; the first: "
                        + outcomes.get(0).error().orElse(""));
            }
            LadderPage.write(out, ladder, standings, outcomes);
            System.out.print(LadderText.table(standings));
            System.out.println(LadderText.reading(standings));
            System.out.println(out.resolve("ladder.html"));
        }
        return 0;
    }

    private static List<Recipe> steps() throws IOException {
        Path recipes = Path.of(System.getProperty("aerate.home", ".")).resolve("recipes");
        List<Recipe> steps = new ArrayList<>();
        for (String step : STEPS) {
            steps.add(Recipes.read(recipes.resolve("ladder-" + step + ".yaml"), Map.of()));
        }
        return steps;
    }

    private Ladder ladder(List<Recipe> steps, FilmSource source) throws IOException {
        if (seeds < 1) {
            throw new IllegalArgumentException("--seeds must be at least 1, was " + seeds);
        }
        Map<Split, List<LabelledFilm>> parts = steps.get(0).split().split(source);
        int judged = Stream.of(Split.VALIDATION, Split.TEST)
                .mapToInt(part -> parts.get(part).size())
                .sum();
        int epochs = steps.get(0).stages().stream().mapToInt(Stage::epochs).sum();
        Scale scale =
                Scale.of(budget, steps.size() * seeds, parts.get(Split.TRAIN).size(), judged, epochs);
        return new Ladder(steps, scale, seeds);
    }
}
