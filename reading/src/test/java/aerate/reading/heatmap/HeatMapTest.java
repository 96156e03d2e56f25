package aerate.reading.heatmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import aerate.film.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeatMapTest {
    @Test
    void evidence_isThePositiveShareOfTheGreatest() {
        assertThat(map(2, 2, -3, 1, 4, -1).evidence()).containsExactly(0, 0.25f, 1, 0);
    }

    @ParameterizedTest
    @ValueSource(floats = {0, 3, -2, Float.MAX_VALUE})
    void evidenceOfFlatMap_isZero(float value) {
        assertThat(map(2, 1, value, value).evidence()).containsExactly(0, 0);
    }

    @Test
    void evidenceOfMapThatSpeaksAgainst_isZero() {
        assertThat(map(2, 1, -2, -1).evidence()).containsExactly(0, 0);
    }

    @Test
    void evidenceOfExtremes_isFinite() {
        assertThat(map(3, 1, -Float.MAX_VALUE, Float.MAX_VALUE / 2, Float.MAX_VALUE)
                        .evidence())
                .containsExactly(0, 0.5f, 1);
    }

    @Test
    void evidenceAtItsOwnSize_isItself() {
        HeatMap map = map(3, 2, 1, 2, 3, 4, 5, 9);
        assertThat(map.evidence(3, 2)).isEqualTo(map.evidence());
    }

    @Test
    void evidenceAtAnotherSize_isBilinear_withPixelCentresAtHalfIntegers() {
        assertThat(map(2, 1, 0, 8).evidence(4, 2))
                .containsExactly(new float[] {0, 0.25f, 0.75f, 1, 0, 0.25f, 0.75f, 1}, within(1e-6f));
    }

    @Test
    void peak_isTheMiddleOfTheHottestCell() {
        HeatMap map = map(4, 2, 0, 0, 0, 0, 0, 0, 7, 0);
        assertThat(map.peak()).contains(new HeatMap.Peak(2.5 / 4, 1.5 / 2));
    }

    @Test
    void flatMap_hasNoPeak() {
        assertThat(map(2, 2, 1, 1, 1, 1).peak()).isEmpty();
    }

    @Test
    void values_areItsOwn() {
        float[] values = {1, 2};
        HeatMap map = HeatMap.of(2, 1, values, Label.NORMAL, "by hand");
        values[0] = 9;
        map.values()[1] = 9;
        assertThat(map.values()).containsExactly(1, 2);
        assertThat(map.label()).isEqualTo(Label.NORMAL);
        assertThat(map.method()).isEqualTo("by hand");
    }

    @ParameterizedTest
    @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
    void valueThatIsNotFinite_isRefused(float value) {
        assertThatThrownBy(() -> map(2, 1, 0, value)).hasMessage("a heat map's values must be finite, was " + value);
    }

    @Test
    void sizesThatDisagree_areRefused() {
        assertThatThrownBy(() -> map(2, 2, 0, 0, 0))
                .hasMessageContaining("2 x 2")
                .hasMessageContaining("had 3");
        assertThatThrownBy(() -> map(0, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static HeatMap map(int width, int height, float... values) {
        return HeatMap.of(width, height, values, Label.PNEUMONIA, "by hand");
    }
}
