package aerate.reading.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import aerate.film.Film;
import aerate.film.phantom.Phantom;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistrationTest {
    private static final double PIXEL = 2.0 / Grid.SIDE;
    private static final List<Phantom> SICK = FollowedPhantoms.sick(6);

    /** The stated error: docs/follow-up.md. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0, 0, 0",
        "0.1, 0, 0, 0, 0",
        "-0.2, 0, 0, 0, 0",
        "0, 0.15, 0, 0, 0",
        "0, -0.2, 0, 0, 0",
        "0, 0, 0.05, 0, 0",
        "0, 0, 0, 0.2, -0.1",
        "-0.08, 0.1, 0.03, 0.1, 0.15",
        "0.12, -0.08, -0.03, -0.12, 0.1"
    })
    void knownMap_isFound_toAPixelOf128(double angle, double scale, double stretch, double x, double y) {
        Alignment known = new Alignment(angle, scale, stretch, x, y);
        for (Phantom phantom : SICK) {
            Registration found = Registration.of(phantom.film(), known.moved(phantom.film()));
            assertThat(found.alignment().distanceBack(known) / PIXEL)
                    .as(phantom.entry().name())
                    .isLessThan(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"0.6, 0.3", "0.5, 0", "1.4, -0.2"})
    void healedAndOtherwiseExposed_isFoundAsWell(double gain, double offset) {
        Alignment known = new Alignment(0.08, -0.1, 0.02, -0.08, 0.12);
        for (Phantom phantom : SICK) {
            Film later = FollowedPhantoms.exposed(known.moved(phantom.twin()), gain, offset);
            Registration found = Registration.of(phantom.film(), later);
            assertThat(found.alignment().distanceBack(known) / PIXEL)
                    .as(phantom.entry().name())
                    .isLessThan(2);
            assertThat(found.correlation()).isGreaterThan(FollowUp.SAME_PATIENT);
        }
    }

    @Test
    void film_onItself_liesWhereItIs() {
        Registration found = Registration.of(SICK.get(0).film(), SICK.get(0).film());
        assertThat(found.alignment()).isEqualTo(Alignment.NONE);
        assertThat(found.correlation()).isCloseTo(1, within(1e-9));
    }

    @Test
    void differentSizesAndShapes_areRegistered() {
        Film film = SICK.get(0).film();
        Film wide = FollowedPhantoms.middle(film.resized(300, 300), 300, 240);
        assertThat(Registration.of(film, wide).correlation()).isGreaterThan(0.8);
    }

    @Test
    void turnedByAQuarter_orBlack_correlatesTooLittle() {
        Film film = SICK.get(0).film();
        Film turned = new Alignment(Math.PI / 2, 0, 0, 0, 0).moved(film);
        assertThat(Registration.of(film, turned).correlation()).isLessThan(FollowUp.SAME_PATIENT);
        Film black = film.withValues(new float[film.width() * film.height()]);
        assertThat(Registration.of(film, black).correlation()).isZero();
    }

    @Test
    void correlation_isPearsons_whereBothAreKnown() {
        float none = Float.NaN;
        assertThat(Registration.correlation(new float[] {1, 2, 3, none}, new float[] {2, 4, 6, 100}))
                .isCloseTo(1, within(1e-9));
        assertThat(Registration.correlation(new float[] {1, 2, 3}, new float[] {3, 2, 1}))
                .isCloseTo(-1, within(1e-9));
        assertThat(Registration.correlation(new float[] {1, 2, 3}, new float[] {1, none, none}))
                .isEqualTo(-1);
        assertThat(Registration.correlation(new float[] {1, 2, 3}, new float[] {5, 5, 5}))
                .isZero();
    }
}
