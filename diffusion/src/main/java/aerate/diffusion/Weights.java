package aerate.diffusion;

import aerate.tensor.Tensor;
import java.util.Arrays;

/** The rule for the weights of a {@link Healing}. */
final class Weights {
    private Weights() {}

    /** Where a film may change at all. */
    static Tensor inside(Tensor weights) {
        return weights.atLeast(Float.MIN_NORMAL);
    }

    static void require(Tensor weights, Tensor films) {
        long[] expected = films.shape();
        expected[1] = 1;
        if (!Arrays.equals(weights.shape(), expected)) {
            throw new IllegalArgumentException(
                    "weights must be " + Arrays.toString(expected) + ", were " + Arrays.toString(weights.shape()));
        }
        double least = weights.min().item();
        double most = weights.max().item();
        if (!(least >= 0 && most <= 1)) { // so that NaN is refused as well
            throw new IllegalArgumentException("weights must be in [0, 1], were in [" + least + ", " + most + "]");
        }
    }
}
