package aerate.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputTransformTest {
    private static final InputTransform TRANSFORM = new InputTransform(2, 0.5, 0.25);

    @Test
    void bytes_becomeBrightnessLessMeanOverDeviation() {
        try (Scope scope = Scope.open()) {
            Tensor films = Tensors.of(new byte[] {0, 51, (byte) 204, (byte) 255}, 1, 2, 2);
            Tensor batch = TRANSFORM.batch(films, 1);
            assertThat(batch.shape()).containsExactly(1, 1, 2, 2);
            assertThat(batch.floats()).containsExactly(new float[] {-2, -1.2f, 1.2f, 2}, within(1e-6f));
        }
    }

    @Test
    void threeChannels_areThreeTimesTheFilm() {
        try (Scope scope = Scope.open()) {
            Tensor films = Tensors.of(new byte[] {0, 51, (byte) 204, (byte) 255}, 1, 2, 2);
            float[] grey = TRANSFORM.batch(films, 1).floats();
            Tensor colour = TRANSFORM.batch(films, 3);
            assertThat(colour.shape()).containsExactly(1, 3, 2, 2);
            for (int channel = 0; channel < 3; channel++) {
                assertThat(colour.select(1, channel).floats()).isEqualTo(grey);
            }
        }
    }

    @Test
    void values_becomeWhatTheirBytesDo() {
        try (Scope scope = Scope.open()) {
            Tensor bytes = Tensors.of(new byte[] {0, 51, (byte) 204, (byte) 255}, 1, 2, 2);
            Tensor values = Tensors.of(new float[] {0, 0.2f, 0.8f, 1}, 1, 1, 2, 2);
            assertThat(TRANSFORM.batchOfValues(values, 1).floats())
                    .containsExactly(TRANSFORM.batch(bytes, 1).floats(), within(1e-6f));
        }
    }

    @Test
    void withSize_changesTheSizeAlone() {
        assertThat(TRANSFORM.withSize(96)).isEqualTo(new InputTransform(96, 0.5, 0.25));
    }

    @Test
    void size_isAtLeastOne() {
        assertThatThrownBy(() -> new InputTransform(0, 0.5, 0.25)).hasMessage("input.size must be at least 1, was 0");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN})
    void deviation_isAboveZero(double deviation) {
        assertThatThrownBy(() -> new InputTransform(1, 0.5, deviation))
                .hasMessage("input.deviation must be above 0, was " + deviation);
    }

    @Test
    void channelsOfTheirOwnMeans_areEachTransformedByTheirs() {
        InputTransform colour = new InputTransform(2, List.of(0.0, 0.5, 1.0), List.of(1.0, 0.5, 0.25));
        try (Scope scope = Scope.open()) {
            Tensor bytes = Tensors.of(new byte[] {0, (byte) 255}, 1, 1, 2);
            Tensor values = Tensors.of(new float[] {0, 1}, 1, 1, 1, 2);
            float[] expected = {0, 1, -1, 1, -4, 0};
            assertThat(colour.batch(bytes, 3).floats()).containsExactly(expected, within(1e-6f));
            assertThat(colour.batchOfValues(values, 3).floats()).containsExactly(expected, within(1e-6f));
            assertThatThrownBy(() -> colour.batch(bytes, 1))
                    .hasMessage("input.mean must be one number or one for each of 1 channels, were 3");
        }
    }

    @Test
    void json_ofOneMean_isANumber_ofSeveralAList() throws IOException {
        String one = "{\"size\":2,\"mean\":0.5,\"deviation\":0.25}";
        String three = "{\"size\":2,\"mean\":[0.1,0.2,0.3],\"deviation\":[1.0,2.0,3.0]}";
        InputTransform colour = new InputTransform(2, List.of(0.1, 0.2, 0.3), List.of(1.0, 2.0, 3.0));
        assertThat(Json.MAPPER.readValue(one, InputTransform.class)).isEqualTo(TRANSFORM);
        assertThat(Json.MAPPER.readValue(three, InputTransform.class)).isEqualTo(colour);
        assertThat(Json.MAPPER.valueToTree(TRANSFORM).toString()).isEqualTo(one);
        assertThat(Json.MAPPER.valueToTree(colour).toString()).isEqualTo(three);
    }

    @Test
    void meansAndDeviations_areEquallyMany() {
        List<Double> three = List.of(0.1, 0.2, 0.3);
        assertThatThrownBy(() -> new InputTransform(2, three, List.of(1.0)))
                .hasMessage("input.mean and input.deviation must be equally many, were 3 and 1");
        assertThatThrownBy(() -> new InputTransform(2, List.of(), List.of())).hasMessageContaining("were 0 and 0");
        assertThatThrownBy(() -> new InputTransform(2, null, three)).hasMessage("input.mean is missing");
    }

    @Test
    void manifest_refusesMeansForOtherChannels() {
        InputTransform colour = new InputTransform(2, List.of(0.1, 0.2, 0.3), List.of(1.0, 2.0, 3.0));
        Architecture grey = Architecture.Classifier.named("resnet18", 1, 0, 2);
        assertThatThrownBy(() -> new Manifest(
                        Manifest.FORMAT,
                        "grey",
                        grey,
                        colour,
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Map.of()))
                .hasMessage("input.mean must be one number or one for each of 1 channels, were 3");
    }
}
