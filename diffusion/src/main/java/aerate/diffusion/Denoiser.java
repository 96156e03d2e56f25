package aerate.diffusion;

import aerate.tensor.Tensor;

/**
 * All that a sampler knows of a network: its guess of the noise in a noisy image.
 *
 * <p>A caller who wants to show progress or to stop counts the calls: a sampler makes one for each of its steps.
 */
@FunctionalInterface
public interface Denoiser {
    /**
     * The noise ε_θ(x_t, t).
     *
     * @param noisy x_t, {@code N x C x H x W}
     * @param levels t in 1..T of each image, int64, {@code N}
     * @return of the shape of {@code noisy}
     */
    Tensor predict(Tensor noisy, Tensor levels);
}
