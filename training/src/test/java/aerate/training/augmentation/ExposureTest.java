package aerate.training.augmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import aerate.tensor.Generator;
import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExposureTest {
    private static final float[] GREYS = {0, 0.04f, 0.25f, 0.5f, 0.81f, 1};

    @ParameterizedTest
    @CsvSource({"1, 1, 0", "2, 1, 0", "0.5, 1, 0", "1, 1.4, 0", "1, 1, -0.1", "0.8, 0.7, 0.15"})
    void brightness_isTheFormula(double exponent, double slope, double shift) {
        float[] expected = new float[GREYS.length];
        for (int i = 0; i < expected.length; i++) {
            expected[i] = (float) ((Math.pow(GREYS[i], exponent) - 0.5) * slope + 0.5 + shift);
        }
        try (Scope scope = Scope.open()) {
            Tensor exposed = Exposure.expose(greys(1), single(exponent), single(slope), single(shift));
            assertThat(exposed.floats()).containsExactly(expected, within(1e-4f));
        }
    }

    @Test
    void withoutRanges_isIdentity() {
        try (Scope scope = Scope.open();
                Generator random = Generator.seeded(1)) {
            assertThat(new Exposure(0, 0, 0).brightness(greys(1), random).floats())
                    .containsExactly(GREYS, within(1e-6f));
        }
    }

    @Test
    void shift_staysWithinItsRange_andDiffersByFilm() {
        try (Scope scope = Scope.open();
                Generator random = Generator.seeded(1)) {
            Tensor shifted =
                    new Exposure(0, 0, 0.1).brightness(greys(100), random).minus(greys(100));
            float[] shifts = shifted.narrow(3, 3, 1).floats();
            assertThat(shifts).hasSize(100).doesNotHaveDuplicates();
            for (float shift : shifts) {
                assertThat(shift).isBetween(-0.1001f, 0.1001f);
            }
        }
    }

    /** Twice as steep as often as half as steep: the middle grey's exponent is within 1/2 and 2 and as often above 1. */
    @Test
    void gamma_isEvenOnALogarithmicScale() {
        try (Scope scope = Scope.open();
                Generator random = Generator.seeded(1)) {
            float[] middles = new Exposure(1, 0, 0)
                    .brightness(greys(2000), random)
                    .narrow(3, 3, 1)
                    .floats();
            int steeper = 0;
            for (float middle : middles) {
                double exponent = Math.log(middle) / Math.log(0.5);
                assertThat(exponent).isBetween(0.4999, 2.0001);
                steeper += exponent > 1 ? 1 : 0;
            }
            assertThat(steeper).isBetween(890, 1110); // 1000 with a deviation of 22
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "-1; 0; 0;  exposure.gamma must be at least 0, was -1.0",
                "0; 1; 0;   exposure.contrast must be in [0, 1), was 1.0",
                "0; 0; NaN; exposure.brightness must be in [0, 1), was NaN"
            })
    void settingOutOfRange_isRefused(double gamma, double contrast, double brightness, String message) {
        assertThatThrownBy(() -> new Exposure(gamma, contrast, brightness))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static Tensor greys(int films) {
        return Tensors.of(GREYS, 1, 1, 1, GREYS.length).plus(Tensors.zeros(films, 1, 1, 1));
    }

    private static Tensor single(double value) {
        return Tensors.full(value, 1, 1, 1, 1);
    }
}
