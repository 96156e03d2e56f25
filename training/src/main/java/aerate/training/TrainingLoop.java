package aerate.training;

import aerate.film.Split;
import aerate.network.Checkpoint;
import aerate.network.Familiarity;
import aerate.network.Manifest;
import aerate.tensor.Generator;
import aerate.tensor.Libtorch;
import aerate.tensor.Precision;
import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import aerate.training.metrics.Prediction;
import aerate.training.recipe.Stage;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The one training loop: stages of epochs of steps. */
final class TrainingLoop {
    private static final double NANO = 1e-9;

    private final Run run;
    private final Learner learner;
    private final Duration saveEvery;
    private final List<TrainingListener> listeners;
    private final BooleanSupplier stopping;
    private Progress progress = Progress.START;
    private MetricsLog log;
    private long started;
    private long saved;

    /**
     * Of a run.
     *
     * @param stopping whether to save and end after the present step
     */
    TrainingLoop(
            Run run, Learner learner, Duration saveEvery, List<TrainingListener> listeners, BooleanSupplier stopping) {
        this.run = run;
        this.learner = learner;
        this.saveEvery = saveEvery;
        this.listeners = listeners;
        this.stopping = stopping;
    }

    /** Goes on from where the run stands, to its end or until it is asked to stop. */
    void run(Progress from) throws IOException {
        progress = from;
        log = new MetricsLog(run.folder().log(), from.logBytes());
        started = System.nanoTime() - (long) (from.seconds() / NANO);
        saved = System.nanoTime();
        int first = 0;
        for (Stage stage : run.recipe().stages()) {
            int end = first + stage.epochs();
            if (progress.epoch() == first && progress.stepInEpoch() == 0) {
                progress = progress.stageStarting();
            }
            if (goesOn(end)) {
                runStage(stage, end);
            }
            first = end;
        }
        if (!progress.equals(from)) {
            save();
        }
    }

    /** Whether the stage that ends before the epoch {@code end} has work left. */
    private boolean goesOn(int end) {
        return progress.epoch() < end && !stopping.getAsBoolean() && !(end == run.epochs() && outOfPatience());
    }

    private boolean outOfPatience() {
        return run.recipe()
                .patience()
                .filter(patience -> progress.epochsSinceBest() >= patience)
                .isPresent();
    }

    private void runStage(Stage stage, int end) throws IOException {
        int films = run.data().count(Split.TRAIN) + run.data().count(Split.VALIDATION);
        listeners.forEach(listener -> listener.stageStarting(stage.size(), films));
        StageFilms decoded = StageFilms.of(run, stage);
        try (Showing showing = Showing.of(run, decoded.training())) {
            while (goesOn(end)) {
                long epochStarted = System.nanoTime();
                double stepSeconds = epoch(decoded.training(), showing.epoch(progress.epoch()));
                if (!stopping.getAsBoolean()) {
                    validate(stage, decoded, epochStarted, stepSeconds);
                }
            }
        }
    }

    /** The steps that the present epoch has left; returns the seconds within them. */
    private double epoch(FilmCache films, Showing.Epoch shown) throws IOException {
        learner.network().training(true);
        int batch = run.batch();
        int[] order = Seeds.permutation(films.count(), Seeds.of(run.recipe().seed(), 1, progress.epoch()));
        double stepSeconds = 0;
        while (progress.stepInEpoch() < run.stepsPerEpoch() && !stopping.getAsBoolean()) {
            int from = progress.stepInEpoch() * batch;
            var report = step(films, shown, Arrays.copyOfRange(order, from, from + batch));
            progress = progress.stepDone(report.loss());
            stepSeconds += report.seconds();
            listeners.forEach(listener -> listener.stepDone(report));
            saveIfDue();
        }
        return stepSeconds;
    }

    private TrainingListener.StepReport step(FilmCache films, Showing.Epoch shown, int... indices) {
        long step = progress.step() + 1;
        long seed = Seeds.of(run.recipe().seed(), 2, progress.step());
        try (Scope scope = Scope.open();
                Generator random = Generator.seeded(seed)) {
            Libtorch.seed(seed); // dropout draws from libtorch's own generator
            Tensor input = shown.input(random, indices);
            Tensor labels = films.labels(indices);
            long start = System.nanoTime();
            Tensor loss;
            try (Precision precision = run.inputs().precision()) {
                loss = run.objective().loss(learner.network(), input, labels, random);
            }
            learner.descend(loss, run.learningRate(progress.step()), step);
            double value = Objective.requireFinite(loss.item(), "at step " + step);
            return new TrainingListener.StepReport(
                    step, run.steps(), value, indices.length, (System.nanoTime() - start) * NANO);
        }
    }

    private void validate(Stage stage, StageFilms films, long epochStarted, double stepSeconds) throws IOException {
        learner.judged().training(false);
        Score score = run.objective().validate(learner.judged(), films.validation(), run.inputs());
        boolean best = score.value() > progress.best();
        double loss = progress.lossSum() / run.stepsPerEpoch();
        progress = progress.epochDone(score.value());
        if (films.observed().isPresent()) {
            observe(films.observed().get(), score);
        }
        var report = new TrainingListener.EpochReport(
                progress.epoch(),
                run.epochs(),
                stage.size(),
                progress.step(),
                loss,
                run.learningRate(progress.step() - 1),
                score.figures(),
                best,
                (System.nanoTime() - epochStarted) * NANO,
                stepSeconds);
        if (best) {
            writeCheckpoint(stage, score, films);
        }
        progress = progress.logged(log.append(report));
        listeners.forEach(listener -> listener.epochDone(report));
        saveIfDue();
    }

    private void observe(FilmCache films, Score score) throws IOException {
        double threshold = score.operatingPoint().orElseThrow().threshold();
        List<Prediction> said = run.objective().predict(learner.judged(), films, run.inputs(), score);
        run.folder().write(new Observation(progress.epoch(), threshold, said));
    }

    private void writeCheckpoint(Stage stage, Score score, StageFilms films) throws IOException {
        Manifest manifest = run.manifest(stage, score, timed());
        Optional<Familiarity> familiarity =
                run.objective().familiarity(learner.judged(), films.training(), films.validation(), run.inputs());
        try (Scope scope = Scope.open()) {
            Checkpoint.save(
                    run.folder().checkpoint(),
                    manifest,
                    stored(learner.judged().state()),
                    new Checkpoint.Companions(familiarity, run.autoencoder()),
                    ModelCard.of(manifest, score, run.data()));
        } finally {
            familiarity.ifPresent(Familiarity::close);
        }
        listeners.forEach(listener -> listener.checkpointWritten(run.folder().checkpoint()));
    }

    private Map<String, Tensor> stored(Map<String, Tensor> state) {
        Map<String, Tensor> converted = new LinkedHashMap<>(state);
        run.recipe().stored().ifPresent(type -> converted.replaceAll((name, tensor) -> tensor.to(type)));
        return converted;
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
        run.folder().save(timed(), learner);
        saved = System.nanoTime();
    }
}
