package aerate.diffusion;

import aerate.tensor.Tensor;

/**
 * The same noise everywhere (AnoDDPM, Wyatt et al. 2022, with Gaussian noise): forward to λ in one go, back in
 * steps. At a large λ the disease goes, and so does the patient.
 */
public record PartialDiffusion(Sampler sampler) implements Healing {
    /**
     * {@inheritDoc}
     *
     * @param weights are not looked at
     */
    @Override
    public Tensor heal(Denoiser denoiser, Tensor films, Tensor weights, int lambda, Noise noise) {
        Tensor epsilon = noise.forward().to(films.device());
        return sampler.denoise(denoiser, sampler.forward().noised(films, lambda, epsilon), lambda, noise);
    }
}
