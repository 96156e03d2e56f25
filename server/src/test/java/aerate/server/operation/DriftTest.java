package aerate.server.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DriftTest {
    @Test
    void sameFilms_areStable() {
        double[] films = uniform(1000, 1);
        Drift drift = Drift.of("m", films, films, films);
        assertThat(drift.psi()).isZero();
        assertThat(drift.ksP()).isGreaterThan(0.05);
        assertThat(drift.histogram().stream().mapToLong(Long::longValue).sum()).isEqualTo(1000);
    }

    @Test
    void otherFilms_areTold_byBothFigures() {
        double[] like = uniform(1000, 1);
        double[] unlike = IntStream.range(0, 1000)
                .mapToDouble(i -> like[i] * like[i] * like[i])
                .toArray();
        Drift drift = Drift.of("m", unlike, like, unlike);
        assertThat(drift.psi()).isGreaterThan(0.25);
        assertThat(drift.ksP()).isLessThan(1e-6);
    }

    /** The tables' critical value of 100 films at 5 % is 0.134. */
    @Test
    void chance_ofTheTablesDistance_isFivePercent() {
        double[] shares = IntStream.range(0, 100)
                .mapToDouble(i -> Math.min(1, (i + 0.5) / 100 + 0.134 - 0.005))
                .toArray();
        Drift drift = Drift.of("m", shares, shares, shares);
        assertThat(drift.ks()).isCloseTo(0.134, within(0.001));
        assertThat(drift.ksP()).isCloseTo(0.05, within(0.005));
    }

    @Test
    void nothing_isNoDrift() {
        Drift drift = Drift.of("m", new double[0], new double[0], new double[0]);
        assertThat(drift.psi()).isNull();
        assertThat(drift.ks()).isNull();
    }

    private static double[] uniform(int films, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return IntStream.range(0, films).mapToDouble(i -> random.nextDouble()).toArray();
    }
}
