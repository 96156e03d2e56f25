package aerate.training.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RankCorrelationTest {
    @Test
    void rising_isOne_falling_isMinusOne_whateverTheCurve() {
        double[] axis = {0, 100, 200, 300};
        assertThat(RankCorrelation.of(axis, new double[] {1, 2, 2000, 2001})).isCloseTo(1, within(1e-12));
        assertThat(RankCorrelation.of(axis, new double[] {0.9, 0.5, 0.4999, 0})).isCloseTo(-1, within(1e-12));
    }

    /** 1 − 6 Σd²/(n(n² − 1)) without ties: ranks 0 1 2 3 4 and 1 0 3 2 4. */
    @Test
    void ofFive_isSpearmansFormula() {
        assertThat(RankCorrelation.of(new double[] {1, 2, 3, 4, 5}, new double[] {20, 10, 40, 30, 50}))
                .isCloseTo(1 - 6 * 4 / (5.0 * 24), within(1e-12));
    }

    /** scipy.stats.spearmanr([1, 2, 3, 4], [1, 1, 2, 3]) of scipy 1.10.1. */
    @Test
    void ties_shareTheirMeanRank() {
        assertThat(RankCorrelation.of(new double[] {1, 2, 3, 4}, new double[] {1, 1, 2, 3}))
                .isCloseTo(0.9486832980505138, within(1e-12));
    }

    @Test
    void equalValues_haveNoCorrelation_unequalLengthsAreRefused() {
        assertThat(RankCorrelation.of(new double[] {1, 2, 3}, new double[] {5, 5, 5}))
                .isNaN();
        assertThatThrownBy(() -> RankCorrelation.of(new double[2], new double[3]))
                .hasMessage("lists to correlate must be equally long, were 2 and 3");
    }

    @Test
    void median_isTheMiddleFilm_withAnIntervalAroundIt() {
        List<Measurement> films = new ArrayList<>();
        for (int i = 0; i < 101; i++) {
            films.add(new Measurement("patient " + i, i));
        }
        Estimate median = Estimate.ofMedian(films, 1);
        assertThat(median.value()).isEqualTo(50);
        assertThat(median.low()).isBetween(30.0, 45.0);
        assertThat(median.high()).isBetween(55.0, 70.0);
    }
}
