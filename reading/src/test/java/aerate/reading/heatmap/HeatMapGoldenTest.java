package aerate.reading.heatmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import aerate.network.Json;
import aerate.tensor.Gradients;
import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Parity with NumPy, gradients and all; the numbers and their maker: heatmap_golden.json, heatmap_golden.py. */
class HeatMapGoldenTest {
    private static final JsonNode GOLDEN = golden();

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
    @ValueSource(strings = {"grad-cam", "grad-cam++", "hires-cam", "layer-cam", "ablation-cam"})
    void maps_equalNumPys_ofOneScoreAndOfTwo(String name) {
        ActivationMap method = ActivationMaps.named(name);
        for (JsonNode golden : GOLDEN.get("cases")) {
            try (DenseHead network = network(golden)) {
                Tensor maps = method.maps(network, activations(), index(golden));
                assertThat(maps.shape()).containsExactly(3, 4, 6);
                assertThat(maps.floats())
                        .as(golden.get("name").asText())
                        .containsExactly(floats(golden.get("maps").get(name)), within(2e-5f));
            }
        }
    }

    @Test
    void gradient_equalsNumPys() {
        for (JsonNode golden : GOLDEN.get("cases")) {
            try (DenseHead network = network(golden);
                    Gradients on = Gradients.on()) {
                assertThat(ClassScore.gradient(network, activations(), index(golden))
                                .floats())
                        .as(golden.get("name").asText())
                        .containsExactly(floats(golden.get("gradient")), within(2e-6f));
            }
        }
    }

    private static DenseHead network(JsonNode golden) {
        float[] weights = floats(GOLDEN.get("w2"));
        float[] bias = floats(GOLDEN.get("b2"));
        boolean one = golden.get("name").asText().startsWith("one");
        int from = one ? 1 : 0; // one score is that of class 1
        return DenseHead.of(
                floats(GOLDEN.get("w1")),
                floats(GOLDEN.get("b1")),
                Arrays.copyOfRange(weights, from * weights.length / 2, weights.length),
                Arrays.copyOfRange(bias, from, bias.length));
    }

    private static int index(JsonNode golden) {
        return golden.get("name").asText().endsWith("1") ? 1 : 0;
    }

    private static Tensor activations() {
        long[] shape = Json.MAPPER.convertValue(GOLDEN.get("shape"), long[].class);
        return Tensors.of(floats(GOLDEN.get("activations")), shape);
    }

    /** The numbers of nested arrays, in order. */
    private static float[] floats(JsonNode node) {
        List<Double> numbers = IntStream.range(0, node.size())
                .mapToObj(node::get)
                .flatMap(HeatMapGoldenTest::numbers)
                .toList();
        float[] floats = new float[numbers.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = numbers.get(i).floatValue();
        }
        return floats;
    }

    private static Stream<Double> numbers(JsonNode node) {
        return node.isArray()
                ? IntStream.range(0, node.size()).mapToObj(node::get).flatMap(HeatMapGoldenTest::numbers)
                : Stream.of(node.asDouble());
    }

    private static JsonNode golden() {
        try (var json = HeatMapGoldenTest.class.getResourceAsStream("heatmap_golden.json")) {
            return Json.MAPPER.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
