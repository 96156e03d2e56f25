package aerate.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import aerate.tensor.Gradients;
import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Parity with torchvision; the numbers and their maker: torchvision_golden.json, torchvision_golden.py. */
class TorchvisionGoldenTest {
    private static final int FILMS = 2;

    static List<Named<JsonNode>> published() throws IOException {
        return golden("published");
    }

    static List<Named<JsonNode>> cases() throws IOException {
        return golden("cases");
    }

    static Stream<Named<JsonNode>> all() throws IOException {
        return Stream.concat(published().stream(), cases().stream());
    }

    private static List<Named<JsonNode>> golden(String part) throws IOException {
        try (var json = TorchvisionGoldenTest.class.getResourceAsStream("torchvision_golden.json")) {
            return StreamSupport.stream(Json.MAPPER.readTree(json).get(part).spliterator(), false)
                    .map(single -> Named.of(name(single), single))
                    .toList();
        }
    }

    private static String name(JsonNode golden) {
        return "%s, %s channels, hidden %s, %s classes"
                .formatted(
                        golden.get("network").asText(),
                        golden.get("channels"),
                        golden.get("hidden"),
                        golden.get("classes"));
    }

    @ParameterizedTest
    @MethodSource("all")
    void state_hasTorchvisionsNamesShapesAndCount(JsonNode golden) {
        try (Network network = architecture(golden).build()) {
            assertThat(network.parameterCount())
                    .isEqualTo(golden.get("parameters").asLong());
            String lines = new TreeMap<>(network.state())
                    .entrySet().stream()
                            .map(entry -> entry.getKey() + " "
                                    + Arrays.toString(entry.getValue().shape()) + "\n")
                            .collect(Collectors.joining());
            assertThat(sha256(lines)).as(lines).isEqualTo(golden.get("sha256").asText());
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void scores_equalTorchvisions(JsonNode golden) {
        try (Scope scope = Scope.open();
                Gradients off = Gradients.off();
                Network network = withoutDropout(golden)) {
            double gain = golden.get("gain").asDouble();
            GoldenNumbers.fill(network.state(), gain);
            Tensor films = GoldenNumbers.films(
                    FILMS, golden.get("channels").asInt(), golden.get("size").asInt());
            assertEquals(network.forward(films), golden.get("evaluation"));
            network.training(true);
            TrainingScores scores = network.trainingScores(films);
            assertEquals(scores.scores(), golden.get("training"));
            // The auxiliary scores come of one pixel a film: batch norm divides by the distance of two values, which
            // enlarges
            // rounding (7e-5 between torchvision's float32 and float64, 5e-4 where 1 x 1 convolutions are matrix
            // products).
            assertThat(scores.auxiliary().isPresent()).isEqualTo(golden.has("auxiliary"));
            scores.auxiliary().ifPresent(auxiliary -> assertEquals(auxiliary, golden.get("auxiliary"), 1e-3f));
            GoldenNumbers.fill(network.state(), gain); // the statistics that training mode has moved
            assertEquals(network.forward(films), golden.get("training"));
        }
    }

    private static Architecture.Classifier architecture(JsonNode golden) {
        return Architecture.Classifier.named(
                golden.get("network").asText(),
                golden.get("channels").asInt(),
                golden.get("hidden").asInt(),
                golden.get("classes").asInt());
    }

    private static Network withoutDropout(JsonNode golden) {
        int channels = golden.get("channels").asInt();
        int hidden = golden.get("hidden").asInt();
        int classes = golden.get("classes").asInt();
        return switch (golden.get("network").asText()) {
            case "vgg16" -> Vgg.vgg16(channels, hidden, classes, 0);
            case "vgg16-bn" -> Vgg.vgg16Normalised(channels, hidden, classes, 0);
            case "inception-v3" -> Inception.v3(channels, hidden, classes, 0);
            default -> architecture(golden).build();
        };
    }

    private static void assertEquals(Tensor scores, JsonNode golden) {
        assertEquals(scores, golden, 1e-4f);
    }

    private static void assertEquals(Tensor scores, JsonNode golden, float tolerance) {
        float[] expected = Json.MAPPER.convertValue(golden, float[].class);
        assertThat(scores.floats()).containsExactly(expected, within(tolerance));
    }

    private static String sha256(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
