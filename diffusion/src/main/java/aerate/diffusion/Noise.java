package aerate.diffusion;

import aerate.tensor.Generator;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import java.util.ArrayList;
import java.util.List;

/**
 * The randomness of a run, by noise level: asked twice for a level it gives the same numbers twice.
 *
 * <p>So courses to different λ share the noise of the levels that they share, and differ by λ alone.
 */
@FunctionalInterface
public interface Noise {
    /** Numbers of mean 0 and variance 1 for a step that ends at a level; the last step, which ends at 0, needs none. */
    Tensor at(int level);

    /** ε of the way forward, the same for every level that it is used for. */
    default Tensor forward() {
        return at(0);
    }

    /** This noise, pixel by pixel times a weight. */
    default Noise weighted(Tensor weights) {
        return level -> at(level).to(weights.device()).times(weights);
    }

    /** Gaussian noise, as {@link #seeded(NoiseKind, long[], long...)} has it. */
    static Noise seeded(long[] seeds, long... shape) {
        return seeded(NoiseKind.GAUSSIAN, seeds, shape);
    }

    /**
     * Noise for a batch in which every image has its own seed: what an image gets depends on no other image.
     *
     * @param seeds one for each of the N images
     * @param shape {@code C x H x W} of an image
     */
    static Noise seeded(NoiseKind kind, long[] seeds, long... shape) {
        long[] images = seeds.clone();
        long[] each = {1, shape[0], shape[1], shape[2]};
        return level -> {
            List<Tensor> drawn = new ArrayList<>();
            for (long seed : images) {
                try (Generator random = Generator.seeded(mixed(mixed(seed) + level))) {
                    drawn.add(kind.draw(random, each));
                }
            }
            return Tensors.concatenate(0, drawn.toArray(Tensor[]::new)); // N x C x H x W
        };
    }

    /** SplitMix64 (Steele et al. 2014): the generator looks at few bits of its seed, so neighbours must be spread. */
    private static long mixed(long seed) {
        long z = seed + 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
