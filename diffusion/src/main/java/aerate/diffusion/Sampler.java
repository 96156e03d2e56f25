package aerate.diffusion;

import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import java.util.Arrays;
import java.util.List;

/**
 * A way from noise to an image, in steps.
 *
 * <p>Gradients and precision are the caller's ({@code Gradients.off()}, {@code Precision}). What a step made is
 * freed at its end; the results belong to the scope around the call.
 */
public interface Sampler {
    /** The noise levels that it walks on. */
    NoiseSchedule schedule();

    /**
     * The steps from a level to 0.
     *
     * @param level in [0, T]; from 0 there are none
     */
    List<Step> steps(int level);

    /** The image at the end of a step from the one at its beginning, as the first of a way. */
    Tensor step(Denoiser denoiser, Tensor noisy, Step step, Noise noise);

    /** The forward process of its schedule. */
    default ForwardProcess forward() {
        return new ForwardProcess(schedule());
    }

    /**
     * Clean images from noisy ones.
     *
     * @param noisy x_t, {@code N x C x H x W}
     * @param level t in [0, T]
     */
    default Tensor denoise(Denoiser denoiser, Tensor noisy, int level, Noise noise) {
        return denoise(denoiser, noisy, level, noise, (image, step) -> image);
    }

    /** Likewise, with a correction of the image after each step. */
    default Tensor denoise(Denoiser denoiser, Tensor noisy, int level, Noise noise, Correction correction) {
        return Scope.iterate(
                noisy, steps(level), (image, step) -> correction.apply(step(denoiser, image, step, noise), step));
    }

    /** New images from noise alone. */
    default Tensor sample(Denoiser denoiser, Noise noise) {
        return denoise(denoiser, noise.forward(), schedule().levels(), noise);
    }

    /** One level for every image of a batch, as a denoiser takes it. */
    static Tensor levels(int level, Tensor images) {
        long[] levels = new long[Math.toIntExact(images.size(0))];
        Arrays.fill(levels, level);
        return Tensors.of(levels, levels.length).to(images.device());
    }

    /** What is done to an image after each step. */
    @FunctionalInterface
    interface Correction {
        /** The corrected image, at the level where the step ended. */
        Tensor apply(Tensor image, Step step);
    }
}
