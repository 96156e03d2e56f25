package aerate.training.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class YoudenTest {
    @RepeatedTest(50)
    void threshold_isAsGoodAsAnyByBruteForce(RepetitionInfo repetition) {
        SplittableRandom random = new SplittableRandom(repetition.getCurrentRepetition());
        int films = random.nextInt(2, 40);
        double[] probabilities = new double[films];
        boolean[] sick = new boolean[films];
        for (int i = 0; i < films; i++) {
            probabilities[i] = random.nextInt(11) / 10.0; // many ties
            sick[i] = random.nextDouble() < probabilities[i];
        }
        double best = DoubleStream.iterate(-0.05, value -> value < 1.1, value -> value + 0.1)
                .map(value -> index(probabilities, sick, value))
                .max()
                .orElseThrow();
        double chosen = Youden.threshold(probabilities, sick);
        assertThat(chosen).isBetween(0.0, 1.0);
        if (best > 0) {
            assertThat(index(probabilities, sick, chosen)).isCloseTo(best, within(1e-12));
        } else {
            assertThat(chosen).isEqualTo(0.5);
        }
    }

    @Test
    void threshold_isBetweenTheNeighbours() {
        assertThat(Youden.threshold(new double[] {0.1, 0.9, 0.3, 0.8}, new boolean[] {false, true, false, true}))
                .isCloseTo(0.55, within(1e-15));
    }

    @Test
    void filmsOfOneClass_giveOneHalf() {
        double[] probabilities = {0.1, 0.2, 0.9};
        assertThat(Youden.threshold(probabilities, new boolean[] {true, true, true}))
                .isEqualTo(0.5);
        assertThat(Youden.threshold(probabilities, new boolean[3])).isEqualTo(0.5);
    }

    @Test
    void filmsThatTie_giveOneHalf() {
        assertThat(Youden.threshold(new double[] {0.7, 0.7}, new boolean[] {true, false}))
                .isEqualTo(0.5);
    }

    /** Sensitivity + specificity − 1; with one class, that every threshold is as good. */
    private static double index(double[] probabilities, boolean[] sick, double threshold) {
        double[] called = new double[2];
        double[] all = new double[2];
        for (int i = 0; i < sick.length; i++) {
            int truth = sick[i] ? 1 : 0;
            all[truth]++;
            called[truth] += probabilities[i] >= threshold ? 1 : 0;
        }
        return all[0] == 0 || all[1] == 0 ? 0 : called[1] / all[1] - called[0] / all[0];
    }
}
