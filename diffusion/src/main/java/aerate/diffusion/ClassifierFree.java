package aerate.diffusion;

import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import java.util.Arrays;

/**
 * Classifier-free guidance (Ho &amp; Salimans 2022, arXiv 2207.12598, equation 6): x̂_0 = x̂_0(wanted) + s (x̂_0(wanted) −
 * x̂_0(other)). What is added is the gradient of the classifier that the network itself is, log p(wanted | x_t) − log p(other
 * | x_t); with s = 0 there is none, and the network is asked once.
 *
 * @param network that is told classes
 * @param wanted class of the images
 * @param other class to keep away from
 * @param strength s, at least 0
 */
public record ClassifierFree(ClassDenoiser network, int wanted, int other, double strength) implements Denoiser {
    /** A denoiser that is told the class of each image. */
    @FunctionalInterface
    public interface ClassDenoiser {
        /**
         * The clean image x̂_0(x_t, t, c).
         *
         * @param labels c of each image, int64, {@code N}; the others as of {@link Denoiser#clean}
         */
        Tensor clean(Tensor noisy, Tensor levels, Tensor labels);
    }

    public ClassifierFree {
        if (!(strength >= 0)) {
            throw new IllegalArgumentException("guidance must be at least 0, was " + strength);
        }
    }

    @Override
    public Tensor clean(Tensor noisy, Tensor levels) {
        int images = Math.toIntExact(noisy.size(0));
        if (strength == 0) {
            return network.clean(noisy, levels, labels(images, 0));
        }
        // One call for both: a batch of twice the size costs less than two.
        Tensor both = network.clean(
                Tensors.concatenate(0, noisy, noisy), Tensors.concatenate(0, levels, levels), labels(images, images));
        Tensor towards = both.narrow(0, 0, images);
        Tensor away = both.narrow(0, images, images);
        return towards.plus(towards.minus(away).times(strength));
    }

    private Tensor labels(int ofWanted, int ofOther) {
        long[] labels = new long[ofWanted + ofOther];
        Arrays.fill(labels, 0, ofWanted, wanted);
        Arrays.fill(labels, ofWanted, labels.length, other);
        return Tensors.of(labels, labels.length);
    }
}
