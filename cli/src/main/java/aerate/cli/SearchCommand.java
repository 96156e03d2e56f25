package aerate.cli;

import aerate.film.FilmSources;
import aerate.film.Fingerprint;
import aerate.film.WholeFile;
import aerate.training.search.Best;
import aerate.training.search.Goal;
import aerate.training.search.Outcome;
import aerate.training.search.Plan;
import aerate.training.search.Search;
import aerate.training.search.SearchFolder;
import aerate.training.search.Strategy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code aerate search}: which of many recipes learns best. */
@Command(
        name = "search",
        description = "Trains by the recipes of a grid, each trial in its own process, and compares them on validation"
                + " films. Killed at any moment, it goes on with --resume.")
final class SearchCommand implements Callable<Integer> {
    @Parameters(paramLabel = "GRID", description = "A YAML file, such as recipes/search-reference.yaml.")
    private Path grid;

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "Films: a folder, .npz or .csv.")
    private Path data;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder of the search.")
    private Path out;

    @Option(names = "--workers", defaultValue = "1", paramLabel = "N", description = "Trials at a time.")
    private int workers;

    @Option(names = "--resume", description = "Go on with the search that is in the folder.")
    private boolean resume;

    @Mixin
    private Machine machine;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Plan plan = Plan.read(grid);
        Goal goal = plan.grid().goal();
        Strategy strategy = plan.strategy();
        LocalTrials trials = new LocalTrials(data, machine.words(workers));
        String text = plan.text(Fingerprint.of(FilmSources.open(data)));
        try (SearchFolder folder = SearchFolder.open(out, text, resume);
                SearchProgress progress = new SearchProgress("search", strategy.expected(), goal)) {
            report(plan, new Search(strategy, trials, workers, progress).run(folder));
        }
        return 0;
    }

    private void report(Plan plan, List<Outcome> outcomes) throws IOException {
        Goal goal = plan.grid().goal();
        Optional<Best> best = Best.of(outcomes, goal);
        if (best.isEmpty()) {
            throw new IOException(out.resolve("trials.jsonl") + ": a search must have a trial that learns, all "
                    + outcomes.size() + " failed; the first: "
                    + outcomes.stream().findFirst().flatMap(Outcome::error).orElse("without a reason"));
        }
        WholeFile.write(out.resolve("best.yaml"), plan.best(best.get()).getBytes(StandardCharsets.UTF_8));
        SearchPage.write(out.resolve("search.html"), plan, outcomes, best.get());
        System.out.printf(
                Locale.ROOT,
                "%d trials, %d failed; best: trial %d (%s) after %d epochs, %s %.4f%n%s%n%s%n",
                outcomes.size(),
                outcomes.stream().filter(outcome -> outcome.error().isPresent()).count(),
                best.get().outcome().trial(),
                SearchProgress.settings(best.get().outcome().settings()),
                best.get().reading().epochs(),
                goal.title(),
                best.get().figure(goal),
                out.resolve("best.yaml"),
                out.resolve("search.html"));
    }
}
