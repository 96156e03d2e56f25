package aerate.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
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
}
