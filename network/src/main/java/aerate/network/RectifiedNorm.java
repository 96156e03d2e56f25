package aerate.network;

import aerate.tensor.DataType;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import java.util.Map;

/**
 * A trained batch normalisation and the ReLU behind it as a clamp of each channel, which leaves all arithmetic to the
 * convolution that follows.
 *
 * <p>relu(scale · x + shift) is scale · (max(x, zero) − zero), where zero = −shift / scale; with a negative scale, min
 * takes the place of max. The scale goes into the weights of the next convolution and zero into its bias.
 *
 * <p>Channels are held as x − offset, with an offset at or below every place where a clamp bends ({@link #lower}). Bounds
 * are then not negative, and bfloat16 numbers compare with such a bound as the 16-bit integers of the same bits do, for
 * which libtorch's clamp is several times as fast.
 */
final class RectifiedNorm {
    private static final double EPSILON = 1e-5; // BatchNorm's
    private static final double LEAST_WEIGHT = 1e-12; // keeps zero finite where a channel was trained away
    /**
     * Deviations below its mean where a channel is taken never to be. One that bends further down would ask for an offset
     * that costs all others their precision.
     */
    private static final double REACH = 8;

    private final float[] scale;
    private final float[] shift;
    private final float[] zero;
    private final float[] bend; // where the clamp holds: zero, if that is within reach

    /** The norm of a name, by its running statistics. */
    RectifiedNorm(Map<String, Tensor> state, String name) {
        float[] weight = state.get(name + ".weight").floats();
        float[] bias = state.get(name + ".bias").floats();
        float[] mean = state.get(name + ".running_mean").floats();
        float[] variance = state.get(name + ".running_var").floats();
        int channels = weight.length;
        scale = new float[channels];
        shift = new float[channels];
        zero = new float[channels];
        bend = new float[channels];
        for (int c = 0; c < channels; c++) {
            double deviation = Math.sqrt(variance[c] + EPSILON);
            double slope = (Math.abs(weight[c]) < LEAST_WEIGHT ? LEAST_WEIGHT : weight[c]) / deviation;
            double root = mean[c] - bias[c] / slope;
            double reached = Math.max(root, mean[c] - REACH * deviation);
            scale[c] = (float) slope;
            shift[c] = (float) (bias[c] - mean[c] * slope);
            bend[c] = (float) reached;
            zero[c] = (float) (slope > 0 ? root : reached); // a falling line is flat on all that is in reach
        }
    }

    int channels() {
        return scale.length;
    }

    /** {@code channels}. */
    Tensor scale() {
        return Tensors.of(scale, scale.length);
    }

    /** {@code channels}. */
    Tensor shift() {
        return Tensors.of(shift, shift.length);
    }

    /** Lowers offsets, as many as there are channels or more, to where this bends. */
    void lower(float[] offsets) {
        for (int c = 0; c < channels(); c++) {
            offsets[c] = Math.min(offsets[c], bend[c]);
        }
    }

    /** The clamp of channels that are held as x − offset. */
    Clamp clamp(float[] offsets) {
        float[] lower = new float[channels()];
        float[] upper = new float[channels()];
        for (int c = 0; c < channels(); c++) {
            boolean rises = scale[c] > 0;
            lower[c] = rises ? bend[c] - offsets[c] : -0f; // whose bits are the least integer
            upper[c] = rises ? Float.POSITIVE_INFINITY : bend[c] - offsets[c];
        }
        return new Clamp(Clamp.bound(lower), Clamp.bound(upper));
    }

    /**
     * The bias that a convolution needs behind the clamp, so that a clamped channel adds exactly nothing.
     *
     * @param weight {@code out x channels x h x w}, scaled and in bfloat16
     * @return {@code out}
     */
    Tensor bias(Tensor weight, float[] offsets) {
        float[] held = new float[channels()];
        for (int c = 0; c < channels(); c++) {
            held[c] = zero[c] - offsets[c];
        }
        float[] rounded = Tensors.of(held, held.length).to(DataType.BFLOAT16).floats();
        for (int c = 0; c < channels(); c++) {
            held[c] = zero[c] == bend[c] ? rounded[c] : held[c]; // the bound is a bfloat16; what lies beyond is none
        }
        return weight.to(DataType.FLOAT32)
                .times(Tensors.of(held, 1, held.length, 1, 1))
                .sum(1, 2, 3)
                .times(-1);
    }

    /**
     * Bounds of channels in bfloat16, read as integers.
     *
     * @param lower {@code 1 x channels x 1 x 1}, int16
     * @param upper {@code 1 x channels x 1 x 1}, int16
     */
    record Clamp(Tensor lower, Tensor upper) {
        Tensor of(Tensor x) {
            return x.view(DataType.INT16).clamp(lower, upper).view(DataType.BFLOAT16);
        }

        static Tensor bound(float[] values) {
            return Tensors.of(values, 1, values.length, 1, 1)
                    .to(DataType.BFLOAT16)
                    .view(DataType.INT16);
        }
    }
}
