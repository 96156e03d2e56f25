package aerate.report;

import static org.assertj.core.api.Assertions.assertThat;

import aerate.report.ParallelCoordinates.Line;
import aerate.report.ParallelCoordinates.Row;
import aerate.report.ParallelCoordinates.Tick;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParallelCoordinatesTest {
    private static final Comparator<Double> LESS_IS_BETTER = Comparator.naturalOrder();
    private static final ParallelCoordinates TRIALS = ParallelCoordinates.of(
            List.of("optimizer", "rate"),
            "loss",
            List.of(
                    new Row(List.of("sgd", "0.1"), 0.4),
                    new Row(List.of("adam", "0.001"), 0.2),
                    new Row(List.of("sgd", "0.01"), 0.3),
                    new Row(List.of("adam", "10"), Double.NaN)),
            LESS_IS_BETTER);

    @Test
    void axes_areTheParametersAndTheFigure() {
        assertThat(TRIALS.axes())
                .extracting(ParallelCoordinates.Axis::name)
                .containsExactly("optimizer", "rate", "loss");
    }

    @Test
    void numbers_standBySize_evenlyApart() {
        List<Tick> ticks = TRIALS.axes().get(1).ticks();
        assertThat(ticks).extracting(Tick::label).containsExactly("0.001", "0.01", "0.1");
        assertThat(ticks.get(0).y() - ticks.get(1).y())
                .isEqualTo(ticks.get(1).y() - ticks.get(2).y())
                .isPositive();
    }

    @Test
    void best_isDrawnLastAndDarkest_andTrialsWithoutAFigureNotAtAll() {
        List<Line> lines = TRIALS.lines();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(0).colour()).isEqualTo("#d4dadf");
        assertThat(lines.get(2).colour()).isEqualTo("#005a9c");
        Tick least = TRIALS.axes().get(2).ticks().get(1);
        assertThat(lines.get(2).points()).endsWith("," + least.y());
    }

    @Test
    void lines_haveAPointOnEveryAxis() {
        assertThat(TRIALS.lines())
                .allSatisfy(line -> assertThat(line.points().split(" ")).hasSize(3));
    }

    @Test
    void trialsThatAreAllAlike_areDrawn() {
        List<Row> same = List.of(new Row(List.of("sgd"), 0.5), new Row(List.of("sgd"), 0.5));
        assertThat(ParallelCoordinates.of(List.of("optimizer"), "loss", same, LESS_IS_BETTER)
                        .lines())
                .extracting(Line::points)
                .allMatch(points -> !points.contains("NaN"));
    }
}
