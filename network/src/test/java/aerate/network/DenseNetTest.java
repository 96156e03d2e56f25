package aerate.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import aerate.tensor.DataType;
import aerate.tensor.Functions;
import aerate.tensor.Generator;
import aerate.tensor.Gradients;
import aerate.tensor.Optimizer;
import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DenseNetTest {
    private Scope scope;

    @BeforeEach
    void openScope() {
        scope = Scope.open();
    }

    @AfterEach
    void closeScope() {
        scope.close();
    }

    @ParameterizedTest
    @CsvSource({"32, 4", "64, 8", "40, 5"})
    void small_lastMap_isAnEighthOfTheFilm(int size, int expected) {
        try (Network network = small(3, 0)) {
            Tensor map = network.features(GoldenNumbers.noise(1, 1, 0, 2, 3, size, size));
            assertThat(map.shape()).containsExactly(2, 78, expected, expected);
            assertThat(map.min().item()).isGreaterThanOrEqualTo(0);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 8})
    void headOfFeatures_isForward(int hidden) {
        try (Network network = small(1, hidden)) {
            Tensor films = GoldenNumbers.films(2, 1);
            Tensor scores = network.forward(films);
            assertThat(scores.shape()).containsExactly(2, 2);
            assertThat(network.head(network.features(films)).floats()).containsExactly(scores.floats());
        }
    }

    @Test
    void classWeights_areThereOnlyWithoutHiddenLayer() {
        try (Network direct = small(1, 0);
                Network hidden = small(1, 8)) {
            assertThat(direct.classWeights().orElseThrow().shape()).containsExactly(2, 78);
            assertThat(hidden.classWeights()).isEmpty();
        }
    }

    @Test
    void channelsLast_reachesTheLastMap_andChangesNoScore() {
        try (Network network = small(1, 8)) {
            Tensor films = GoldenNumbers.films(2, 1);
            float[] expected = network.forward(films).floats();
            network.channelsLast();
            Tensor map = network.features(films.channelsLast());
            assertThat(map.stride(1)).isEqualTo(1);
            assertThat(map.stride(3)).isEqualTo(map.size(1));
            assertThat(network.head(map).floats()).containsExactly(expected, within(1e-4f));
        }
    }

    @Test
    void scoresOfOneFilm_dependOnNoOther() {
        try (Network network = small(1, 8)) {
            Tensor films = GoldenNumbers.films(3, 1);
            float[] together = network.forward(films).floats();
            float[] alone = network.forward(films.narrow(0, 1, 1)).floats();
            assertThat(alone).containsExactly(new float[] {together[2], together[3]}, within(1e-5f));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void gradients_equalFiniteDifferences(boolean training) {
        try (Network network = small(1, 3)) {
            network.to(DataType.FLOAT64);
            network.training(training);
            Tensor films = GoldenNumbers.noise(3, 1, 0, 2, 1, 16, 16).to(DataType.FLOAT64);
            List<Tensor> inputs = new ArrayList<>(List.of(films.requiresGradient()));
            inputs.addAll(List.of(
                    network.parameters().get("features.conv0.weight"),
                    network.parameters().get("features.denseblock2.denselayer3.norm2.bias"),
                    network.parameters().get("features.transition1.conv.weight"),
                    network.parameters().get("classifier.0.weight")));
            for (Tensor input : inputs) {
                Tensor direction = GoldenNumbers.noise(9, 1, 0, input.shape()).to(DataType.FLOAT64);
                double slope = Gradients.of(score(network, films), input)
                        .times(direction)
                        .sum()
                        .item();
                double step = 1e-8; // so small that no ReLU turns on the way
                double difference;
                try (Gradients off = Gradients.off()) {
                    Tensor start = input.copy();
                    double above = score(network, input, start.plus(direction.times(step)), films);
                    double below = score(network, input, start.minus(direction.times(step)), films);
                    input.assign(start);
                    difference = (above - below) / (2 * step);
                }
                assertThat(slope).isNotZero().isCloseTo(difference, within(1e-5 * Math.max(1, Math.abs(slope))));
            }
        }
    }

    @Test
    void training_overfitsOneBatch() {
        try (Network network = DenseNet.small(1, 0, 2);
                Generator random = Generator.seeded(5)) {
            network.initialise(random);
            network.training(true);
            Tensor films = random.normal(8, 1, 32, 32);
            Tensor labels = Tensors.of(new long[] {0, 1, 1, 0, 1, 0, 0, 1}, 8);
            try (Optimizer optimizer =
                    Optimizer.adam(List.copyOf(network.parameters().values()), 0)) {
                for (int step = 0; step < 30; step++) {
                    optimizer.clearGradients();
                    Functions.crossEntropy(network.forward(films), labels, null, 0)
                            .backward();
                    optimizer.step(3e-3);
                }
            }
            double loss = Functions.crossEntropy(network.forward(films), labels, null, 0)
                    .item();
            assertThat(loss).isLessThan(0.05);
        }
    }

    private static Network small(int channels, int hidden) {
        Network network = DenseNet.small(channels, hidden, 2);
        try (Gradients off = Gradients.off()) {
            GoldenNumbers.fill(network.state());
        }
        return network;
    }

    private static Tensor score(Network network, Tensor films) {
        return network.forward(films).select(1, 1).sum();
    }

    private static double score(Network network, Tensor input, Tensor moved, Tensor films) {
        input.assign(moved);
        return score(network, films).item();
    }
}
