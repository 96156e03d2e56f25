package aerate.diffusion;

import aerate.tensor.Tensor;

/**
 * The reference's way: the noise is weighted by the heat map w where it is injected, x_λ = √ᾱ_λ x_0 + √(1−ᾱ_λ) (w ⊙ ε).
 *
 * <p>Its talk leaves open what follows. Chosen here: the noise of the steps back is weighted likewise, so that
 * nothing is injected where w = 0; the film is still scaled by √ᾱ_λ everywhere; the denoiser is told the level t as
 * if the noise were whole. Where w &lt; 1 a pixel carries less noise than t says, which the denoiser was never
 * trained on, and nothing holds a pixel of w = 0 to the film's: {@link PerPixelDiffusion} has neither fault.
 */
public record MatrixNoise(Sampler sampler) implements Healing {
    @Override
    public Tensor heal(Denoiser denoiser, Tensor films, Tensor weights, int lambda, Noise noise) {
        Weights.require(weights, films);
        return new PartialDiffusion(sampler).heal(denoiser, films, weights, lambda, noise.weighted(weights));
    }
}
