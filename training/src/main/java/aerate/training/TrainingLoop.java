package aerate.training;

import aerate.film.Split;
import aerate.network.Checkpoint;
import aerate.network.Manifest;
import aerate.tensor.Generator;
import aerate.tensor.Gradients;
import aerate.tensor.Libtorch;
import aerate.tensor.Optimizer;
import aerate.tensor.Precision;
import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import aerate.tensor.layer.ParameterTree;
import aerate.training.augmentation.Augmentation;
import aerate.training.recipe.Recipe;
import aerate.training.recipe.Stage;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The one training loop: stages of epochs of steps. */
final class TrainingLoop {
    private static final double NANO = 1e-9;

    private final Recipe recipe;
    private final Objective objective;
    private final TrainingData data;
    private final Inputs inputs;
    private final Map<String, ParameterTree> networks;
    private final ParameterTree network;
    private final Optional<MovingAverage> average;
    private final List<Tensor> parameters;
    private final Optimizer optimizer;
    private final RunFolder folder;
    private final Duration saveEvery;
    private final List<TrainingListener> listeners;
    private final BooleanSupplier stopping;
    private final int batch;
    private final int stepsPerEpoch;
    private final int epochs;
    private Progress progress = Progress.START;
    private MetricsLog log;
    private long started;
    private long saved;

    /**
     * Of a run.
     *
     * @param networks the one that is trained as {@code network}, and its moving average, if wanted, as {@code average}
     */
    TrainingLoop(
            Recipe recipe,
            Objective objective,
            TrainingData data,
            Inputs inputs,
            Map<String, ParameterTree> networks,
            Optimizer optimizer,
            RunFolder folder,
            Duration saveEvery,
            List<TrainingListener> listeners,
            BooleanSupplier stopping) {
        this.recipe = recipe;
        this.objective = objective;
        this.data = data;
        this.inputs = inputs;
        this.networks = networks;
        this.network = networks.get("network");
        this.average = recipe.ema().map(decay -> new MovingAverage(networks.get("average"), decay));
        this.parameters = List.copyOf(network.parameters().values());
        this.optimizer = optimizer;
        this.folder = folder;
        this.saveEvery = saveEvery;
        this.listeners = listeners;
        this.stopping = stopping;
        this.batch = Math.min(recipe.batch(), data.count(Split.TRAIN));
        this.stepsPerEpoch = data.count(Split.TRAIN) / batch; // what does not fill a batch waits for another epoch
        this.epochs = recipe.stages().stream().mapToInt(Stage::epochs).sum();
    }

    /** Goes on from where the run stands, to its end or until it is asked to stop. */
    void run(Progress from) throws IOException {
        progress = from;
        log = new MetricsLog(folder.log(), from.logBytes());
        started = System.nanoTime() - (long) (from.seconds() / NANO);
        saved = System.nanoTime();
        int epochsBefore = 0;
        for (Stage stage : recipe.stages()) {
            int end = epochsBefore + stage.epochs();
            if (progress.epoch() < end && !stopping.getAsBoolean()) {
                runStage(stage, epochsBefore, end);
            }
            epochsBefore = end;
        }
        save();
    }

    private void runStage(Stage stage, int first, int end) throws IOException {
        int films = data.count(Split.TRAIN) + data.count(Split.VALIDATION);
        listeners.forEach(listener -> listener.stageStarting(stage.size(), films));
        FilmCache training = data.decode(Split.TRAIN, stage.size());
        FilmCache validation = data.decode(Split.VALIDATION, stage.size());
        if (progress.epoch() == first && progress.stepInEpoch() == 0) {
            progress = progress.stageStarting();
        }
        while (progress.epoch() < end && !stopping.getAsBoolean() && !(end == epochs && outOfPatience())) {
            long epochStarted = System.nanoTime();
            double stepSeconds = epoch(training);
            if (!stopping.getAsBoolean()) {
                validate(stage, validation, epochStarted, stepSeconds);
            }
        }
    }

    /** The steps that the present epoch has left; returns the seconds within them. */
    private double epoch(FilmCache films) throws IOException {
        network.training(true);
        int[] order = Seeds.permutation(films.count(), Seeds.of(recipe.seed(), 1, progress.epoch()));
        double stepSeconds = 0;
        while (progress.stepInEpoch() < stepsPerEpoch && !stopping.getAsBoolean()) {
            int from = progress.stepInEpoch() * batch;
            StepResult result = step(films, Arrays.copyOfRange(order, from, from + batch));
            progress = progress.stepDone(result.loss);
            stepSeconds += result.seconds;
            var report = new TrainingListener.StepReport(
                    progress.step(), (long) epochs * stepsPerEpoch, result.loss, batch, result.seconds);
            listeners.forEach(listener -> listener.stepDone(report));
            saveIfDue();
        }
        return stepSeconds;
    }

    private StepResult step(FilmCache films, int[] indices) {
        long seed = Seeds.of(recipe.seed(), 2, progress.step());
        try (Scope scope = Scope.open();
                Generator random = Generator.seeded(seed)) {
            Libtorch.seed(seed); // dropout draws from libtorch's own generator
            Tensor values = Augmentation.apply(recipe.augmentation(), films.values(indices), random);
            Tensor input = inputs.of(values);
            Tensor labels = films.labels(indices);
            long start = System.nanoTime();
            optimizer.clearGradients();
            Tensor loss;
            try (Precision precision = inputs.precision()) {
                loss = objective.loss(network, input, labels, random);
            }
            loss.backward();
            recipe.clip().ifPresent(maximum -> Gradients.clip(parameters, maximum));
            optimizer.step(learningRate());
            average.ifPresent(moving -> moving.update(network, progress.step() + 1));
            double value = loss.item();
            if (!Double.isFinite(value)) {
                throw new IllegalStateException("the loss must stay finite, was " + value + " at step "
                        + (progress.step() + 1) + ": a lower learning rate or clip may help");
            }
            return new StepResult(value, (System.nanoTime() - start) * NANO);
        }
    }

    private record StepResult(double loss, double seconds) {}

    private double learningRate() {
        return recipe.optimizer().learningRate()
                * recipe.schedule().factor(progress.step(), (long) epochs * stepsPerEpoch);
    }

    private void validate(Stage stage, FilmCache films, long epochStarted, double stepSeconds) throws IOException {
        ParameterTree judged = average.map(MovingAverage::network).orElse(network);
        judged.training(false);
        Score score = objective.validate(judged, films, inputs);
        boolean best = score.value() > progress.best();
        double loss = progress.lossSum() / stepsPerEpoch;
        progress = progress.epochDone(score.value());
        var report = new TrainingListener.EpochReport(
                progress.epoch(),
                epochs,
                stage.size(),
                progress.step(),
                loss,
                learningRate(),
                score.figures(),
                best,
                (System.nanoTime() - epochStarted) * NANO,
                stepSeconds);
        if (best) {
            writeCheckpoint(stage, judged, score);
        }
        progress = progress.logged(log.append(report));
        listeners.forEach(listener -> listener.epochDone(report));
        saveIfDue();
    }

    private void writeCheckpoint(Stage stage, ParameterTree judged, Score score) throws IOException {
        Manifest manifest = new Manifest(
                Manifest.FORMAT,
                recipe.name(),
                recipe.network(),
                recipe.input().withSize(stage.size()),
                objective.classes(),
                score.calibration(),
                score.operatingPoint(),
                objective.noise(),
                Provenance.of(recipe, data, inputs, timed()).toMap());
        Checkpoint.save(folder.checkpoint(), manifest, judged.state(), ModelCard.of(manifest, score, data));
        listeners.forEach(listener -> listener.checkpointWritten(folder.checkpoint()));
    }

    private boolean outOfPatience() {
        return recipe.patience()
                .filter(patience -> progress.epochsSinceBest() >= patience)
                .isPresent();
    }

    private Progress timed() {
        return progress.after((System.nanoTime() - started) * NANO);
    }

    private void saveIfDue() throws IOException {
        if ((System.nanoTime() - saved) >= saveEvery.toNanos()) {
            save();
        }
    }

    private void save() throws IOException {
        folder.save(timed(), networks, optimizer);
        saved = System.nanoTime();
    }
}
