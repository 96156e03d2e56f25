package aerate.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import aerate.tensor.Gradients;
import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ForeignWeightsTest {
    @TempDir
    private Path folder;

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
    @ValueSource(strings = {"densenet-small", "resnet18", "inception-v3"})
    void oneChannel_givesTheScoresOfThreeEqualOnes(String name) throws IOException {
        try (Network colour = Architecture.Classifier.named(name, 3, 0, 2).build();
                Network grey = Architecture.Classifier.named(name, 1, 0, 2).build()) {
            GoldenNumbers.fill(colour.state(), 0.5);
            ForeignWeights.fill(grey, written(colour.state()));
            Tensor film = GoldenNumbers.films(2, 1, 80);
            float[] expected =
                    colour.forward(Tensors.concatenate(1, film, film, film)).floats();
            assertThat(grey.forward(film).floats()).containsExactly(expected, within(1e-4f));
        }
    }

    @Test
    void batchCounters_areLeftOut() throws IOException {
        try (Network network = DenseNet.small(1, 0, 2);
                Network filled = DenseNet.small(1, 0, 2)) {
            GoldenNumbers.fill(network.state());
            Map<String, Tensor> weights = new LinkedHashMap<>(network.state());
            weights.put("features.norm0.num_batches_tracked", Tensors.of(new long[] {7}, 1));
            ForeignWeights.fill(filled, written(weights));
            Tensor film = GoldenNumbers.films(1, 1);
            assertThat(filled.forward(film).floats())
                    .isEqualTo(network.forward(film).floats());
        }
    }

    @Test
    void weightsOfAnotherNetwork_areRefusedByName() throws IOException {
        try (Network dense = DenseNet.small(3, 0, 2);
                Network residual = ResNet.resnet18(1, 0, 2)) {
            Path file = written(dense.state());
            assertThatThrownBy(() -> ForeignWeights.fill(residual, file))
                    .isInstanceOf(IOException.class)
                    .hasMessageContainingAll(
                            "another network",
                            "missing",
                            "layer1.0.conv1.weight",
                            "left over",
                            "features.conv0.weight");
        }
    }

    @Test
    void missingTensor_isNamedAlone() throws IOException {
        try (Network network = ResNet.resnet18(1, 0, 2)) {
            Map<String, Tensor> weights = new LinkedHashMap<>(network.state());
            weights.remove("layer3.1.bn2.running_var");
            Path file = written(weights);
            assertThatThrownBy(() -> ForeignWeights.fill(network, file))
                    .hasMessageContaining("missing [layer3.1.bn2.running_var], left over []");
        }
    }

    @Test
    void missingStem_isNamed() throws IOException {
        try (Network network = DenseNet.small(1, 0, 2)) {
            Map<String, Tensor> weights = new LinkedHashMap<>(network.state());
            weights.remove("features.conv0.weight");
            Path file = written(weights);
            assertThatThrownBy(() -> ForeignWeights.fill(network, file))
                    .hasMessageContaining("missing [features.conv0.weight], left over []");
        }
    }

    @Test
    void anotherNumberOfClasses_isRefusedByNameAndShape() throws IOException {
        try (Network ten = DenseNet.small(1, 0, 10);
                Network two = DenseNet.small(1, 0, 2)) {
            Path file = written(ten.state());
            assertThatThrownBy(() -> ForeignWeights.fill(two, file))
                    .hasMessageContainingAll("classifier.weight", "[2, 78]", "[10, 78]");
        }
    }

    private Path written(Map<String, Tensor> weights) throws IOException {
        Path file = folder.resolve("weights.safetensors");
        Safetensors.write(file, weights);
        return file;
    }
}
