package aerate.network;

import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** The numbers that formula.py and the tests both compute, so that no weights need to be kept. */
final class GoldenNumbers {
    private GoldenNumbers() {}

    /** Films of 64 px. */
    static Tensor films(int count, int channels) {
        return films(count, channels, 64);
    }

    /** Films of any size. */
    static Tensor films(int count, int channels, int size) {
        return noise(100_000, 1, 0, count, channels, size, size);
    }

    /** Fills weights, biases and running statistics, each tensor by its rank in the alphabet of names. */
    static void fill(Map<String, Tensor> state) {
        fill(state, 1);
    }

    /**
     * As {@link #fill(Map)}.
     *
     * @param gain about what norms multiply by; below 1, the sum of many residual branches stays near 1
     */
    static void fill(Map<String, Tensor> state, double gain) {
        int stream = 0;
        for (Map.Entry<String, Tensor> entry : new TreeMap<>(state).entrySet()) {
            String name = entry.getKey();
            Tensor tensor = entry.getValue();
            long[] shape = tensor.shape();
            if (name.endsWith("num_batches_tracked")) {
                continue;
            }
            if (shape.length > 1) {
                tensor.assign(noise(stream, Math.sqrt(6.0 * shape[0] / tensor.count()), 0, shape));
            } else if (name.endsWith("weight")) {
                tensor.assign(noise(stream, gain * 0.5, gain, shape));
            } else if (name.endsWith("running_var")) {
                tensor.assign(noise(stream, 0.5, 1, shape));
            } else {
                tensor.assign(noise(stream, 0.5, 0, shape));
            }
            stream++;
        }
    }

    /** Numbers in centre ± scale that are as good as random, the same for a stream everywhere. */
    static Tensor noise(int stream, double scale, double centre, long... shape) {
        long count = Arrays.stream(shape).reduce(1, (product, size) -> product * size);
        float[] values = new float[Math.toIntExact(count)];
        for (int i = 0; i < values.length; i++) {
            long unsigned = mixed(i + mixed(stream + 1)) & 0xFFFFFFFFL;
            values[i] = (float) (centre + scale * (unsigned / 0x1p31 - 1));
        }
        return Tensors.of(values, shape);
    }

    private static int mixed(int number) {
        int z = (number ^ (number >>> 15)) * 0x2C1B3C6D;
        z = (z ^ (z >>> 12)) * 0x297A2D39;
        return z ^ (z >>> 15);
    }
}
