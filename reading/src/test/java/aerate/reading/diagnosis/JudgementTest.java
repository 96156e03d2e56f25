package aerate.reading.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import aerate.film.Label;
import aerate.network.Manifest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JudgementTest {
    private static final Manifest.OperatingPoint POINT = new Manifest.OperatingPoint(0.75, "by hand");

    @ParameterizedTest
    @CsvSource({
        "1, 0, 0, 0.5",
        "1, 0, 1.0986123, 0.75", // ln 3
        "2, 0, 2.1972246, 0.75",
        "1, 5, 5, 0.5",
        "1, -1000, 1000, 1",
        "1, 1000, -1000, 0",
        "0.001, -1e30, 1e30, 1",
        "0.001, 1e30, -1e30, 0",
    })
    void probability_isCalibratedSoftmax(double temperature, float normal, float pneumonia, double expected) {
        Diagnosis diagnosis = judgement(temperature).of("film", new float[] {normal, pneumonia});
        assertThat(diagnosis.probability()).isCloseTo(expected, within(1e-7));
    }

    @Test
    void probabilityAtTheThreshold_isPneumonia() {
        Manifest.OperatingPoint half = new Manifest.OperatingPoint(0.5, "by hand");
        Judgement judgement = new Judgement("model", "hash", 1, half);
        assertThat(judgement.of("film", new float[] {2, 2}).verdict()).isEqualTo(Label.PNEUMONIA);
        assertThat(judgement.of("film", new float[] {2.001f, 2}).verdict()).isEqualTo(Label.NORMAL);
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void scoreThatIsNotFinite_isRefused(float score) {
        assertThatThrownBy(() -> judgement(1).of("film.png", new float[] {0, score}))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContainingAll("film.png", "model", Float.toString(score));
    }

    @Test
    void verdictAgainstTheProbability_isRefused() {
        assertThatThrownBy(() -> new Diagnosis("film", 0.8, List.of(0.0, 1.0), Label.NORMAL, POINT, "model", "hash"))
                .hasMessage("verdict must be PNEUMONIA for a probability of 0.8 at a threshold of 0.75, was NORMAL");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void probability_isBetweenZeroAndOne(double probability) {
        assertThatThrownBy(() -> new Diagnosis("film", probability, List.of(), Label.NORMAL, POINT, "model", "hash"))
                .hasMessage("probability must be in [0, 1], was " + probability);
    }

    private static Judgement judgement(double temperature) {
        return new Judgement("model", "hash", temperature, POINT);
    }
}
