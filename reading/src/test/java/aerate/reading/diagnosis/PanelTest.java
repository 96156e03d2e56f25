package aerate.reading.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import aerate.film.Label;
import aerate.network.Manifest;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PanelTest {
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
    void probability_isCalibratedSoftmax(double temperature, double normal, double pneumonia, double expected) {
        Diagnosis diagnosis = of(panel(temperature), normal, pneumonia);
        assertThat(diagnosis.probability()).isCloseTo(expected, within(1e-7));
    }

    @Test
    void probabilityAtTheThreshold_isPneumonia() {
        Manifest.OperatingPoint half = new Manifest.OperatingPoint(0.5, "by hand");
        Panel panel = Panel.of(List.of(new Judgement("model", "hash", 1, half)));
        assertThat(of(panel, 2, 2).verdict()).isEqualTo(Label.PNEUMONIA);
        assertThat(of(panel, 2.001, 2).verdict()).isEqualTo(Label.NORMAL);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void scoreThatIsNotFinite_isRefused(double score) {
        assertThatThrownBy(() -> panel(1).of("film.png", List.of(List.of(0.0, score)), Optional.empty()))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContainingAll("film.png", "model", Double.toString(score));
    }

    @Test
    void verdictAgainstTheProbability_isRefused() {
        assertThatThrownBy(() -> new Diagnosis(
                        "film", 0.8, List.of(0.0, 1.0), Label.NORMAL, POINT, Optional.empty(), "model", "hash"))
                .hasMessage("verdict must be PNEUMONIA for a probability of 0.8 at a threshold of 0.75, was NORMAL");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void probability_isBetweenZeroAndOne(double probability) {
        assertThatThrownBy(() -> new Diagnosis(
                        "film", probability, List.of(), Label.NORMAL, POINT, Optional.empty(), "model", "hash"))
                .hasMessage("probability must be in [0, 1], was " + probability);
    }

    /** Calibrated margins of 2/1 and −4/4 make one of 1/2; thresholds of 0.75 and 0.25 make one of 0.5. */
    @Test
    void severalModels_meanTheirCalibratedLogitsAndThresholds() {
        Panel panel = Panel.of(List.of(
                new Judgement("one", "11", 1, POINT),
                new Judgement("two", "22", 4, new Manifest.OperatingPoint(0.25, "by hand"))));
        Diagnosis diagnosis = panel.of("film", List.of(List.of(0.0, 2.0), List.of(6.0, 2.0)), Optional.empty());
        assertThat(diagnosis.probability()).isCloseTo(1 / (1 + Math.exp(-0.5)), within(1e-12));
        assertThat(diagnosis.operatingPoint().threshold()).isEqualTo(0.5);
        assertThat(diagnosis.operatingPoint().chosen()).contains("2 models", "without a guarantee");
        assertThat(diagnosis.logits()).containsExactly(3.0, 2.0);
        assertThat(diagnosis.model()).isEqualTo("one + two");
        assertThat(diagnosis.weightsHash()).isEqualTo("11 + 22");
    }

    @Test
    void typicality_thatContradictsItsShare_isRefused() {
        assertThat(Typicality.of(0.4, 0.01).unlike()).isTrue();
        assertThat(Typicality.of(0.4, 0.011).unlike()).isFalse();
        assertThatThrownBy(() -> new Typicality(0.4, 0.5, true))
                .hasMessage("unlike must be false at a share of 0.5 and a limit of 0.01");
        assertThatThrownBy(() -> Typicality.of(0.4, 0)).hasMessage("share must be in (0, 1], was 0.0");
    }

    private static Panel panel(double temperature) {
        return Panel.of(List.of(new Judgement("model", "hash", temperature, POINT)));
    }

    private static Diagnosis of(Panel panel, double normal, double pneumonia) {
        return panel.of("film", List.of(List.of(normal, pneumonia)), Optional.empty());
    }
}
