package aerate.network;

import aerate.tensor.DataType;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;

/**
 * How a film becomes a network's input: resized to {@code size x size}, then (brightness − mean) / deviation.
 *
 * @param size side in pixels
 * @param mean brightness in [0, 1] that maps to 0
 * @param deviation brightness that maps to 1 beyond the mean, above 0
 */
public record InputTransform(int size, double mean, double deviation) {
    public InputTransform {
        if (size < 1) {
            throw new IllegalArgumentException("input.size must be at least 1, was " + size);
        }
        if (!(deviation > 0)) {
            throw new IllegalArgumentException("input.deviation must be above 0, was " + deviation);
        }
    }

    /**
     * Films in memory to a batch.
     *
     * @param films {@code N x H x W} of unsigned 8-bit grey
     * @return {@code N x channels x H x W}, float32
     */
    public Tensor batch(Tensor films, int channels) {
        Tensor values = films.to(DataType.FLOAT32).times(1 / (255 * deviation)).plus(-mean / deviation);
        return spread(values.unsqueeze(1), channels);
    }

    /** Brightness in [0, 1], {@code N x 1 x H x W}, to a batch {@code N x channels x H x W}. */
    public Tensor batchOfValues(Tensor values, int channels) {
        return spread(values.minus(mean).over(deviation), channels);
    }

    private static Tensor spread(Tensor grey, int channels) {
        return channels == 1 ? grey : Tensors.concatenate(1, grey, grey, grey);
    }

    /** Whether black becomes -1 and white 1, the range that a diffusion clamps its images to. */
    public boolean spansMinusOneToOne() {
        return mean == 0.5 && deviation == 0.5;
    }

    /** The same for films of another size. */
    public InputTransform withSize(int otherSize) {
        return new InputTransform(otherSize, mean, deviation);
    }
}
