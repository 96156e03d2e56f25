package aerate.diffusion;

import aerate.tensor.Tensor;
import aerate.tensor.Tensors;

/**
 * Healed, cut out, sewn in (AutoDDPM, Bercea et al. 2023, arXiv 2305.19643): {@link PartialDiffusion} gives a healthy film, of
 * which the region is put into the patient's own; then both are taken forward to a part of λ and back together, the rest
 * of the film held to the patient's at every level (RePaint, Lugmayr et al. 2022, arXiv 2201.09865), some times over, until
 * the seam is gone.
 *
 * @param passes how often it is taken forward and back once it is sewn, at least 0
 */
public record Stitched(Sampler sampler, int passes) implements Healing {
    private static final int SHARE = 3; // of λ that the seam is diffused to: λ / 3

    public Stitched {
        if (passes < 0) {
            throw new IllegalArgumentException("passes must be at least 0, were " + passes);
        }
    }

    /** Steps of one pass over the seam of films that were healed to λ. */
    public static int seam(Sampler sampler, int lambda) {
        return sampler.steps(lambda / SHARE).size();
    }

    @Override
    public Tensor heal(Denoiser denoiser, Tensor films, Tensor weights, int lambda, Noise noise) {
        Weights.require(weights, films);
        ForwardProcess forward = sampler.forward();
        Tensor epsilon = noise.forward().to(films.device());
        Tensor healed = new PartialDiffusion(sampler).heal(denoiser, films, weights, lambda, noise);
        Tensor sewn = sewn(healed, films, weights);
        int level = lambda / SHARE;
        for (int pass = 0; pass < passes; pass++) {
            sewn = sampler.denoise(
                    denoiser,
                    forward.noised(sewn, level, epsilon),
                    level,
                    noise,
                    (image, step) -> sewn(image, forward.noised(films, step.to(), epsilon), weights));
        }
        return sewn;
    }

    /** One image where the weight is 1, the other, to the bit, where it is 0, and between where it is between. */
    private static Tensor sewn(Tensor inside, Tensor outside, Tensor weights) {
        Tensor blend = outside.plus(inside.minus(outside).times(weights));
        return Tensors.where(Weights.inside(weights), blend, outside);
    }
}
