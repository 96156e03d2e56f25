package aerate.network;

import aerate.tensor.DataType;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import com.fasterxml.jackson.annotation.JsonFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How a film becomes a network's input: resized to {@code size x size}, then (brightness − mean) / deviation. Mean and
 * deviation are one number for all channels, or one for each.
 *
 * @param size side in pixels
 * @param mean brightness in [0, 1] that maps to 0
 * @param deviation brightness that maps to 1 beyond the mean, above 0
 */
public record InputTransform(
        int size,

        @JsonFormat(
                with = {
                    JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY,
                    JsonFormat.Feature.WRITE_SINGLE_ELEM_ARRAYS_UNWRAPPED
                })
        List<Double> mean,

        @JsonFormat(
                with = {
                    JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY,
                    JsonFormat.Feature.WRITE_SINGLE_ELEM_ARRAYS_UNWRAPPED
                })
        List<Double> deviation) {
    public InputTransform {
        if (size < 1) {
            throw new IllegalArgumentException("input.size must be at least 1, was " + size);
        }
        mean = List.copyOf(Objects.requireNonNull(mean, "input.mean is missing"));
        deviation = List.copyOf(Objects.requireNonNull(deviation, "input.deviation is missing"));
        for (double one : mean) {
            if (!Double.isFinite(one)) {
                throw new IllegalArgumentException("input.mean must be a number, was " + one);
            }
        }
        for (double one : deviation) {
            if (!(one > 0)) {
                throw new IllegalArgumentException("input.deviation must be above 0, was " + one);
            }
        }
        if (mean.isEmpty() || mean.size() != deviation.size()) {
            throw new IllegalArgumentException("input.mean and input.deviation must be equally many, were "
                    + mean.size() + " and " + deviation.size());
        }
    }

    /** The same mean and deviation for all channels. */
    public InputTransform(int size, double mean, double deviation) {
        this(size, List.of(mean), List.of(deviation));
    }

    /**
     * Films in memory to a batch.
     *
     * @param films {@code N x H x W} of unsigned 8-bit grey
     * @return {@code N x channels x H x W}, float32
     * @throws IllegalArgumentException if there are means for another number of channels
     */
    public Tensor batch(Tensor films, int channels) {
        Tensor grey = films.to(DataType.FLOAT32).unsqueeze(1);
        return spread(channels, i -> grey.times(1 / (255 * deviation.get(i))).plus(-mean.get(i) / deviation.get(i)));
    }

    /** Brightness in [0, 1], {@code N x 1 x H x W}, to a batch {@code N x channels x H x W}; else as {@link #batch}. */
    public Tensor batchOfValues(Tensor values, int channels) {
        return spread(channels, i -> values.minus(mean.get(i)).over(deviation.get(i)));
    }

    private Tensor spread(int channels, IntFunction<Tensor> channel) {
        requireFit(channels);
        if (mean.size() == 1) {
            Tensor grey = channel.apply(0);
            return channels == 1 ? grey : Tensors.concatenate(1, grey, grey, grey);
        }
        return Tensors.concatenate(
                1, IntStream.range(0, channels).mapToObj(channel).toArray(Tensor[]::new));
    }

    /** Refuses a network whose channels are not as many as there are means, where there are several. */
    public void requireFit(int channels) {
        if (mean.size() != 1 && mean.size() != channels) {
            throw new IllegalArgumentException(
                    "input.mean must be one number or one for each of " + channels + " channels, were " + mean.size());
        }
    }

    /** Whether black becomes -1 and white 1, the range that a diffusion clamps its images to. */
    public boolean spansMinusOneToOne() {
        return Stream.of(mean, deviation).flatMap(List::stream).allMatch(one -> one == 0.5);
    }

    /** The same for films of another size. */
    public InputTransform withSize(int otherSize) {
        return new InputTransform(otherSize, mean, deviation);
    }
}
