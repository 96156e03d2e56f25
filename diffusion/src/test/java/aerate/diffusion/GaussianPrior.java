package aerate.diffusion;

import aerate.tensor.Tensor;

/**
 * Images whose pixels are independent N(mean, deviation²): the best denoiser is known, and so is what ancestral
 * sampling with it gives.
 */
record GaussianPrior(NoiseSchedule schedule, double mean, double deviation) implements Denoiser {
    /** E[ε | x_t] = √(1−ᾱ) (x_t − √ᾱ m) / (ᾱ s² + 1 − ᾱ). */
    @Override
    public Tensor clean(Tensor noisy, Tensor levels) {
        double alphaBar = schedule.alphaBar(Math.toIntExact(levels.longs()[0]));
        double gain = Math.sqrt(alphaBar) * deviation * deviation / variance(alphaBar);
        return noisy.times(gain).plus(mean - gain * Math.sqrt(alphaBar) * mean);
    }

    /** Where the probability-flow equation leads an image: it keeps its distance from the mean, in deviations. */
    Tensor flowed(Tensor noisy, int from, int to) {
        double before = schedule.alphaBar(from);
        double after = schedule.alphaBar(to);
        return noisy.minus(Math.sqrt(before) * mean)
                .times(Math.sqrt(variance(after) / variance(before)))
                .plus(Math.sqrt(after) * mean);
    }

    private double variance(double alphaBar) {
        return alphaBar * deviation * deviation + 1 - alphaBar;
    }

    /** What normal images become on their way back, where no clamping occurs: each step is affine, plus noise. */
    Normal denoised(Normal noisy, Iterable<Step> steps) {
        Normal now = noisy;
        for (Step step : steps) {
            double alphaBar = schedule.alphaBar(step.from());
            double gain = Math.sqrt(alphaBar) * deviation * deviation / variance(alphaBar);
            double shift = mean - gain * Math.sqrt(alphaBar) * mean; // x̂_0 = shift + gain x_t
            Posterior posterior = schedule.posterior(step.from(), step.to());
            double slope = posterior.ofClean() * gain + posterior.ofNoisy();
            now = new Normal(
                    posterior.ofClean() * shift + slope * now.mean(),
                    slope * slope * now.variance() + posterior.variance());
        }
        return now;
    }

    record Normal(double mean, double variance) {}
}
