package aerate.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import aerate.tensor.Generator;
import aerate.tensor.Gradients;
import aerate.tensor.Libtorch;
import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrozenDenseNetTest {
    private static final float ROUNDING = 0.03f; // of bfloat16, as a share of the greatest score

    private Scope scope;
    private Gradients off;

    @BeforeEach
    void open() {
        scope = Scope.open();
        off = Gradients.off();
    }

    @AfterEach
    void close() {
        off.close();
        scope.close();
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 64", "2, 1, 64", "5, 3, 64", "1, 1, 112", "2, 1, 256", "3, 1, 50"})
    void small_scoresAsTheNetworkDoes(int films, int channels, int size) {
        try (DenseNet network = trained(DenseNet.small(channels, 8, 2), 32)) {
            requireSameScores(network, GoldenNumbers.films(films, channels, size));
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 64", "2, 96"})
    void densenet121_scoresAsTheNetworkDoes(int films, int size) {
        try (DenseNet network = trained(DenseNet.densenet121(1, 16, 2), 64)) {
            requireSameScores(network, GoldenNumbers.films(films, 1, size));
        }
    }

    @Test
    void signsOfNorms_doNotMatter() {
        try (DenseNet network = trained(DenseNet.small(1, 0, 3), 32)) {
            network.state().forEach((name, tensor) -> {
                if (name.contains("norm") && name.endsWith(".weight")) {
                    // Falling and flat channels beside the rising ones, as a trained network may have a few.
                    tensor.assign(tensor.times(
                            GoldenNumbers.noise(7, 3, 2, tensor.shape()).clamp(-1, 1)));
                    tensor.narrow(0, 0, 1).assign(Tensors.zeros(1));
                }
            });
            requireSameScores(network, GoldenNumbers.films(2, 1));
        }
    }

    @Test
    void lastMap_isChannelsLast() {
        try (DenseNet network = trained(DenseNet.small(1, 0, 2), 32);
                FrozenDenseNet frozen = FrozenDenseNet.of(network)) {
            Tensor map = frozen.lastMap(GoldenNumbers.films(2, 1).channelsLast());
            assertThat(map.shape()).containsExactly(2, 78, 8, 8);
            assertThat(map.stride(1)).isEqualTo(1);
            assertThat(map.stride(3)).isEqualTo(78);
            assertThat(map.min().item()).isGreaterThanOrEqualTo(0);
        }
    }

    @Test
    void scoresOfAFilm_dependOnNoOther() {
        try (DenseNet network = trained(DenseNet.small(1, 0, 2), 32);
                FrozenDenseNet frozen = FrozenDenseNet.of(network)) {
            Tensor films = GoldenNumbers.films(3, 1);
            Tensor together = frozen.infer(films.channelsLast()).scores();
            for (int i = 0; i < 3; i++) {
                Tensor alone =
                        frozen.infer(films.narrow(0, i, 1).channelsLast()).scores();
                assertThat(alone.floats())
                        .containsExactly(together.narrow(0, i, 1).floats(), within(1e-3f));
            }
        }
    }

    @Test
    void network_staysTrainable() {
        try (DenseNet network = trained(DenseNet.small(1, 0, 2), 32);
                FrozenDenseNet frozen = FrozenDenseNet.of(network);
                Gradients on = Gradients.on()) {
            Tensor films = GoldenNumbers.films(1, 1).requiresGradient();
            Tensor score = network.forward(films).select(1, 1).sum();
            assertThat(Gradients.of(score, films).abs().sum().item()).isPositive();
        }
    }

    @Test
    void freezingAndInferring_leavesNoNativeObjects() {
        try (DenseNet network = trained(DenseNet.small(1, 0, 2), 32)) {
            long before = 0;
            for (int i = 0; i < 3; i++) {
                try (Scope round = Scope.open();
                        FrozenDenseNet frozen = FrozenDenseNet.of(network)) {
                    frozen.infer(GoldenNumbers.films(1, 1).channelsLast());
                }
                before = i == 0 ? Libtorch.liveObjects() : before;
            }
            assertThat(Libtorch.liveObjects()).isEqualTo(before);
        }
    }

    /** At random, with the running statistics of noise: maps of the size that they have in a trained network. */
    private static DenseNet trained(DenseNet network, int size) {
        try (Generator random = Generator.seeded(3)) {
            network.initialise(random);
            network.training(true);
            long channels = network.state().get("features.conv0.weight").size(1);
            for (int i = 0; i < 12; i++) {
                network.features(random.normal(4, channels, size, size));
            }
            network.training(false);
            network.state().forEach((name, tensor) -> {
                if (name.contains("norm") && name.endsWith(".bias")) {
                    tensor.assign(random.normal(tensor.shape()).times(0.3));
                }
            });
            return network;
        }
    }

    private static void requireSameScores(DenseNet network, Tensor films) {
        try (FrozenDenseNet frozen = FrozenDenseNet.of(network)) {
            Inference.Result result = frozen.infer(films.channelsLast());
            Tensor map = network.features(films);
            float[] expected = network.head(map).floats();
            float tolerance = ROUNDING * (float) map.max().item();
            assertThat(result.scores().shape()).containsExactly(films.size(0), expected.length / films.size(0));
            assertThat(result.scores().floats()).containsExactly(expected, within(tolerance));
            assertThat(result.embedding().floats())
                    .containsExactly(network.embedding(map).floats(), within(tolerance));
        }
    }
}
