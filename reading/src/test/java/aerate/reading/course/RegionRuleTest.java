package aerate.reading.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import aerate.film.Label;
import aerate.reading.heatmap.HeatMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegionRuleTest {
    private static final int SIZE = 32;

    @Test
    void withoutWideningAndRim_theRegionIsTheHotPart() {
        RegionRule rule = new RegionRule(0.5, 0, 0);
        Region region = rule.region(map(4, 1, 0, 4, 5, 10), 4, 1);
        assertThat(region.weights()).containsExactly(0, 0, 1, 1); // 5 is half of 10
    }

    @Test
    void widening_reachesAsFarAsItSays() {
        Region region = new RegionRule(0.9, 6, 0).region(spot(16, 16), SIZE, SIZE);
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                float expected = Math.hypot(x - 16, y - 16) <= 3 ? 1 : 0;
                assertThat(region.weights()[y * SIZE + x]).as("%d, %d", x, y).isEqualTo(expected);
            }
        }
    }

    @Test
    void rim_fallsSmoothlyToNothing() {
        float[] weights =
                new RegionRule(0.9, 8, 3).region(spot(16, 16), SIZE, SIZE).weights();
        int row = 16 * SIZE;
        for (int x = 16; x < SIZE - 1; x++) {
            assertThat(weights[row + x + 1]).as("%d", x).isLessThanOrEqualTo(weights[row + x]);
            assertThat(weights[row + x] - weights[row + x + 1]).as("%d", x).isLessThan(0.3f);
        }
        assertThat(weights[row + 16]).isEqualTo(1);
        assertThat(weights[row + 20]).isBetween(0.4f, 0.7f); // the edge of the hot part
        assertThat(weights[row + 25]).isPositive(); // 20 + 3 sigma, rounded up
        assertThat(weights[row + 26]).isZero();
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "31, 31", "16, 0", "3, 28"})
    void rim_isSymmetric_andStrongestAtTheSpot(int x, int y) {
        float[] weights =
                new RegionRule(0.9, 0, 2).region(spot(x, y), SIZE, SIZE).weights();
        assertThat(weights[y * SIZE + x]).isEqualTo(1);
        float[] mirrored = new RegionRule(0.9, 0, 2)
                .region(spot(SIZE - 1 - x, y), SIZE, SIZE)
                .weights();
        for (int i = 0; i < weights.length; i++) {
            int column = i % SIZE;
            assertThat(mirrored[i - column + SIZE - 1 - column]).isCloseTo(weights[i], within(1e-6f));
        }
    }

    @Test
    void rimAtTheFilmsEdge_doesNotFadeTheRegion() {
        float[] edge = new float[SIZE * SIZE];
        for (int i = 0; i < edge.length; i++) {
            edge[i] = i % SIZE < 8 ? 1 : 0;
        }
        float[] weights = new RegionRule(0.5, 0, 1)
                .region(map(SIZE, SIZE, edge), SIZE, SIZE)
                .weights();
        assertThat(weights[0]).isEqualTo(1);
        assertThat(weights[16 * SIZE]).isEqualTo(1);
    }

    @Test
    void flatMap_hasNoRegion() {
        Region region = RegionRule.DEFAULT.region(map(2, 2, 3, 3, 3, 3), SIZE, SIZE);
        assertThat(region.weights()).containsOnly(0);
        assertThat(region.share()).isZero();
    }

    @Test
    void regionSmallerThanTheMap_keepsItsPeak() {
        float[] weights = new RegionRule(1, 0, 0).region(spot(5, 9), 4, 4).weights();
        assertThat(weights[1 * 4 + 0]).isEqualTo(1); // 5 and 9 of 32 are 0 and 1 of 4
        assertThat(weights).containsOnly(0, 1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.1, 1.1, Double.NaN})
    void threshold_isAboveZeroAndAtMostOne(double threshold) {
        assertThatThrownBy(() -> new RegionRule(threshold, 0, 0))
                .hasMessage("region.threshold must be in (0, 1], was " + threshold);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 1001, Double.NaN})
    void lengths_areNotNegative(double length) {
        assertThatThrownBy(() -> new RegionRule(0.5, length, 0)).hasMessageContaining("region.dilation must be");
        assertThatThrownBy(() -> new RegionRule(0.5, 0, length)).hasMessageContaining("region.sigma must be");
    }

    private static HeatMap spot(int x, int y) {
        float[] values = new float[SIZE * SIZE];
        values[y * SIZE + x] = 2;
        return map(SIZE, SIZE, values);
    }

    private static HeatMap map(int width, int height, float... values) {
        return HeatMap.of(width, height, values, Label.PNEUMONIA, "by hand");
    }
}
