package aerate.training.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConformalRiskTest {
    /** 99 patients with one film each: (missed + 1) / 100 ≤ 0.05 allows four to be missed. */
    @Test
    void threshold_isTheGreatestThatTheBoundAllows() {
        double[] probabilities =
                IntStream.range(0, 99).mapToDouble(i -> (i + 1) / 100.0).toArray();
        double threshold =
                ConformalRisk.threshold(probabilities, patients(99), 0.95).orElseThrow();
        assertThat(threshold).isEqualTo(0.05); // the fifth film is found still
        assertThat(ConformalRisk.bound(probabilities, patients(99), 0.05)).isCloseTo(0.05, within(1e-12));
        assertThat(ConformalRisk.bound(probabilities, patients(99), 0.06)).isGreaterThan(0.05);
    }

    @Test
    void tooFewPatients_haveNoThreshold() {
        double[] probabilities = new double[38];
        Arrays.fill(probabilities, 0.9);
        assertThat(ConformalRisk.threshold(probabilities, patients(38), 0.975)).isEqualTo(OptionalDouble.empty());
        double[] enough = new double[39];
        Arrays.fill(enough, 0.9);
        assertThat(ConformalRisk.threshold(enough, patients(39), 0.975)).hasValue(0.9);
    }

    /** Nine of a patient's ten films missed weigh nine tenths of a patient, not nine. */
    @Test
    void patients_areCounted_notFilms() {
        double[] probabilities = new double[29];
        Arrays.fill(probabilities, 0.9);
        Arrays.fill(probabilities, 0, 9, 0.1);
        String[] patients = patients(29);
        Arrays.fill(patients, 0, 10, "one");
        assertThat(ConformalRisk.bound(probabilities, patients, 0.5)).isCloseTo((0.9 + 1) / 21, within(1e-12));
    }

    /** The guarantee itself: over many draws, a new patient is missed at most as often as allowed, and not far less. */
    @Test
    void newPatients_areMissedAtMostAsOftenAsAllowed() {
        SplittableRandom random = new SplittableRandom(5);
        double missed = 0;
        int draws = 2000;
        for (int draw = 0; draw < draws; draw++) {
            double[] probabilities = random.doubles(100).toArray();
            double threshold =
                    ConformalRisk.threshold(probabilities, patients(100), 0.9).orElseThrow();
            missed += threshold; // a new probability, uniform too, falls below it as often as this
        }
        assertThat(missed / draws).isBetween(0.085, 0.1);
    }

    private static String[] patients(int count) {
        return IntStream.range(0, count).mapToObj(i -> "patient " + i).toArray(String[]::new);
    }
}
