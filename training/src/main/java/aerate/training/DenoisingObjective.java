package aerate.training;

import aerate.diffusion.ForwardProcess;
import aerate.diffusion.NoiseKind;
import aerate.diffusion.Parameterization;
import aerate.film.Label;
import aerate.network.Familiarity;
import aerate.network.Manifest;
import aerate.network.UNet;
import aerate.tensor.Functions;
import aerate.tensor.Generator;
import aerate.tensor.Gradients;
import aerate.tensor.Precision;
import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import aerate.tensor.layer.ParameterTree;
import aerate.training.metrics.Prediction;
import aerate.training.recipe.Task;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Predicting the noise in films, or what it follows from: DDPM (Ho et al. 2020, Algorithm 1). */
final class DenoisingObjective implements Objective {
    private static final long VALIDATION_SEED = 0; // the same levels and noise at every epoch, so that losses compare

    private final Task.Denoising task;
    private final ForwardProcess forward;
    private final Parameterization parameterization;
    private final NoiseKind kind;

    DenoisingObjective(Task.Denoising task) {
        this.task = task;
        this.forward = new ForwardProcess(task.noiseSchedule());
        this.parameterization = task.prediction().orElse(Parameterization.NOISE);
        this.kind = task.noise().orElse(NoiseKind.GAUSSIAN);
    }

    @Override
    public Tensor loss(ParameterTree network, Tensor films, Tensor labels, Generator random) {
        Tensor levels = random.integers(1, task.steps() + 1L, films.size(0));
        Tensor noise = kind.draw(random, films.shape()).to(films.device());
        Tensor noisy = forward.noised(films, levels, noise);
        Tensor told = task.untold().map(share -> told(labels, share, random)).orElse(null);
        Tensor at = levels.to(films.device());
        Tensor predicted =
                told == null ? ((UNet) network).forward(noisy, at) : ((UNet) network).forward(noisy, at, told);
        Tensor target = parameterization.target(forward, films, levels, noise);
        if (task.minSnr().isEmpty()) {
            return Functions.meanSquaredError(predicted, target);
        }
        Tensor errors = predicted.minus(target).square().mean(1, 2, 3); // N
        return errors.times(weights(levels, task.minSnr().get()).to(films.device()))
                .mean();
    }

    /** The labels, a share of them exchanged for "told nothing". */
    private static Tensor told(Tensor labels, double untold, Generator random) {
        long[] classes = labels.longs();
        float[] drawn = random.uniform(classes.length).floats();
        for (int i = 0; i < classes.length; i++) {
            classes[i] = drawn[i] < untold ? Label.values().length : classes[i];
        }
        return Tensors.of(classes, classes.length);
    }

    private Tensor weights(Tensor levels, double gamma) {
        long[] each = levels.longs();
        float[] weights = new float[each.length];
        for (int i = 0; i < weights.length; i++) {
            double ratio = forward.schedule().signalToNoise(Math.toIntExact(each[i]));
            weights[i] = (float) parameterization.weight(ratio, gamma);
        }
        return Tensors.of(weights, weights.length);
    }

    @Override
    public List<String> classes() {
        return List.of();
    }

    @Override
    public Optional<Manifest.Noise> noise() {
        return Optional.of(new Manifest.Noise(
                task.schedule(),
                task.steps(),
                task.zeroTerminal(),
                task.prediction().map(Parameterization::name),
                task.noise().map(NoiseKind::name)));
    }

    @Override
    public Score validate(ParameterTree network, FilmCache films, Inputs inputs) {
        double sum = 0;
        try (Generator random = Generator.seeded(VALIDATION_SEED)) {
            for (int[] indices : films.batches()) {
                try (Scope scope = Scope.open();
                        Gradients off = Gradients.off();
                        Precision precision = inputs.precision()) {
                    Tensor batch = inputs.of(films.values(indices));
                    sum += loss(network, batch, films.labels(indices), random).item() * indices.length;
                }
            }
        }
        double loss = Objective.requireFinite(sum / films.count(), "on the validation films");
        return new Score(-loss, Map.of("loss", loss), Optional.empty(), Optional.empty());
    }

    @Override
    public List<Prediction> predict(ParameterTree network, FilmCache films, Inputs inputs, Score judged) {
        return List.of();
    }

    @Override
    public Optional<Familiarity> familiarity(
            ParameterTree network, FilmCache training, FilmCache validation, Inputs inputs) {
        return Optional.empty();
    }
}
