package aerate.training;

import aerate.film.FilmSource;
import aerate.film.Split;
import aerate.tensor.Device;
import aerate.training.recipe.Recipe;
import aerate.training.recipe.Task;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A recipe and films become a checkpoint.
 *
 * <p>What is drawn at a step depends on the recipe's seed and the step alone, and the state is saved whole between two
 * steps, so that a run that was interrupted and resumed ends with the same weights as one that was not.
 */
public final class Trainer {
    private final Recipe recipe;
    private final Device device;
    private final Duration saveEvery;
    private final List<TrainingListener> listeners;
    private final Optional<Split> observed;
    private volatile boolean stopping;

    /**
     * Of a recipe.
     *
     * @param saveEvery how much work a crash may cost
     */
    public Trainer(Recipe recipe, Device device, Duration saveEvery, List<TrainingListener> listeners) {
        this(recipe, device, saveEvery, listeners, Optional.empty());
    }

    private Trainer(
            Recipe recipe,
            Device device,
            Duration saveEvery,
            List<TrainingListener> listeners,
            Optional<Split> observed) {
        this.recipe = recipe;
        this.device = device;
        this.saveEvery = saveEvery;
        this.listeners = List.copyOf(listeners);
        this.observed = observed;
    }

    /**
     * The same, which also writes an {@link Observation} of a part of the films after every epoch. The run is the same to
     * the bit: nothing is learnt from these films and nothing chosen by them.
     *
     * @throws IllegalArgumentException if the task is no diagnosis
     */
    public Trainer observing(Split part) {
        if (!(recipe.task() instanceof Task.Diagnosis)) {
            throw new IllegalArgumentException("only a diagnosis can be observed, the task was " + recipe.task());
        }
        return new Trainer(recipe, device, saveEvery, listeners, Optional.of(part));
    }

    /**
     * Whether a folder has a run to {@link #resume}, finished or not.
     *
     * @throws IOException if what a crash left there cannot be put back in order
     */
    public static boolean isUnderWay(Path folder) throws IOException {
        return RunFolder.isUnderWay(folder);
    }

    /** Asks the run, from any thread, to save its state after the present step and to end. */
    public void stop() {
        stopping = true;
    }

    /**
     * Trains from the start.
     *
     * @param folder of the run; made if need be
     * @return the folder of the best checkpoint; not there yet if the run was asked to {@link #stop} in its first epoch
     * @throws IllegalArgumentException if the recipe or the films do not allow it, or the folder has a run
     * @throws IllegalStateException if the loss does not stay finite
     * @throws IOException if films cannot be read or results not be written
     */
    public Path train(FilmSource source, Path folder) throws IOException {
        TrainingData data = data(source);
        try (Learner learner = new Learner(recipe, device)) { // before the folder: a mistake is to leave no run behind
            return run(data, learner, RunFolder.create(folder, recipe, data.fingerprint()));
        }
    }

    /**
     * Goes on with a run that was interrupted; otherwise as {@link #train}. A run that came to its end is left as it is.
     *
     * @throws IllegalArgumentException also if the folder has no run, or one of another recipe or of other films
     */
    public Path resume(FilmSource source, Path folder) throws IOException {
        TrainingData data = data(source);
        try (Learner learner = new Learner(recipe, device)) {
            return run(data, learner, RunFolder.reopen(folder, recipe, data.fingerprint()));
        }
    }

    private TrainingData data(FilmSource source) throws IOException {
        return TrainingData.of(source, recipe.split(), recipe.task().labels());
    }

    private Path run(TrainingData data, Learner learner, RunFolder folder) throws IOException {
        Objective objective = Objective.of(recipe.task(), data.films(Split.TRAIN));
        try (Inputs inputs = Inputs.on(device, recipe)) {
            Run run = new Run(recipe, objective, data, inputs, folder, observed);
            Progress progress = folder.load(learner);
            new TrainingLoop(run, learner, saveEvery, listeners, () -> stopping).run(progress);
            return folder.checkpoint();
        }
    }
}
