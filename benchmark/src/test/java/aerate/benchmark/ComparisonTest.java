package aerate.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ComparisonTest {
    @Test
    void overhead_ofEqualTimes_isZero() {
        Comparison equal = new Comparison(List.of(1.0, 2.0, 5.0), List.of(1.0, 2.0, 5.0));
        assertThat(equal.overhead(0.5)).isZero();
    }

    @Test
    void overhead_isTakenWithinRounds() {
        // Something else ran in the last round and hit both sides alike.
        Comparison tenPercent = new Comparison(List.of(1.1, 2.2, 99.0), List.of(1.0, 2.0, 90.0));
        assertThat(tenPercent.overhead(0)).isCloseTo(0.1, within(1e-12));
        assertThat(tenPercent.overhead(1)).isCloseTo(0.1, within(1e-12));
    }

    @Test
    void quantiles_ofTwoRounds_areBetweenThem() {
        Comparison two = new Comparison(List.of(1.0, 3.0), List.of(1.0, 1.0));
        assertThat(two.ourMedian()).isEqualTo(2);
        assertThat(two.rawMedian()).isEqualTo(1);
        assertThat(two.overhead(0.25)).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void sides_takeTurnsInGoingFirst() {
        StringBuilder order = new StringBuilder();
        Comparison times = Comparison.of(Clock.WALL, 1, 3, () -> order.append('a'), () -> order.append('b'));
        assertThat(order).hasToString("baabbaab");
        assertThat(times.ours()).hasSize(3);
    }

    @Test
    void noRounds_areRefused() {
        assertThatThrownBy(() -> new Comparison(List.of(), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 1");
    }
}
