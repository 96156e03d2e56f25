package aerate.diffusion;

import aerate.tensor.Tensor;
import aerate.tensor.Tensors;

/**
 * The denoising auto-encoder as a fast baseline (Kascenas et al. 2022, arXiv 2301.08330 has it beside diffusion): forward to λ
 * and back in one pass of the network. A denoiser at one level is a denoising auto-encoder of that noise (Vincent 2011); what
 * it gives is the mean of all healthy films that could be behind the noise, and so is smooth.
 */
public record SingleStep(NoiseSchedule schedule) implements Healing {
    @Override
    public Tensor heal(Denoiser denoiser, Tensor films, Tensor weights, int lambda, Noise noise) {
        Weights.require(weights, films);
        ForwardProcess forward = new ForwardProcess(schedule);
        if (lambda == 0) {
            return films;
        }
        Tensor noisy = forward.noised(films, lambda, noise.forward().to(films.device()));
        Tensor clean = denoiser.clean(noisy, Sampler.levels(lambda, noisy));
        Tensor blend = films.plus(clean.minus(films).times(weights));
        return Tensors.where(Weights.inside(weights), blend, films);
    }
}
