package aerate.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import aerate.tensor.DataType;
import aerate.tensor.Device;
import aerate.tensor.Gradients;
import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Parity with torchvision; the numbers and their maker: densenet_golden.json, densenet_golden.py. */
class DenseNetGoldenTest {
    private static final String COUNTER = ".num_batches_tracked";

    static List<Named<JsonNode>> cases() throws IOException {
        return StreamSupport.stream(golden().spliterator(), false)
                .map(single -> Named.of(single.get("name").asText(), single))
                .toList();
    }

    private static JsonNode golden() throws IOException {
        try (var json = DenseNetGoldenTest.class.getResourceAsStream("densenet_golden.json")) {
            return Json.MAPPER.readTree(json).get("cases");
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void state_hasTorchvisionsNamesAndShapes(JsonNode golden) {
        Map<String, List<Long>> expected = shapes(golden);
        expected.keySet().removeIf(name -> name.endsWith(COUNTER));
        try (Network network = architecture(golden).build()) {
            Map<String, List<Long>> shapes = new LinkedHashMap<>();
            network.state().forEach((name, tensor) -> shapes.put(name, asList(tensor.shape())));
            assertThat(shapes).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void scores_equalTorchvisions(JsonNode golden) {
        try (Scope scope = Scope.open();
                Gradients off = Gradients.off();
                Network network = architecture(golden).build()) {
            GoldenNumbers.fill(network.state());
            Tensor films = GoldenNumbers.films(2, golden.get("channels").asInt());
            assertEquals(network.forward(films), golden.get("evaluation"));
            network.training(true);
            assertEquals(network.forward(films), golden.get("training"));
        }
    }

    @Test
    void torchvisionsWeights_load(@TempDir Path folder) throws IOException {
        JsonNode golden = golden().get(0);
        try (Scope scope = Scope.open();
                Gradients off = Gradients.off()) {
            Map<String, Tensor> weights = new LinkedHashMap<>();
            shapes(golden).forEach((name, shape) -> {
                DataType type = name.endsWith(COUNTER) ? DataType.INT64 : DataType.FLOAT32;
                long[] sizes = shape.stream().mapToLong(Long::longValue).toArray();
                weights.put(name, Tensors.zeros(type, sizes));
            });
            assertThat(weights.keySet()).anyMatch(name -> name.endsWith(COUNTER));
            GoldenNumbers.fill(weights);
            Path saved = folder.resolve("imagenet");
            Checkpoint.save(saved, Checkpoints.manifest(architecture(golden)), weights, "");
            try (Network network = Checkpoint.open(saved).classifier(Device.CPU)) {
                assertEquals(network.forward(GoldenNumbers.films(2, 3)), golden.get("evaluation"));
            }
        }
    }

    private static Architecture.Classifier architecture(JsonNode golden) {
        return Architecture.Classifier.named(
                "densenet121",
                golden.get("channels").asInt(),
                golden.get("hidden").asInt(),
                golden.get("classes").asInt());
    }

    private static Map<String, List<Long>> shapes(JsonNode golden) {
        Map<String, List<Long>> shapes = new LinkedHashMap<>();
        golden.get("shapes")
                .properties()
                .forEach(entry ->
                        shapes.put(entry.getKey(), asList(Json.MAPPER.convertValue(entry.getValue(), long[].class))));
        return shapes;
    }

    private static List<Long> asList(long[] shape) {
        return Arrays.stream(shape).boxed().toList();
    }

    private static void assertEquals(Tensor scores, JsonNode golden) {
        float[] expected = Json.MAPPER.convertValue(golden, float[].class);
        assertThat(scores.floats()).containsExactly(expected, within(1e-4f));
    }
}
