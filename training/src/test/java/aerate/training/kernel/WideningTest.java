package aerate.training.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import aerate.training.kernel.Widening.Direction;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WideningTest {
    @Test
    void change_thatAllSeedsAgreeOn_hasADirection() {
        Widening widening = Widening.of(List.of(
                reading(8, 1, 100), reading(8, 2, 400), reading(32, 1, 50), reading(32, 2, 300), reading(16, 1, 7)));
        assertThat(widening.narrowest()).isEqualTo(8);
        assertThat(widening.widest()).isEqualTo(32);
        Widening.Change condition = widening.conditionNumber();
        assertThat(condition.direction()).isEqualTo(Direction.FALLS);
        assertThat(condition.narrow()).isCloseTo(200, within(1e-9));
        assertThat(condition.ratio()).isCloseTo(Math.sqrt(0.5 * 0.75), within(1e-12));
        assertThat(condition.lowest()).isEqualTo(0.5);
        assertThat(condition.highest()).isEqualTo(0.75);
        assertThat(widening.largestEigenvalue().direction()).isEqualTo(Direction.RISES);
        assertThat(widening.alignment().direction()).isEqualTo(Direction.UNCLEAR);
    }

    @Test
    void change_thatSeedsDisagreeOn_orThatIsSmall_isUnclear() {
        assertThat(Widening.of(List.of(reading(8, 1, 100), reading(8, 2, 100), reading(32, 1, 50), reading(32, 2, 110)))
                        .conditionNumber()
                        .direction())
                .isEqualTo(Direction.UNCLEAR);
        assertThat(Widening.of(List.of(reading(8, 1, 100), reading(32, 1, 104)))
                        .conditionNumber()
                        .direction())
                .isEqualTo(Direction.UNCLEAR);
    }

    @Test
    void kernelWithoutAConditionNumber_isNoReasonForAVerdict() {
        Widening both =
                Widening.of(List.of(reading(8, 1, Double.POSITIVE_INFINITY), reading(32, 1, Double.POSITIVE_INFINITY)));
        assertThat(both.conditionNumber().direction()).isEqualTo(Direction.UNCLEAR);
    }

    @Test
    void widths_thatCannotBeCompared_areRefused() {
        assertThatThrownBy(() -> Widening.of(List.of(reading(8, 1, 1), reading(8, 2, 1))))
                .hasMessage("widening needs at least 2 widths, had 8 only");
        assertThatThrownBy(() -> Widening.of(List.of(reading(8, 1, 1), reading(9, 2, 1))))
                .hasMessageContaining("same seeds to be compared, were of [1] and [2]");
    }

    /** λ_max grows with the width, alignment does not. */
    private static WidthReading reading(int width, long seed, double condition) {
        return new WidthReading(
                width,
                seed,
                10,
                1,
                width,
                condition,
                2,
                0.5,
                0.1,
                1.0 / width,
                30,
                List.of((double) width),
                List.of(),
                Optional.empty());
    }
}
