package aerate.diffusion;

import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import java.util.List;

/**
 * DPM-Solver++(2M) (Lu et al. 2022, arXiv 2211.01095, Algorithm 2): deterministic, of second order. The clean image of a step
 * is extrapolated from its own guess and the last step's, along λ_t = log(√ᾱ_t/√(1−ᾱ_t)); the first step and the one that
 * ends at level 0, where λ is infinite, are {@link Ddim}'s.
 *
 * @param stride as of {@link Ddpm}
 */
public record DpmSolver(NoiseSchedule schedule, int stride) implements Sampler {
    public DpmSolver {
        Step.requireStride(stride, schedule);
    }

    @Override
    public List<Step> steps(int level) {
        return Step.down(level, stride);
    }

    @Override
    public Tensor step(Denoiser denoiser, Tensor noisy, Step step, Noise noise) {
        return Ddim.towards(schedule, noisy, denoiser.clean(noisy, Sampler.levels(step.from(), noisy)), step);
    }

    @Override
    public Tensor denoise(Denoiser denoiser, Tensor noisy, int level, Noise noise, Correction correction) {
        List<Step> steps = steps(level);
        long images = noisy.size(0);
        // What goes from step to step: the images and, behind them, the clean ones of the last step.
        Tensor end = Scope.iterate(noisy, steps, (state, step) -> {
            Tensor image = state.narrow(0, 0, images);
            Tensor clean = denoiser.clean(image, Sampler.levels(step.from(), image));
            boolean second = step.from() != level && step.to() != 0;
            Tensor used =
                    second ? extrapolated(clean, state.narrow(0, images, images), before(steps, step), step) : clean;
            Tensor next = correction.apply(Ddim.towards(schedule, image, used, step), step);
            return Tensors.concatenate(0, next, clean);
        });
        return end.narrow(0, 0, images);
    }

    private static Step before(List<Step> steps, Step step) {
        return steps.get(steps.indexOf(step) - 1);
    }

    /** D = (1 + 1/2r) x̂_0 − 1/2r of the last step's, r = h'/h of the steps' lengths in λ. */
    private Tensor extrapolated(Tensor clean, Tensor last, Step before, Step step) {
        double half = length(step) / (2 * length(before));
        return clean.times(1 + half).minus(last.times(half));
    }

    private double length(Step step) {
        return logRatio(step.to()) - logRatio(step.from());
    }

    private double logRatio(int level) {
        return Math.log(schedule.signal(level) / schedule.spread(level));
    }
}
