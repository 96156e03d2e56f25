package aerate.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class ClockTest {
    @ParameterizedTest
    @EnumSource
    void clock_duringWork_goesOn(Clock clock) {
        long before = clock.getAsLong();
        long deadline = System.nanoTime() + 50_000_000;
        while (System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(clock.getAsLong() - before).isBetween(1_000_000L, 60_000_000_000L);
    }

    @Test
    void clock_unlessSaid_isWallTime() {
        assertThat(Clock.ofProperties()).isEqualTo(Clock.WALL);
    }
}
