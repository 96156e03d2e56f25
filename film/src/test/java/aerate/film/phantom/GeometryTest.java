package aerate.film.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class GeometryTest {
    @Test
    void positioning_toTheFilmAndBack_isIdentity() {
        SplittableRandom random = new SplittableRandom(1);
        Positioning positioning = Positioning.draw(random.split(), random.split());
        double filmX = positioning.filmX(0.3, -0.7);
        double filmY = positioning.filmY(0.3, -0.7);
        assertThat(positioning.bodyX(filmX, filmY)).isEqualTo(0.3, within(1e-12));
        assertThat(positioning.bodyY(filmX, filmY)).isEqualTo(-0.7, within(1e-12));
    }

    @Test
    void positioning_upsideDown_isRefused() {
        assertThatThrownBy(() -> new Positioning(0, 0, -1, 0, 0)).hasMessageContaining("upright");
    }

    @Test
    void stroke_isOpaqueOnItsLine_andNothingBeyondItsRadius() {
        Stroke stroke = new Stroke(-0.5, 0, 0.5, 0, 0.1, 0.2, 0.7, Stroke.Profile.FLAT);
        assertThat(stroke.at(0, 0)).isEqualTo(0.7);
        assertThat(stroke.at(-0.4, 0.12)).isZero();
        assertThat(stroke.at(0.4, 0.12)).isPositive();
        assertThat(stroke.at(0.71, 0)).isZero();
    }

    @Test
    void layer_showsTheStrongestStroke_notTheirSum() {
        Stroke stroke = new Stroke(-0.5, 0, 0.5, 0, 0.2, 0.2, 0.7, Stroke.Profile.FLAT);
        StrokeLayer once = StrokeLayer.of(16, Positioning.FILM, List.of(stroke));
        StrokeLayer twice = StrokeLayer.of(16, Positioning.FILM, List.of(stroke, stroke));
        for (int i = 0; i < 256; i++) {
            assertThat(twice.at(i)).isEqualTo(once.at(i));
        }
        assertThat(once.at(8 * 16 + 8)).isEqualTo(0.7, within(1e-6));
        assertThat(once.at(0)).isZero();
    }

    @Test
    void lettering_ofUnknownSign_isRefused() {
        assertThatThrownBy(() -> Lettering.write("X", 0, 0, 0.1, 1)).hasMessageContaining("was X");
    }
}
