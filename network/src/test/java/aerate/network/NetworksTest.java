package aerate.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import aerate.tensor.Functions;
import aerate.tensor.Generator;
import aerate.tensor.Gradients;
import aerate.tensor.Optimizer;
import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of every classifier; parity with torchvision is TorchvisionGoldenTest's. */
class NetworksTest {
    private Scope scope;
    private Generator random;

    @BeforeEach
    void open() {
        scope = Scope.open();
        random = Generator.seeded(3);
    }

    @AfterEach
    void close() {
        random.close();
        scope.close();
    }

    @ParameterizedTest
    @CsvSource({
        "vgg16, 64, 512, 2",
        "vgg16-bn, 64, 512, 2",
        "resnet18, 64, 512, 2",
        "resnet50, 64, 2048, 2",
        "resnet152, 64, 2048, 2",
        "resnet200, 64, 2048, 2",
        "inception-v3, 75, 2048, 1",
        "inception-v3, 96, 2048, 1"
    })
    void lastMap_isNotNegative_andItsHeadGivesTheScores(String name, int size, int channels, int side) {
        try (Network network = drawn(name, 0);
                Gradients off = Gradients.off()) {
            Tensor films = GoldenNumbers.films(2, 1, size);
            Tensor map = network.features(films);
            assertThat(map.shape()).containsExactly(2, channels, side, side);
            assertThat(map.min().item()).isGreaterThanOrEqualTo(0);
            assertThat(map.max().item()).isGreaterThan(0);
            assertThat(network.head(map).floats())
                    .isEqualTo(network.forward(films).floats());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"vgg16", "vgg16-bn", "resnet18", "resnet50", "inception-v3"})
    void classWeights_timesThePooledMap_areTheScoresLessTheirBias(String name) {
        try (Network network = drawn(name, 0);
                Network hidden = drawn(name, 8);
                Gradients off = Gradients.off()) {
            Tensor map = network.features(GoldenNumbers.films(2, 1, 80));
            Tensor weights = network.classWeights().orElseThrow();
            Tensor scores = Functions.globalAveragePool(map).matmul(weights.transpose(0, 1));
            float[] expected = network.head(map).floats(); // biases are drawn as zero
            assertThat(scores.floats()).containsExactly(expected, within(1e-4f));
            assertThat(hidden.classWeights()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"vgg16-bn", "resnet18", "resnet50", "inception-v3"})
    void channelsLast_changesNoScore(String name) {
        try (Network network = drawn(name, 4);
                Gradients off = Gradients.off()) {
            Tensor films = GoldenNumbers.films(2, 1, 80);
            float[] expected = network.forward(films).floats();
            network.channelsLast();
            assertThat(network.forward(films.channelsLast()).floats()).containsExactly(expected, within(1e-4f));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"vgg16-bn", "resnet18", "inception-v3"})
    void training_learnsOneBatch(String name) {
        try (Network network = drawn(name, 0)) {
            network.training(true);
            Tensor films = random.normal(4, 1, 80, 80);
            Tensor labels = Tensors.of(new long[] {0, 1, 1, 0}, 4);
            try (Optimizer optimizer =
                    Optimizer.adam(List.copyOf(network.parameters().values()), 0)) {
                for (int step = 0; step < 15; step++) {
                    optimizer.clearGradients();
                    loss(network, films, labels).backward();
                    optimizer.step(3e-4);
                }
            }
            assertThat(loss(network, films, labels).item()).isLessThan(0.1);
        }
    }

    private static Tensor loss(Network network, Tensor films, Tensor labels) {
        return Functions.crossEntropy(network.trainingScores(films).scores(), labels, null, 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {75, 128, 299})
    void inceptionsAuxiliaryHead_seesFilmsOfAnySize_andIsLearnt(int size) {
        try (Network network = drawn("inception-v3", 0)) {
            network.training(true);
            Tensor films = GoldenNumbers.films(2, 1, size);
            Tensor auxiliary = network.trainingScores(films).auxiliary().orElseThrow();
            assertThat(auxiliary.shape()).containsExactly(2, 2);
            Tensor labels = Tensors.of(new long[] {0, 1}, 2);
            Tensor gradient = Gradients.of(
                    Functions.crossEntropy(auxiliary, labels, null, 0),
                    network.parameters().get("AuxLogits.fc.weight"));
            assertThat(gradient.abs().max().item()).isGreaterThan(0);
        }
    }

    @Test
    void inception_refusesFilmsOfWhichNothingWouldBeLeft() {
        try (Network network = drawn("inception-v3", 0)) {
            Tensor films = GoldenNumbers.films(1, 1, 74);
            assertThatThrownBy(() -> network.forward(films))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("films for Inception-v3 must be at least 75 px, were 74 x 74");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "resnet19 | 1 | 0 | 2 | resnet19",
                "unet | 1 | 0 | 2 | network unet",
                "resnet18 | 2 | 0 | 2 | network.channels must be 1 or 3, was 2",
                "vgg16 | 1 | -1 | 2 | network.hidden must be at least 0, was -1",
                "inception-v3 | 1 | 0 | 1 | network.classes must be at least 2, was 1"
            })
    void networkThatIsNone_isRefusedInItsWords(String name, int channels, int hidden, int classes, String words) {
        assertThatThrownBy(() -> Architecture.Classifier.named(name, channels, hidden, classes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words);
    }

    private Network drawn(String name, int hidden) {
        Network network = Architecture.Classifier.named(name, 1, hidden, 2).build();
        network.initialise(random);
        return network;
    }
}
