package aerate.diffusion;

import aerate.tensor.Tensor;
import aerate.tensor.Tensors;

/**
 * Each pixel with its own length of way (differential diffusion, Levin &amp; Fried 2023): pixel p starts at τ(p) =
 * w(p) λ, and above that is the known film at the level of the step. So every pixel carries the noise that the
 * denoiser expects.
 *
 * <p>A pixel takes part in the step from t exactly if τ(p) ≥ t; else it is set to the known film at the level where the
 * step ends, with one ε per film for the whole way. So a pixel of w = 0 ends as the film's, bit for bit, and w = 1
 * everywhere is {@link PartialDiffusion}.
 */
public record PerPixelDiffusion(Sampler sampler) implements Healing {
    @Override
    public Tensor heal(Denoiser denoiser, Tensor films, Tensor weights, int lambda, Noise noise) {
        Weights.require(weights, films);
        ForwardProcess forward = sampler.forward();
        Tensor epsilon = noise.forward().to(films.device());
        Tensor start = weights.times(lambda); // τ
        return sampler.denoise(
                denoiser,
                forward.noised(films, lambda, epsilon),
                lambda,
                noise,
                (image, step) ->
                        Tensors.where(start.atLeast(step.from()), image, forward.noised(films, step.to(), epsilon)));
    }
}
