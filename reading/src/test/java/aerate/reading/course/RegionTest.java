package aerate.reading.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegionTest {
    @Test
    void share_countsEveryWeightAboveZero() {
        assertThat(Region.of(2, 2, new float[] {0, 0.1f, 1, 0}).share()).isEqualTo(0.5);
    }

    @Test
    void reaches_isWhereALargerFilmCouldChange() {
        Region region = Region.of(4, 1, new float[] {0, 0, 0, 1});
        assertThat(region.reaches(8, 1)).containsExactly(false, false, false, false, false, true, true, true);
    }

    @Test
    void weights_areItsOwn() {
        float[] weights = {0, 1};
        Region region = Region.of(2, 1, weights);
        weights[0] = 1;
        region.weights()[1] = 0;
        assertThat(region.weights()).containsExactly(0, 1);
    }

    @ParameterizedTest
    @ValueSource(floats = {-0.1f, 1.1f, Float.NaN})
    void weightOutOfRange_isRefused(float weight) {
        assertThatThrownBy(() -> Region.of(1, 1, new float[] {weight}))
                .hasMessage("a region's weights must be in [0, 1], was " + weight);
    }

    @Test
    void sizesThatDisagree_areRefused() {
        assertThatThrownBy(() -> Region.of(2, 2, new float[3])).hasMessageContainingAll("2 x 2", "had 3");
    }
}
