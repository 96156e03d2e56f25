package aerate.diffusion;

import aerate.tensor.Tensor;

/** What a network gives for a noisy image, and is trained to. */
public enum Parameterization {
    /** Its noise ε (Ho et al. 2020). Says nothing of the clean image where ᾱ_t = 0. */
    NOISE,
    /** v = √ᾱ_t ε − √(1−ᾱ_t) x_0 (Salimans &amp; Ho 2022, arXiv 2202.00512, appendix D). */
    VELOCITY;

    /** A network of images and their levels. */
    @FunctionalInterface
    public interface Function {
        /**
         * The prediction.
         *
         * @param noisy x_t, {@code N x C x H x W}
         * @param levels t of each image, int64, {@code N}
         */
        Tensor predict(Tensor noisy, Tensor levels);
    }

    /**
     * What the network should give for noised images.
     *
     * @param levels t of each image, int64, {@code N}
     * @param noise ε, of the shape of {@code clean}
     */
    public Tensor target(ForwardProcess forward, Tensor clean, Tensor levels, Tensor noise) {
        return this == NOISE
                ? noise
                : noise.times(forward.signal(levels, clean)).minus(clean.times(forward.spread(levels, clean)));
    }

    /** The clean image that follows from what the network gave for a noisy one. */
    public Tensor clean(ForwardProcess forward, Tensor noisy, Tensor levels, Tensor predicted) {
        Tensor signal = forward.signal(levels, noisy);
        Tensor spread = forward.spread(levels, noisy);
        return this == NOISE
                ? noisy.minus(predicted.times(spread)).over(signal)
                : noisy.times(signal).minus(predicted.times(spread));
    }

    /** A network as a denoiser. */
    public Denoiser denoiser(NoiseSchedule schedule, Function network) {
        ForwardProcess forward = new ForwardProcess(schedule);
        return (noisy, levels) -> clean(forward, noisy, levels, network.predict(noisy, levels));
    }

    /**
     * Weight of a level in the loss, min-SNR-γ (Hang et al. 2023, arXiv 2303.09556, section 3.4): as if the clean image were
     * predicted, with the weight min(SNR, γ).
     *
     * @param ratio signal to noise at the level, at least 0
     * @param gamma γ, above 0
     */
    public double weight(double ratio, double gamma) {
        return Math.min(ratio, gamma) / (this == NOISE ? ratio : ratio + 1);
    }
}
