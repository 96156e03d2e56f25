package aerate.diffusion;

import aerate.tensor.Tensor;

/**
 * The normal distribution of a less noisy image given a noisier one and the clean one: mean
 * {@code ofClean · x_0 + ofNoisy · x_t}, and a variance.
 *
 * @param ofClean weight of x_0 in the mean
 * @param ofNoisy weight of x_t in the mean
 * @param variance β̃, 0 where the step ends at level 0
 */
public record Posterior(double ofClean, double ofNoisy, double variance) {
    public Posterior {
        if (!(variance >= 0)) {
            throw new IllegalArgumentException("variance must be at least 0, was " + variance);
        }
    }

    /**
     * An image drawn from it.
     *
     * @param noise standard normal, of the shape of the images
     */
    Tensor draw(Tensor clean, Tensor noisy, Tensor noise) {
        return mean(clean, noisy).plus(noise.times(Math.sqrt(variance)));
    }

    Tensor mean(Tensor clean, Tensor noisy) {
        return clean.times(ofClean).plus(noisy.times(ofNoisy));
    }
}
