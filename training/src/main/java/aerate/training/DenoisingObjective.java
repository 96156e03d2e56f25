package aerate.training;

import aerate.diffusion.ForwardProcess;
import aerate.network.Familiarity;
import aerate.network.Manifest;
import aerate.network.UNet;
import aerate.tensor.Functions;
import aerate.tensor.Generator;
import aerate.tensor.Gradients;
import aerate.tensor.Precision;
import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import aerate.tensor.layer.ParameterTree;
import aerate.training.metrics.Prediction;
import aerate.training.recipe.Task;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Predicting the noise in films of healthy patients: DDPM (Ho et al. 2020, Algorithm 1) on normal films only. */
final class DenoisingObjective implements Objective {
    private static final long VALIDATION_SEED = 0; // the same levels and noise at every epoch, so that losses compare

    private final Task.Denoising task;
    private final ForwardProcess forward;

    DenoisingObjective(Task.Denoising task) {
        this.task = task;
        this.forward = new ForwardProcess(task.noiseSchedule());
    }

    @Override
    public Tensor loss(ParameterTree network, Tensor films, Tensor labels, Generator random) {
        Tensor levels = random.integers(1, task.steps() + 1L, films.size(0));
        Tensor noise = random.normal(films.shape()).to(films.device());
        Tensor noisy = forward.noised(films, levels, noise);
        Tensor predicted = ((UNet) network).forward(noisy, levels.to(films.device()));
        return Functions.meanSquaredError(predicted, noise);
    }

    @Override
    public List<String> classes() {
        return List.of();
    }

    @Override
    public Optional<Manifest.Noise> noise() {
        return Optional.of(new Manifest.Noise(task.schedule(), task.steps()));
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
