package aerate.film.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.DoubleSummaryStatistics;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FractalNoiseTest {
    private static final FractalNoise NOISE = new FractalNoise(11, 3, 3);

    @Test
    void noise_isBoundedAndOfMeanZero() {
        DoubleSummaryStatistics values = IntStream.range(0, 40_000)
                .mapToDouble(i -> NOISE.at(0.37 * (i % 200) - 30, 0.0041 * i - 40))
                .summaryStatistics();
        assertThat(values.getMin()).isBetween(-1.0, -0.5);
        assertThat(values.getMax()).isBetween(0.5, 1.0);
        assertThat(values.getAverage()).isEqualTo(0, within(0.01));
    }

    @Test
    void noise_isContinuous_acrossLatticeLines() {
        for (int line = -3; line <= 3; line++) {
            double x = line / 3.0;
            assertThat(NOISE.at(x + 1e-9, 0.2)).isEqualTo(NOISE.at(x - 1e-9, 0.2), within(1e-6));
            assertThat(NOISE.at(0.2, x + 1e-9)).isEqualTo(NOISE.at(0.2, x - 1e-9), within(1e-6));
        }
    }

    @Test
    void lattice_isUniform_andUncorrelatedBetweenNeighboursAndSeeds() {
        int count = 100_000;
        double square = 0;
        double neighbours = 0;
        double seeds = 0;
        for (int i = 0; i < count; i++) {
            double value = FractalNoise.lattice(1, i, 0);
            square += value * value / count;
            neighbours += value * FractalNoise.lattice(1, i + 1, 0) / count;
            seeds += value * FractalNoise.lattice(2, i, 0) / count;
        }
        assertThat(square).isEqualTo(1.0 / 3, within(0.01));
        assertThat(neighbours).isEqualTo(0, within(0.01));
        assertThat(seeds).isEqualTo(0, within(0.01));
    }

    @Test
    void noise_withoutFrequency_isRefused() {
        assertThatThrownBy(() -> new FractalNoise(1, 0, 2)).hasMessageContaining("positive frequency");
    }
}
