package aerate.training.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aerate.film.Label;
import aerate.film.LabelledFilm;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CalibratedTest {
    /** Of 100 sick patients, whose margins are 1 to 100, (missed + 1) / 101 ≤ 0.05 lets four be missed. */
    @Test
    void operatingPoint_keepsTheSensitivity_andSaysWhatItCosts() {
        Calibrated calibrated = Calibrated.of(margins(100), films(100), 0.95);
        double least = calibrated.scaling().probability(5);
        assertThat(calibrated.operatingPoint().threshold()).isEqualTo(least);
        assertThat(calibrated.operatingPoint().chosen())
                .isEqualTo("a new patient's films are found with a sensitivity of at least 95.0 %, by conformal risk"
                        + " control over 100 sick patients, on whose films 96.0 % [90.1, 98.9] were found;"
                        + " of the healthy films 45.0 % [35.0, 55.3] were called sick");
        assertThat(calibrated.evaluation().sensitivity().value()).isEqualTo(0.96);
    }

    @Test
    void tooFewSickPatients_areSaidToBeSo() {
        Calibrated calibrated = Calibrated.of(margins(10), films(10), 0.975);
        assertThat(calibrated.operatingPoint().chosen())
                .startsWith("greatest sensitivity + specificity, since for 97.5 % sensitivity with a guarantee 10 sick"
                        + " patients are too few, on whose films ");
    }

    @Test
    void filmsOfOneClass_areRefused() {
        List<LabelledFilm> sick = films(10).subList(0, 10);
        assertThatThrownBy(() -> Calibrated.of(new double[10], sick, 0.9))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("calibration needs films of both classes, had no NORMAL among 10");
    }

    /** Sick films of margins 1, 2, …, then as many healthy ones of −49.5, −48.5, …: some lie above the least sick. */
    private static double[] margins(int each) {
        return IntStream.range(0, 2 * each)
                .mapToDouble(i -> i < each ? i + 1 : i - each - 49.5)
                .toArray();
    }

    private static List<LabelledFilm> films(int each) {
        return IntStream.range(0, 2 * each)
                .mapToObj(i -> new LabelledFilm(
                        "film " + i,
                        i < each ? Label.PNEUMONIA : Label.NORMAL,
                        Optional.empty(),
                        "patient " + i,
                        Optional.empty()))
                .toList();
    }
}
