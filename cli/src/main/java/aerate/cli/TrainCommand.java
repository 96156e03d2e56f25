package aerate.cli;

import aerate.film.FilmSource;
import aerate.film.FilmSources;
import aerate.film.Split;
import aerate.tensor.Device;
import aerate.training.Trainer;
import aerate.training.recipe.Recipe;
import aerate.training.recipe.Recipes;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code aerate train}: a recipe and films become a checkpoint. */
@Command(
        name = "train",
        description = "Trains a network by a recipe. Ctrl-C saves the state; --resume goes on, exactly.")
final class TrainCommand implements Callable<Integer> {
    private static final int INTERRUPTED = 130;

    @Parameters(paramLabel = "RECIPE", description = "A YAML file, such as those in recipes/.")
    private Path recipe;

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "Films: a folder, .npz or .csv.")
    private Path data;

    @Option(names = "--out", required = true, paramLabel = "RUN", description = "Folder of the run.")
    private Path out;

    @Option(names = "--resume", description = "Go on with the run that is in RUN.")
    private boolean resume;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description = "Changes a value of the recipe, e.g. stages.0.epochs=2.")
    private Map<String, String> changes = Map.of();

    @Option(
            names = "--save-every",
            defaultValue = "180",
            paramLabel = "SECONDS",
            description = "How much work a crash may cost (default: ${DEFAULT-VALUE}).")
    private long saveEvery;

    @Option(names = "--until", paramLabel = "EPOCH", description = "Save and stop after this epoch; --resume goes on.")
    private Integer until;

    @Option(
            names = "--observe-test",
            description = "After every epoch also judge the test films, into RUN/observed; nothing is chosen by them.")
    private boolean observeTest;

    @Option(
            names = "--attached",
            hidden = true,
            description = "End when standard input does; go on with a run that is there.")
    private boolean attached;

    @Mixin
    private Machine machine;

    @Override
    public Integer call() throws IOException {
        if (attached) {
            Attachment.begin(out);
        }
        Recipe chosen = Recipes.read(recipe, changes);
        FilmSource source = FilmSources.open(data);
        Device device = machine.device();
        try (TrainingProgress progress = new TrainingProgress()) {
            EpochLimit limit = new EpochLimit(until == null ? Integer.MAX_VALUE : until);
            Trainer plain = new Trainer(chosen, device, Duration.ofSeconds(saveEvery), List.of(progress, limit));
            Trainer trainer = observeTest ? plain.observing(Split.TEST) : plain;
            limit.of(trainer);
            boolean finished = new InterruptibleTraining(trainer).run(() -> train(trainer, source));
            if (finished) {
                System.out.println(out.resolve("checkpoint"));
            }
            return finished ? 0 : INTERRUPTED;
        }
    }

    private void train(Trainer trainer, FilmSource source) throws IOException {
        if (resume || (attached && Trainer.isUnderWay(out))) {
            trainer.resume(source, out);
        } else {
            trainer.train(source, out);
        }
    }
}
