package aerate.training.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemperatureScalingTest {
    private static final int FILMS = 20_000;

    /** The temperature's standard error with so many films is 1.5 %. */
    @ParameterizedTest
    @ValueSource(doubles = {0.3, 1, 2.5, 7})
    void fit_findsTheTemperatureThatMadeTheTruth(double temperature) {
        double[] margins = margins();
        TemperatureScaling fitted = TemperatureScaling.fit(margins, truth(margins, temperature));
        assertThat(fitted.temperature()).isCloseTo(temperature, within(0.06 * temperature));
    }

    @Test
    void fit_hasNoSlopeAtItsTemperature() {
        double[] margins = margins();
        boolean[] sick = truth(margins, 2);
        double temperature = TemperatureScaling.fit(margins, sick).temperature();
        double ahead = new TemperatureScaling(temperature * 1.001).crossEntropy(margins, sick);
        double behind = new TemperatureScaling(temperature / 1.001).crossEntropy(margins, sick);
        assertThat((ahead - behind) / 0.002).isCloseTo(0, within(1e-6));
    }

    @Test
    void fit_isNeverWorseThanNone() {
        double[] margins = margins();
        boolean[] sick = truth(margins, 4);
        assertThat(TemperatureScaling.fit(margins, sick).crossEntropy(margins, sick))
                .isLessThanOrEqualTo(new TemperatureScaling(1).crossEntropy(margins, sick));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-3, 1, 50, 1e6})
    void fit_ofFilmsToldApartOrConfusedWholly_isFinite(double margin) {
        double[] margins = {-margin, -margin, margin};
        for (boolean[] sick : new boolean[][] {{false, false, true}, {true, true, false}, {true, true, true}}) {
            TemperatureScaling fitted = TemperatureScaling.fit(margins, sick);
            assertThat(fitted.temperature()).isBetween(0.049, 20.1);
            assertThat(fitted.crossEntropy(margins, sick)).isFinite();
            assertThat(fitted.probability(margin)).isBetween(0.5, 1.0);
            assertThat(fitted.probability(-margin)).isBetween(0.0, 0.5);
        }
    }

    @Test
    void crossEntropy_isTheLogarithmOfTheProbabilityOfTheTruth() {
        TemperatureScaling scaling = new TemperatureScaling(2);
        double[] margins = {1.5, -0.7};
        double expected = -(Math.log(scaling.probability(1.5)) + Math.log(scaling.probability(-0.7))) / 2;
        assertThat(scaling.crossEntropy(margins, new boolean[] {true, true})).isCloseTo(expected, within(1e-12));
        assertThat(scaling.probability(1.5)).isCloseTo(1 / (1 + Math.exp(-0.75)), within(1e-15));
        assertThat(scaling.probability(1.5) + scaling.probability(-1.5)).isCloseTo(1, within(1e-15));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN})
    void temperature_mustBeAboveZero(double temperature) {
        assertThatThrownBy(() -> new TemperatureScaling(temperature))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a temperature must be above 0, was " + temperature);
    }

    private static double[] margins() {
        SplittableRandom random = new SplittableRandom(11);
        return random.doubles(FILMS, -6, 6).toArray();
    }

    private static boolean[] truth(double[] margins, double temperature) {
        SplittableRandom random = new SplittableRandom(12);
        boolean[] sick = new boolean[margins.length];
        double[] draws = random.doubles(margins.length).toArray();
        double[] probabilities = Arrays.stream(margins)
                .map(new TemperatureScaling(temperature)::probability)
                .toArray();
        for (int i = 0; i < sick.length; i++) {
            sick[i] = draws[i] < probabilities[i];
        }
        return sick;
    }
}
