package aerate.diffusion;

import aerate.tensor.Tensor;

/**
 * All that a sampler knows of a network: its guess of the clean image behind a noisy one. That of its noise follows, and,
 * unlike the clean image from the noise, at every level.
 *
 * <p>A caller who wants to show progress or to stop counts the calls: a sampler makes one for each of its steps.
 */
@FunctionalInterface
public interface Denoiser {
    /**
     * The clean image x̂_0(x_t, t).
     *
     * @param noisy x_t, {@code N x C x H x W}
     * @param levels t in 1..T of each image, int64, {@code N}
     * @return of the shape of {@code noisy}
     */
    Tensor clean(Tensor noisy, Tensor levels);

    /** This one, its images clamped to a range: for pixels, that of brightness. */
    default Denoiser clamped(double least, double greatest) {
        return (noisy, levels) -> clean(noisy, levels).clamp(least, greatest);
    }
}
