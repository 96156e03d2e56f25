package aerate.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aerate.tensor.Generator;
import aerate.tensor.Gradients;
import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where each network can be cut. */
class StagesTest {
    private static final int SIZE = 96;

    /** A network, its stages, and the sides of their maps of films of 96 px. */
    @ParameterizedTest
    @CsvSource({
        "densenet-small, denseblock1 denseblock2 denseblock3, 48 24 12",
        "densenet121, denseblock1 denseblock2 denseblock3 denseblock4, 24 12 6 3",
        "vgg16, block1 block2 block3 block4 block5 pool5, 96 48 24 12 6 3",
        "vgg16-bn, block1 block2 block3 block4 block5 pool5, 96 48 24 12 6 3",
        "resnet18, layer1 layer2 layer3 layer4, 24 12 6 3",
        "resnet50, layer1 layer2 layer3 layer4, 24 12 6 3",
        "inception-v3, Mixed_5d Mixed_6e Mixed_7c, 9 4 1"
    })
    void cutAfterAnyStage_givesTheSameScores_fromAMapThatIsNotNegative(String name, String stages, String sides) {
        try (Scope scope = Scope.open();
                Gradients off = Gradients.off();
                Generator random = Generator.seeded(4);
                Network network = Architecture.Classifier.named(name, 1, 8, 2).build()) {
            network.initialise(random);
            Tensor films = GoldenNumbers.films(2, 1, SIZE);
            float[] scores = network.forward(films).floats();
            List<String> names = network.stages().stream().map(Stage::name).toList();
            assertThat(String.join(" ", names)).isEqualTo(stages);
            for (int i = 0; i < names.size(); i++) {
                Cut cut = network.cutAfter(names.get(i));
                Tensor map = cut.features(films);
                int side = Integer.parseInt(List.of(sides.split(" ", -1)).get(i));
                assertThat(List.of(map.size(2), map.size(3))).containsExactly((long) side, (long) side);
                assertThat(map.min().item()).isGreaterThanOrEqualTo(0);
                assertThat(cut.head(map).floats()).isEqualTo(scores);
            }
        }
    }

    @Test
    void cutAfterTheLastStage_isTheNetwork_andAnEarlierHeadHasNoClassWeights() {
        try (Network network = DenseNet.small(1, 0, 2)) {
            assertThat(network.cutAfter("denseblock3")).isSameAs(network);
            assertThat(network.classWeights()).isPresent();
            assertThat(network.cutAfter("denseblock2").classWeights()).isEmpty();
        }
    }

    @Test
    void stageThatIsNone_isRefused_sayingWhichThereAre() {
        try (Network network = DenseNet.small(1, 0, 2)) {
            assertThatThrownBy(() -> network.cutAfter("layer4"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a layer must be one of [denseblock1, denseblock2, denseblock3], was layer4");
        }
    }
}
