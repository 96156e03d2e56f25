package aerate.network;

import aerate.tensor.layer.ParameterTree;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Map;

/** Which network, with its sizes: what a recipe names and a checkpoint records. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "name")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Architecture.DenseNet121.class, name = "densenet121"),
    @JsonSubTypes.Type(value = Architecture.DenseNetSmall.class, name = "densenet-small"),
    @JsonSubTypes.Type(value = Architecture.Vgg16.class, name = "vgg16"),
    @JsonSubTypes.Type(value = Architecture.Vgg16Normalised.class, name = "vgg16-bn"),
    @JsonSubTypes.Type(value = Architecture.ResNet18.class, name = "resnet18"),
    @JsonSubTypes.Type(value = Architecture.ResNet50.class, name = "resnet50"),
    @JsonSubTypes.Type(value = Architecture.ResNet152.class, name = "resnet152"),
    @JsonSubTypes.Type(value = Architecture.ResNet200.class, name = "resnet200"),
    @JsonSubTypes.Type(value = Architecture.InceptionV3.class, name = "inception-v3"),
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

        /** Width of the layer or layers before the scores, 0 for none. */
        int hidden();

        /** The one that recipes and checkpoints call by this name; its numbers are refused as its record refuses them. */
        static Classifier named(String name, int channels, int hidden, int classes) {
            Map<String, Object> fields =
                    Map.of("name", name, "channels", channels, "hidden", hidden, "classes", classes);
            try {
                return Json.MAPPER.readValue(Json.MAPPER.writeValueAsString(fields), Classifier.class);
            } catch (JsonProcessingException e) {
                throw new IllegalArgumentException("network " + name + ": " + Json.reason(e), e);
            }
        }

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

    /**
     * {@link Vgg#vgg16}.
     *
     * @param channels of a film, 1 or 3
     * @param hidden width of both layers before the scores, 0 for global average pooling straight into them
     */
    record Vgg16(int channels, int hidden, int classes) implements Classifier {
        public Vgg16 {
            check(channels, hidden, classes);
        }

        @Override
        public Network build() {
            return Vgg.vgg16(channels, hidden, classes, Vgg.DROPOUT);
        }
    }

    /**
     * {@link Vgg#vgg16Normalised}.
     *
     * @param channels of a film, 1 or 3
     * @param hidden width of both layers before the scores, 0 for global average pooling straight into them
     */
    record Vgg16Normalised(int channels, int hidden, int classes) implements Classifier {
        public Vgg16Normalised {
            check(channels, hidden, classes);
        }

        @Override
        public Network build() {
            return Vgg.vgg16Normalised(channels, hidden, classes, Vgg.DROPOUT);
        }
    }

    /**
     * {@link ResNet#resnet18}.
     *
     * @param channels of a film, 1 or 3
     * @param hidden width of the layer before the scores, 0 for none
     */
    record ResNet18(int channels, int hidden, int classes) implements Classifier {
        public ResNet18 {
            check(channels, hidden, classes);
        }

        @Override
        public Network build() {
            return ResNet.resnet18(channels, hidden, classes);
        }
    }

    /**
     * {@link ResNet#resnet50}.
     *
     * @param channels of a film, 1 or 3
     * @param hidden width of the layer before the scores, 0 for none
     */
    record ResNet50(int channels, int hidden, int classes) implements Classifier {
        public ResNet50 {
            check(channels, hidden, classes);
        }

        @Override
        public Network build() {
            return ResNet.resnet50(channels, hidden, classes);
        }
    }

    /**
     * {@link ResNet#resnet152}.
     *
     * @param channels of a film, 1 or 3
     * @param hidden width of the layer before the scores, 0 for none
     */
    record ResNet152(int channels, int hidden, int classes) implements Classifier {
        public ResNet152 {
            check(channels, hidden, classes);
        }

        @Override
        public Network build() {
            return ResNet.resnet152(channels, hidden, classes);
        }
    }

    /**
     * {@link ResNet#resnet200}.
     *
     * @param channels of a film, 1 or 3
     * @param hidden width of the layer before the scores, 0 for none
     */
    record ResNet200(int channels, int hidden, int classes) implements Classifier {
        public ResNet200 {
            check(channels, hidden, classes);
        }

        @Override
        public Network build() {
            return ResNet.resnet200(channels, hidden, classes);
        }
    }

    /**
     * {@link Inception#v3}.
     *
     * @param channels of a film, 1 or 3
     * @param hidden width of the layer before the scores, 0 for none
     */
    record InceptionV3(int channels, int hidden, int classes) implements Classifier {
        public InceptionV3 {
            check(channels, hidden, classes);
        }

        @Override
        public Network build() {
            return Inception.v3(channels, hidden, classes, Inception.DROPOUT);
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
