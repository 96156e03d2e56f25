package aerate.training.search;

import static org.assertj.core.api.Assertions.assertThat;

import aerate.training.TrainingListener.EpochReport;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReadingTest {
    private static final List<EpochReport> LOG = List.of(
            epoch(1, 0.9, true), epoch(2, 0.5, true), epoch(3, 0.7, false), epoch(4, 0.4, true), epoch(5, 0.6, false));

    @Test
    void reading_isOfTheEpochThatARunOfThatLengthWouldHaveKept() {
        assertThat(Reading.of(LOG, List.of(1, 3, 5)))
                .containsExactly(
                        new Reading(1, 1, Map.of("loss", 0.9)),
                        new Reading(3, 2, Map.of("loss", 0.5)),
                        new Reading(5, 4, Map.of("loss", 0.4)));
    }

    @Test
    void withoutCounts_itIsReadWhereTheRunEnded() {
        assertThat(Reading.of(LOG, List.of())).containsExactly(new Reading(5, 4, Map.of("loss", 0.4)));
    }

    @Test
    void countsThatTheRunDidNotComeTo_areLeftOut() {
        assertThat(Reading.of(LOG, List.of(4, 6))).extracting(Reading::epochs).containsExactly(4);
        assertThat(Reading.of(List.of(), List.of(4))).isEmpty();
    }

    private static EpochReport epoch(int number, double loss, boolean best) {
        return new EpochReport(number, 5, 32, number, 1, 0.1, Map.of("loss", loss), best, 1, 1);
    }
}
