package aerate.diffusion;

import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import java.util.function.LongToDoubleFunction;

/**
 * From clean images to noisy ones in one go, and to the noise where both are known (Ho et al. 2020, equation 4):
 * x_t = √ᾱ_t x_0 + √(1−ᾱ_t) ε.
 */
public record ForwardProcess(NoiseSchedule schedule) {
    /**
     * All images at one level; at level 0 the images themselves.
     *
     * @param level t in [0, T]
     * @param noise ε, of the shape of {@code clean}
     */
    public Tensor noised(Tensor clean, int level, Tensor noise) {
        if (level == 0) {
            return clean; // bit for bit: adding zero times the noise would turn −0 into 0
        }
        double alphaBar = schedule.alphaBar(level);
        return clean.times(Math.sqrt(alphaBar)).plus(noise.times(Math.sqrt(1 - alphaBar)));
    }

    /**
     * Each image at its own level: what training shows the network.
     *
     * @param levels t in [0, T] of each image, int64, {@code N}
     * @param noise ε, of the shape of {@code clean}
     */
    public Tensor noised(Tensor clean, Tensor levels, Tensor noise) {
        return clean.times(signal(levels, clean)).plus(noise.times(spread(levels, clean)));
    }

    /** √ᾱ_t of each image, {@code N x 1 x 1 x 1}. */
    Tensor signal(Tensor levels, Tensor images) {
        return perImage(levels, images, t -> Math.sqrt(schedule.alphaBar(Math.toIntExact(t))));
    }

    /** √(1−ᾱ_t) of each image, {@code N x 1 x 1 x 1}. */
    Tensor spread(Tensor levels, Tensor images) {
        return perImage(levels, images, t -> Math.sqrt(1 - schedule.alphaBar(Math.toIntExact(t))));
    }

    /**
     * The noise that a clean image leaves: ε = (x_t − √ᾱ_t x_0)/√(1−ᾱ_t).
     *
     * @param level t in [1, T]
     */
    public Tensor noise(Tensor noisy, int level, Tensor clean) {
        double alphaBar = schedule.alphaBar(level);
        return noisy.minus(clean.times(Math.sqrt(alphaBar))).over(Math.sqrt(1 - alphaBar));
    }

    private static Tensor perImage(Tensor levels, Tensor images, LongToDoubleFunction coefficient) {
        long[] each = levels.longs();
        float[] values = new float[each.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) coefficient.applyAsDouble(each[i]);
        }
        return Tensors.of(values, values.length, 1, 1, 1).to(images.device()); // N x 1 x 1 x 1
    }
}
