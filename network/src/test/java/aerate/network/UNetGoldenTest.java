package aerate.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import aerate.tensor.Gradients;
import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Parity with a second implementation; the numbers and their maker: unet_golden.json, unet_golden.py. */
class UNetGoldenTest {
    static Iterable<Named<JsonNode>> cases() throws IOException {
        try (var json = UNetGoldenTest.class.getResourceAsStream("unet_golden.json")) {
            return StreamSupport.stream(Json.MAPPER.readTree(json).get("cases").spliterator(), false)
                    .map(single -> Named.of(single.get("shape").toString(), single))
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void state_hasItsNamesShapesAndCount(JsonNode golden) {
        try (UNet network = shape(golden).build()) {
            Map<String, long[]> shapes = new TreeMap<>();
            network.state().forEach((name, tensor) -> shapes.put(name, tensor.shape()));
            assertThat(Json.MAPPER.valueToTree(shapes).toString())
                    .isEqualTo(golden.get("names").toString());
            assertThat(network.parameterCount())
                    .isEqualTo(golden.get("parameters").asLong());
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void forward_equalsIts(JsonNode golden) {
        UNet.Shape shape = shape(golden);
        try (Scope scope = Scope.open();
                Gradients off = Gradients.off();
                UNet network = shape.build()) {
            GoldenNumbers.fill(network.state(), golden.get("gain").asDouble());
            Tensor films = GoldenNumbers.films(2, shape.channels(), shape.size());
            Tensor levels = Tensors.of(numbers(golden.get("levels")), 2);
            Tensor out = golden.get("labels").isNull()
                    ? network.forward(films, levels)
                    : network.forward(films, levels, Tensors.of(numbers(golden.get("labels")), 2));
            Tensor each = out.reshape(2, -1);
            Tensor mean = each.mean(1);
            Tensor deviation = each.minus(mean.unsqueeze(1)).square().mean(1).sqrt();
            Tensor corner = out.narrow(1, 0, 1).narrow(2, 0, 4).narrow(3, 0, 4);
            assertEquals(mean, golden.get("mean"));
            assertEquals(deviation, golden.get("deviation"));
            assertEquals(corner, golden.get("corner"));
        }
    }

    private static UNet.Shape shape(JsonNode golden) {
        return Json.MAPPER.convertValue(golden.get("shape"), UNet.Shape.class);
    }

    private static long[] numbers(JsonNode list) {
        return Json.MAPPER.convertValue(list, long[].class);
    }

    private static void assertEquals(Tensor actual, JsonNode golden) {
        float[] expected = Json.MAPPER.convertValue(golden, float[].class);
        assertThat(actual.contiguous().floats()).containsExactly(expected, within(1e-4f));
    }
}
