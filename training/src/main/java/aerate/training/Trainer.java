package aerate.training;

import aerate.film.FilmSource;
import aerate.film.LabelledFilm;
import aerate.film.Split;
import aerate.network.Architecture;
import aerate.tensor.Device;
import aerate.tensor.Generator;
import aerate.tensor.Libtorch;
import aerate.tensor.Optimizer;
import aerate.tensor.layer.ParameterTree;
import aerate.training.recipe.PrecisionChoice;
import aerate.training.recipe.Recipe;
import aerate.training.recipe.Task;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
    private volatile boolean stopping;

    /**
     * Of a recipe.
     *
     * @param saveEvery how much work a crash may cost
     */
    public Trainer(Recipe recipe, Device device, Duration saveEvery, List<TrainingListener> listeners) {
        this.recipe = recipe;
        this.device = device;
        this.saveEvery = saveEvery;
        this.listeners = List.copyOf(listeners);
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
     * @throws IOException if films cannot be read or results not be written
     */
    public Path train(FilmSource source, Path folder) throws IOException {
        return run(source, RunFolder.create(folder, recipe), false);
    }

    /** Goes on with a run that was interrupted; otherwise as {@link #train}. */
    public Path resume(FilmSource source, Path folder) throws IOException {
        return run(source, RunFolder.reopen(folder, recipe), true);
    }

    private Path run(FilmSource source, RunFolder folder, boolean resume) throws IOException {
        Map<Split, List<LabelledFilm>> parts = recipe.split().split(source);
        Objective objective = objective(parts.get(Split.TRAIN));
        parts.replaceAll((part, films) -> objective.serving(films));
        requireFilms(parts, Split.TRAIN);
        requireFilms(parts, Split.VALIDATION);

        Map<String, ParameterTree> networks = new LinkedHashMap<>();
        networks.put("network", fresh());
        recipe.ema().ifPresent(decay -> networks.put("average", fresh()));
        ParameterTree network = networks.get("network");
        try (Optimizer optimizer =
                recipe.optimizer().over(List.copyOf(network.parameters().values()))) {
            Progress progress = resume ? folder.load(networks, optimizer) : Progress.START;
            TrainingData data = new TrainingData(source, parts);
            new TrainingLoop(
                            recipe,
                            objective,
                            data,
                            inputs(),
                            networks,
                            optimizer,
                            folder,
                            saveEvery,
                            listeners,
                            () -> stopping)
                    .run(progress);
        } finally {
            networks.values().forEach(ParameterTree::close);
        }
        return folder.checkpoint();
    }

    /** The network as it is before the first step: the same however often it is made. */
    private ParameterTree fresh() {
        ParameterTree network = recipe.network().build();
        try (Generator random = Generator.seeded(Seeds.of(recipe.seed()))) {
            network.initialise(random);
        }
        network.to(device);
        if (recipe.network().channelsLast()) {
            network.channelsLast();
        }
        return network;
    }

    private Objective objective(List<LabelledFilm> training) {
        if (recipe.task() instanceof Task.Diagnosis diagnosis) {
            return new DiagnosisObjective(diagnosis, training);
        }
        return new DenoisingObjective((Task.Denoising) recipe.task());
    }

    private Inputs inputs() {
        boolean bfloat16 = recipe.precision() == PrecisionChoice.BFLOAT16
                || (recipe.precision() == PrecisionChoice.AUTO && Libtorch.prefersBfloat16(device));
        Architecture network = recipe.network();
        return new Inputs(recipe.input(), network.channels(), device, network.channelsLast(), bfloat16);
    }

    private static void requireFilms(Map<Split, List<LabelledFilm>> parts, Split part) {
        if (parts.get(part).isEmpty()) {
            throw new IllegalArgumentException("the split must leave films for " + part + ", left none: more patients"
                    + " or larger shares are needed");
        }
    }
}
