package aerate.reading.heatmap.faithfulness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import aerate.film.Label;
import aerate.film.truth.Box;
import aerate.film.truth.LesionMask;
import aerate.reading.heatmap.HeatMap;
import java.util.List;
import org.junit.jupiter.api.Test;

class LocalisationTest {
    /** The left half of a film of 4 x 2. */
    private static final LesionMask LEFT = LesionMask.of(List.of(new Box(0, 0, 2, 2)), 4, 2);

    @Test
    void mapThatIsTheMask_isPerfect() {
        Localisation found = Localisation.of(map(4, 2, 1, 1, 0, 0, 1, 1, 0, 0), LEFT);
        assertThat(found.hit()).isTrue();
        assertThat(found.energyInside()).isEqualTo(1);
        assertThat(found.iou()).containsOnly(1.0);
        assertThat(found.bestIou()).isEqualTo(1);
    }

    @Test
    void mapBesideTheMask_isWrong() {
        Localisation found = Localisation.of(map(4, 2, 0, 0, 1, 2, 0, 0, 1, 1), LEFT);
        assertThat(found.hit()).isFalse();
        assertThat(found.energyInside()).isZero();
        assertThat(found.iou()).containsOnly(0.0);
    }

    @Test
    void figures_areThoseCountedByHand() {
        // Evidence 1, 0.2, 0.6, 0 in the upper row and nothing below; 2 of 4 diseased pixels are above.
        Localisation found = Localisation.of(map(4, 2, 5, 1, 3, 0, 0, 0, 0, 0), LEFT);
        assertThat(found.hit()).isTrue();
        assertThat(found.energyInside()).isCloseTo(1.2 / 1.8, within(1e-6));
        assertThat(found.iouAt(0.15)).isCloseTo(2.0 / 5, within(1e-12)); // three hot, two of them diseased
        assertThat(found.iouAt(0.5)).isCloseTo(1.0 / 5, within(1e-12)); // two hot, one diseased
        assertThat(found.iouAt(0.7)).isCloseTo(1.0 / 4, within(1e-12)); // one hot
        assertThat(found.bestIou()).isCloseTo(2.0 / 5, within(1e-12));
    }

    @Test
    void flatMap_pointsNowhere() {
        Localisation found = Localisation.of(map(2, 2, 3, 3, 3, 3), LEFT);
        assertThat(found.hit()).isFalse();
        assertThat(found.energyInside()).isZero();
        assertThat(found.bestIou()).isZero();
    }

    @Test
    void bestThreshold_isOneForAllFilms() {
        Localisation early = Localisation.of(map(4, 2, 5, 1, 3, 0, 0, 0, 0, 0), LEFT); // best at up to 0.2
        Localisation late = Localisation.of(map(4, 2, 9, 9, 5, 5, 9, 9, 5, 5), LEFT); // perfect above 5/9
        double threshold = Localisation.bestThreshold(List.of(early, late));
        assertThat(threshold).isGreaterThan(5.0 / 9);
        assertThat(Localisation.bestThreshold(List.of(early))).isLessThanOrEqualTo(0.2);
    }

    @Test
    void thresholdThatWasNotMeasured_isRefused() {
        Localisation found = Localisation.of(map(2, 1, 1, 0), LEFT);
        assertThatThrownBy(() -> found.iouAt(0.123)).hasMessageContainingAll("one of [0.05,", "0.95]", "was 0.123");
    }

    private static HeatMap map(int width, int height, float... values) {
        return HeatMap.of(width, height, values, Label.PNEUMONIA, "test");
    }
}
