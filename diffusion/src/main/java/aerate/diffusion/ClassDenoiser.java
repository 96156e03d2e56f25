package aerate.diffusion;

import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import java.util.Arrays;

/** A denoiser that is told the class of each image. */
@FunctionalInterface
public interface ClassDenoiser {
    /**
     * The clean image x̂_0(x_t, t, c).
     *
     * @param labels c of each image, int64, {@code N}; the others as of {@link Denoiser#clean}
     */
    Tensor clean(Tensor noisy, Tensor levels, Tensor labels);

    /** As all images are of one class. */
    default Denoiser as(int label) {
        return (noisy, levels) -> clean(noisy, levels, labels(noisy, label));
    }

    /** As all images are of one class, and as all are of another, in one call: twice the batch costs less than two calls. */
    default Pair both(Tensor noisy, Tensor levels, int one, int other) {
        Tensor labels = Tensors.concatenate(0, labels(noisy, one), labels(noisy, other));
        Tensor both = clean(Tensors.concatenate(0, noisy, noisy), Tensors.concatenate(0, levels, levels), labels);
        long images = noisy.size(0);
        return new Pair(both.narrow(0, 0, images), both.narrow(0, images, images));
    }

    private static Tensor labels(Tensor images, int label) {
        long[] labels = new long[Math.toIntExact(images.size(0))];
        Arrays.fill(labels, label);
        return Tensors.of(labels, labels.length);
    }

    /** What images look like clean, as of one class and as of another. */
    record Pair(Tensor one, Tensor other) {
        /** By how much the first class's differ from the second's. */
        Tensor difference() {
            return one.minus(other);
        }
    }
}
