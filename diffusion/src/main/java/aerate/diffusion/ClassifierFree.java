package aerate.diffusion;

import aerate.tensor.Tensor;

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
    public ClassifierFree {
        if (!(strength >= 0)) {
            throw new IllegalArgumentException("guidance must be at least 0, was " + strength);
        }
    }

    @Override
    public Tensor clean(Tensor noisy, Tensor levels) {
        if (strength == 0) {
            return network.as(wanted).clean(noisy, levels);
        }
        ClassDenoiser.Pair both = network.both(noisy, levels, wanted, other);
        return both.one().plus(both.difference().times(strength));
    }
}
