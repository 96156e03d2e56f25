package aerate.reading.heatmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aerate.film.Label;
import org.junit.jupiter.api.Test;

class HotRegionTest {
    @Test
    void region_isWhereTheMapIsHottest() {
        HotRegion region = HotRegion.of(map(4, 3, 1, 0), 0.5, 2, 2).orElseThrow();
        assertThat(region.inside()).containsExactly(true, true, false, false);
        assertThat(region.level()).isEqualTo(0.5f);
    }

    @Test
    void region_ofAFlatMap_isNowhere() {
        assertThat(HotRegion.of(map(2, 2, 2, 2), 0.5, 2, 2)).isEmpty();
    }

    @Test
    void share_ofNothing_isRefused() {
        assertThatThrownBy(() -> HotRegion.of(map(1, 0, 0, 0), 0, 2, 2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a region's share must be in (0, 1], was 0.0");
    }

    private static HeatMap map(float... values) {
        return HeatMap.of(2, 2, values, Label.PNEUMONIA, "test");
    }
}
