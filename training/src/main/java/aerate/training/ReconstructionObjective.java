package aerate.training;

import aerate.network.AutoEncoder;
import aerate.network.Familiarity;
import aerate.network.Manifest;
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

/**
 * Films through a few numbers and back: the first stage of latent diffusion (Rombach et al. 2022), by mean absolute error,
 * structural similarity and the KL divergence of the latents from the standard normal.
 */
final class ReconstructionObjective implements Objective {
    private final Task.Reconstruction task;

    ReconstructionObjective(Task.Reconstruction task) {
        this.task = task;
    }

    @Override
    public Tensor loss(ParameterTree network, Tensor films, Tensor labels, Generator random) {
        AutoEncoder encoder = (AutoEncoder) network;
        AutoEncoder.Posterior posterior = encoder.encode(films);
        Tensor noise = random.normal(posterior.mean().shape()).to(films.device());
        Tensor drawn =
                posterior.mean().plus(posterior.logVariance().times(0.5).exp().times(noise));
        Tensor restored = brightness(encoder.decode(drawn));
        Tensor original = brightness(films);
        Tensor similarity = StructuralLoss.similarity(original, restored);
        return restored.minus(original)
                .abs()
                .mean()
                .plus(similarity.times(-task.structure()))
                .plus(task.structure())
                .plus(divergence(posterior).times(task.divergence()));
    }

    /** KL(q(z|x) ‖ N(0, I)), mean over latents. */
    private static Tensor divergence(AutoEncoder.Posterior posterior) {
        Tensor logVariance = posterior.logVariance();
        return posterior
                .mean()
                .square()
                .plus(logVariance.exp())
                .minus(logVariance)
                .minus(1)
                .mean()
                .times(0.5);
    }

    private static Tensor brightness(Tensor films) {
        return films.plus(1).times(0.5);
    }

    @Override
    public List<String> classes() {
        return List.of();
    }

    @Override
    public Optional<Manifest.Noise> noise() {
        return Optional.empty();
    }

    @Override
    public Score validate(ParameterTree network, FilmCache films, Inputs inputs) {
        double error = 0;
        double similarity = 0;
        for (int[] indices : films.batches()) {
            try (Scope scope = Scope.open();
                    Gradients off = Gradients.off();
                    Precision precision = inputs.precision()) {
                AutoEncoder encoder = (AutoEncoder) network;
                Tensor batch = inputs.of(films.values(indices));
                Tensor restored = brightness(encoder.films(encoder.latents(batch)));
                Tensor original = brightness(batch);
                error += restored.minus(original).abs().mean().item() * indices.length;
                similarity += StructuralLoss.similarity(original, restored).item() * indices.length;
            }
        }
        double ssim = Objective.requireFinite(similarity / films.count(), "on the validation films");
        return new Score(ssim, Map.of("ssim", ssim, "mae", error / films.count()), Optional.empty(), Optional.empty());
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
