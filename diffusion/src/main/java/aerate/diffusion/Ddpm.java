package aerate.diffusion;

import aerate.tensor.Tensor;
import java.util.List;

/**
 * Ancestral sampling (Ho et al. 2020, Algorithm 2): each step draws from q(x_s | x_t, x̂_0) of variance β̃; the
 * last step adds no noise.
 *
 * @param stride 1 for every level, k for every k-th (Nichol &amp; Dhariwal 2021): k times faster, and smoother, as β̃
 *     leaves out what is uncertain about x̂_0
 */
public record Ddpm(NoiseSchedule schedule, int stride) implements Sampler {
    public Ddpm {
        Step.requireStride(stride, schedule);
    }

    /** Over every level. */
    public Ddpm(NoiseSchedule schedule) {
        this(schedule, 1);
    }

    @Override
    public List<Step> steps(int level) {
        return Step.down(level, stride);
    }

    @Override
    public Tensor step(Denoiser denoiser, Tensor noisy, Step step, Noise noise) {
        Tensor clean = denoiser.clean(noisy, Sampler.levels(step.from(), noisy)); // x̂_0
        Posterior posterior = schedule.posterior(step.from(), step.to());
        return step.to() == 0
                ? posterior.mean(clean, noisy)
                : posterior.draw(clean, noisy, noise.at(step.to()).to(noisy.device()));
    }
}
