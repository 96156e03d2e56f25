package aerate.network;

import aerate.tensor.layer.ParameterTree;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Objects;

/** Which network, with its sizes: what a recipe names and a checkpoint records. */
@JsonTypeInfo(
        use = JsonTypeInfo.Id.NAME,
        include = JsonTypeInfo.As.EXISTING_PROPERTY,
        property = "name",
        visible = true,
        defaultImpl = Architecture.Classifier.class)
@JsonSubTypes({
    @JsonSubTypes.Type(value = UNet.Shape.class, name = UNet.NAME),
    @JsonSubTypes.Type(value = AutoEncoder.Shape.class, name = AutoEncoder.NAME),
})
public sealed interface Architecture permits Architecture.Classifier, UNet.Shape, AutoEncoder.Shape {
    /** The network with all parameters at zero; free it with {@code close}. */
    ParameterTree build();

    /** Channels of its films. */
    int channels();

    /** Whether the network is fastest with channels innermost in memory. */
    boolean channelsLast();

    /**
     * A network that gives a film class scores.
     *
     * @param name which one
     * @param channels of a film, 1 or 3
     * @param hidden width of the layer before the scores (of both, in VGG), 0 for global average pooling straight into them
     * @param classes at least 2
     */
    record Classifier(Kind name, int channels, int hidden, int classes) implements Architecture {
        public Classifier {
            Objects.requireNonNull(name, "network.name is missing");
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

        /** The one that recipes and checkpoints call by this name. */
        public static Classifier named(String name, int channels, int hidden, int classes) {
            return new Classifier(Kind.named(name), channels, hidden, classes);
        }

        @Override
        public Network build() {
            return switch (name) {
                case DENSENET_121 -> DenseNet.densenet121(channels, hidden, classes);
                case DENSENET_SMALL -> DenseNet.small(channels, hidden, classes);
                case VGG_16 -> Vgg.vgg16(channels, hidden, classes, Vgg.DROPOUT);
                case VGG_16_NORMALISED -> Vgg.vgg16Normalised(channels, hidden, classes, Vgg.DROPOUT);
                case RESNET_18 -> ResNet.resnet18(channels, hidden, classes);
                case RESNET_50 -> ResNet.resnet50(channels, hidden, classes);
                case RESNET_152 -> ResNet.resnet152(channels, hidden, classes);
                case RESNET_200 -> ResNet.resnet200(channels, hidden, classes);
                case INCEPTION_V3 -> Inception.v3(channels, hidden, classes, Inception.DROPOUT);
            };
        }

        @Override
        public boolean channelsLast() {
            return true;
        }

        /** As model cards and messages say it. */
        @Override
        public String toString() {
            return name.forPeople + "[channels=" + channels + ", hidden=" + hidden + ", classes=" + classes + "]";
        }
    }

    /** The classifiers, by the names that recipes and checkpoints call them. */
    enum Kind {
        DENSENET_121("densenet121", "DenseNet121"),
        DENSENET_SMALL("densenet-small", "DenseNetSmall"),
        VGG_16("vgg16", "Vgg16"),
        VGG_16_NORMALISED("vgg16-bn", "Vgg16Normalised"),
        RESNET_18("resnet18", "ResNet18"),
        RESNET_50("resnet50", "ResNet50"),
        RESNET_152("resnet152", "ResNet152"),
        RESNET_200("resnet200", "ResNet200"),
        INCEPTION_V3("inception-v3", "InceptionV3");

        private final String title;
        private final String forPeople;

        Kind(String title, String forPeople) {
            this.title = title;
            this.forPeople = forPeople;
        }

        private static Kind named(String title) {
            return Arrays.stream(values())
                    .filter(kind -> kind.title.equals(title))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "network " + title + ": must be one of " + Arrays.toString(values())));
        }

        @Override
        @JsonValue
        public String toString() {
            return title;
        }
    }
}
