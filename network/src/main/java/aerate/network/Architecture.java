package aerate.network;

import aerate.tensor.layer.ParameterTree;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Which network, with its sizes: what a recipe names and a checkpoint records. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "name")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Architecture.DenseNet121.class, name = "densenet121"),
    @JsonSubTypes.Type(value = Architecture.DenseNetSmall.class, name = "densenet-small"),
    @JsonSubTypes.Type(value = UNet.Shape.class, name = "unet"),
})
public sealed interface Architecture permits Architecture.Classifier, UNet.Shape {
    /** The network with all parameters at zero; free it with {@code close}. */
    ParameterTree build();

    /** Channels of its films. */
    int channels();

    /** Whether the network is fastest with channels innermost in memory. */
    boolean channelsLast();

    /** Networks that give a film class scores. */
    sealed interface Classifier extends Architecture {
        @Override
        Network build();

        int classes();

        @Override
        default boolean channelsLast() {
            return true;
        }
    }

    /**
     * {@link DenseNet#densenet121}.
     *
     * @param channels of a film, 1 or 3
     * @param hidden width of the layer before the scores, 0 for none
     */
    record DenseNet121(int channels, int hidden, int classes) implements Classifier {
        public DenseNet121 {
            check(channels, hidden, classes);
        }

        @Override
        public Network build() {
            return DenseNet.densenet121(channels, hidden, classes);
        }
    }

    /**
     * {@link DenseNet#small}.
     *
     * @param channels of a film, 1 or 3
     * @param hidden width of the layer before the scores, 0 for none
     */
    record DenseNetSmall(int channels, int hidden, int classes) implements Classifier {
        public DenseNetSmall {
            check(channels, hidden, classes);
        }

        @Override
        public Network build() {
            return DenseNet.small(channels, hidden, classes);
        }
    }

    private static void check(int channels, int hidden, int classes) {
        if (channels != 1 && channels != 3) {
            throw new IllegalArgumentException("network.channels must be 1 or 3, was " + channels);
        }
        if (hidden < 0) {
            throw new IllegalArgumentException("network.hidden must be at least 0, was " + hidden);
        }
        if (classes < 2) {
            throw new IllegalArgumentException("network.classes must be at least 2, was " + classes);
        }
    }
}
