package aerate.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class MediansTest {
    private static final double NANO = 1e-9;

    private long now;
    private int slowRounds;

    @Test
    void eachWay_getsTheMedianOfItsOwnRounds_warmupAside() {
        Map<String, Runnable> ways = new LinkedHashMap<>();
        ways.put("steady", () -> now += 7);
        ways.put("warming up", () -> now += slowRounds++ < 2 ? 1_000_000 : 3);
        Map<String, Double> medians = Medians.of(() -> now, 2, 5, ways);
        assertThat(medians.keySet()).containsExactly("steady", "warming up");
        assertThat(medians.get("steady")).isCloseTo(7 * NANO, within(1e-15));
        assertThat(medians.get("warming up")).isCloseTo(3 * NANO, within(1e-15));
    }
}
