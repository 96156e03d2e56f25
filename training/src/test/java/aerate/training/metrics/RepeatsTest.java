package aerate.training.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RepeatsTest {
    private static final List<String> PATIENTS =
            IntStream.range(0, 200).mapToObj(i -> "patient " + i).toList();

    @Test
    void accuracy_isTheMeanOverRunsAndFilms() {
        Repeats repeats = new Repeats(
                List.of("a", "a", "b"), List.of(new boolean[] {true, true, false}, new boolean[] {true, false, false}));
        assertThat(repeats.accuracy(1).value()).isEqualTo(3.0 / 6, within(1e-12));
    }

    /** One run, a film each patient: the interval is that of a proportion, here 0.8 ± 1.96 √(0.16 / 200). */
    @Test
    void intervalOfOneRun_isThatOfAProportion() {
        Estimate accuracy = new Repeats(PATIENTS, List.of(verdicts(0.8, 5))).accuracy(1);
        double half = 1.96 * Math.sqrt(accuracy.value() * (1 - accuracy.value()) / 200);
        assertThat(accuracy.low()).isEqualTo(accuracy.value() - half, within(0.012));
        assertThat(accuracy.high()).isEqualTo(accuracy.value() + half, within(0.012));
    }

    @Test
    void runsThatDisagree_widenTheInterval() {
        Estimate alike = new Repeats(PATIENTS, Collections.nCopies(3, verdicts(0.8, 1))).accuracy(1);
        Estimate apart = new Repeats(PATIENTS, List.of(verdicts(0.6, 1), verdicts(0.8, 1), verdicts(1, 1))).accuracy(1);
        assertThat(apart.high() - apart.low()).isGreaterThan(1.5 * (alike.high() - alike.low()));
    }

    @Test
    void gainOverItself_isZero_andItsIntervalHoldsZero() {
        Repeats repeats = new Repeats(PATIENTS, List.of(verdicts(0.8, 1), verdicts(0.8, 2)));
        Estimate gain = repeats.gainOver(repeats, 1);
        assertThat(gain.value()).isZero();
        assertThat(gain.low()).isNegative();
        assertThat(gain.high()).isPositive();
    }

    @Test
    void gain_onTheSamePatients_isSharperThanTheFiguresThemselves() {
        boolean[] before = verdicts(0.7, 1);
        boolean[] after = before.clone();
        IntStream.range(0, 20).forEach(film -> after[film] = true);
        Repeats earlier = new Repeats(PATIENTS, List.of(before));
        Repeats later = new Repeats(PATIENTS, List.of(after));
        Estimate gain = later.gainOver(earlier, 1);
        Estimate accuracy = later.accuracy(1);
        assertThat(gain.high() - gain.low()).isLessThan(accuracy.high() - accuracy.low());
    }

    @Test
    void runsOnOtherFilms_areRefused() {
        Repeats three = new Repeats(List.of("a", "b", "c"), List.of(new boolean[3]));
        Repeats two = new Repeats(List.of("a", "b"), List.of(new boolean[2]));
        assertThatThrownBy(() -> three.gainOver(two, 1)).hasMessage("runs can only be compared on the same films");
        assertThatThrownBy(() -> new Repeats(List.of("a", "b"), List.of(new boolean[3])))
                .hasMessageStartingWith("there must be runs with a verdict for each of 2 films, were [3]");
    }

    /** Right on a share of the films. */
    private static boolean[] verdicts(double share, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        boolean[] verdicts = new boolean[PATIENTS.size()];
        for (int film = 0; film < verdicts.length; film++) {
            verdicts[film] = random.nextDouble() < share;
        }
        return verdicts;
    }
}
