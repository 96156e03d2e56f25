package aerate.training.ladder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StandingTest {
    private static final List<String> PATIENTS =
            IntStream.range(0, 100).mapToObj(i -> "patient " + i).toList();

    /** The validation films chose the second epoch; the third does best on the test films. */
    @Test
    void headline_isOfTheEpochThatValidationChose_andTheBestOnTestStandsBesideIt() {
        Judged run = new Judged(PATIENTS, List.of(right(60), right(70), right(80)), 2);
        Standing standing = Standing.of("base", List.of(run), null);
        assertThat(standing.accuracy().value()).isEqualTo(0.7);
        assertThat(standing.bestEpoch().value()).isEqualTo(0.8);
        assertThat(standing.gain()).isEmpty();
    }

    @Test
    void steps_differWhereTheIntervalOfTheGainLeavesZeroOut() {
        Standing before = Standing.of("base", List.of(run(60), run(61)), null);
        assertThat(Standing.of("better", List.of(run(90), run(91)), before).differs())
                .isTrue();
        assertThat(Standing.of("worse", List.of(run(30), run(31)), before).differs())
                .isTrue();
        assertThat(Standing.of("same", List.of(run(61), run(60)), before).differs())
                .isFalse();
    }

    private static Judged run(int right) {
        return new Judged(PATIENTS, List.of(right(right)), 1);
    }

    private static boolean[] right(int count) {
        boolean[] verdicts = new boolean[PATIENTS.size()];
        Arrays.fill(verdicts, 0, count, true);
        return verdicts;
    }
}
