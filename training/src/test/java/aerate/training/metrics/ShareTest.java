package aerate.training.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ShareTest {
    /** Clopper and Pearson 1934: of none among n, the upper end is 1 − (0.05 / 2)^(1/n). */
    @Test
    void interval_isExact_atTheEnds() {
        Share none = Share.of(0, 10);
        assertThat(none.value()).isZero();
        assertThat(none.low()).isZero();
        assertThat(none.high()).isCloseTo(1 - Math.pow(0.025, 0.1), within(1e-6));
        Share all = Share.of(10, 10);
        assertThat(all.low()).isCloseTo(Math.pow(0.025, 0.1), within(1e-6));
        assertThat(all.high()).isEqualTo(1);
    }

    @Test
    void interval_holdsTheShare_andNarrowsWithMore() {
        Share few = Share.of(3, 10);
        Share many = Share.of(300, 1000);
        assertThat(few.value()).isEqualTo(0.3).isBetween(few.low(), few.high());
        assertThat(many.high() - many.low()).isLessThan(few.high() - few.low());
    }

    @Test
    void ofNothing_isNotDefined() {
        assertThat(Share.of(0, 0).value()).isNaN();
        assertThat(Share.of(0, 0).low()).isNaN();
    }

    @Test
    void moreThanAll_isRefused() {
        assertThatThrownBy(() -> new Share(3, 2, 1.5, 0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a share's count must be in [0, 2], was 3");
    }
}
