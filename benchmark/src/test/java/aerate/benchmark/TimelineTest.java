package aerate.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import aerate.training.TrainingListener.EpochReport;
import aerate.training.TrainingListener.StepReport;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TimelineTest {
    private long seconds;
    private final Timeline timeline = new Timeline(() -> seconds * 1_000_000_000);

    @Test
    void everySecond_countsOnce() {
        seconds = 100;
        timeline.stageStarting(224, 10);
        stepAt(107, 4); // 3 s of reading
        stepAt(112, 4); // 1 s between
        seconds = 120;
        timeline.epochDone(new EpochReport(1, 2, 224, 2, 0.5, 1e-3, Map.of(), true, 20, 8)); // 8 s of validation
        stepAt(126, 4); // 2 s between: the films are decoded already
        assertThat(timeline.reading()).isCloseTo(3, within(1e-9));
        assertThat(timeline.between()).isCloseTo(3, within(1e-9));
        assertThat(timeline.steps()).isCloseTo(12, within(1e-9));
        assertThat(timeline.validating()).isCloseTo(8, within(1e-9));
        assertThat(timeline.shareOutside()).isCloseTo(6.0 / 18, within(1e-9));
    }

    private void stepAt(long now, double within) {
        seconds = now;
        timeline.stepDone(new StepReport(1, 3, 0.5, 16, within));
    }
}
