package aerate.film.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aerate.film.Film;
import aerate.film.FilmInfo;
import java.util.List;
import org.junit.jupiter.api.Test;

class PhantomTest {
    private static final PhantomSource SOURCE = PhantomSource.of(80, 64, 3);
    private static final List<Phantom> PHANTOMS =
            SOURCE.films().stream().map(SOURCE::phantom).toList();

    @Test
    void twin_outsideOfLesion_equalsFilm() {
        for (Phantom phantom : PHANTOMS) {
            for (int y = 0; y < 64; y++) {
                for (int x = 0; x < 64; x++) {
                    if (phantom.lesion().at(x, y) == 0) {
                        assertThat(phantom.film().at(x, y))
                                .isEqualTo(phantom.twin().at(x, y));
                    }
                }
            }
        }
    }

    @Test
    void healed_leadsFromTheFilmToItsTwin_andBelowZeroAway() {
        Phantom phantom = sick().get(0);
        assertThat(phantom.healed(0).bytes()).isEqualTo(phantom.film().bytes());
        assertThat(phantom.healed(1).bytes()).isEqualTo(phantom.twin().bytes());
        double half = mean(phantom.healed(0.5));
        assertThat(half).isLessThan(mean(phantom.film())).isGreaterThan(mean(phantom.twin()));
        assertThat(mean(phantom.healed(-0.5))).isGreaterThan(mean(phantom.film()));
    }

    private static double mean(Film film) {
        double sum = 0;
        for (float value : film.values()) {
            sum += value;
        }
        return sum / (film.width() * film.height());
    }

    @Test
    void film_withinLesion_isLighterThanTwin() {
        double total = 0;
        for (Phantom phantom : sick()) {
            double difference = meanDifferenceWithinLesion(phantom);
            assertThat(difference).as("grey levels, %s", phantom.entry().name()).isGreaterThan(5);
            total += difference;
        }
        assertThat(total / sick().size()).isBetween(15.0, 45.0);
    }

    @Test
    void lesion_ofSick_coversFewToManyPercent() {
        assertThat(sick())
                .allSatisfy(phantom -> assertThat(phantom.lesionShare()).isBetween(0.02, 0.25));
        assertThat(sick().stream()
                        .filter(phantom -> phantom.lesionShare() > 0.03)
                        .count())
                .isGreaterThan(9L * sick().size() / 10);
    }

    @Test
    void normal_hasNoLesion_andIsItsOwnTwin() {
        List<Phantom> normal =
                PHANTOMS.stream().filter(phantom -> !phantom.sick()).toList();
        assertThat(normal).hasSize(40).allSatisfy(phantom -> {
            assertThat(phantom.lesionShare()).isZero();
            assertThat(phantom.film().bytes()).isEqualTo(phantom.twin().bytes());
        });
    }

    @Test
    void phantom_withMaskOfAnotherSize_isRefused() {
        Phantom phantom = PHANTOMS.get(0);
        Film small = Film.of(1, 1, 1, new short[1], FilmInfo.of("mask"));
        assertThatThrownBy(() -> new Phantom(phantom.entry(), 1, phantom.film(), small, phantom.twin()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lesion mask must have its film's size 64 x 64, was 1 x 1");
    }

    private static List<Phantom> sick() {
        return PHANTOMS.stream().filter(Phantom::sick).toList();
    }

    private static double meanDifferenceWithinLesion(Phantom phantom) {
        double sum = 0;
        int count = 0;
        for (int y = 0; y < 64; y++) {
            for (int x = 0; x < 64; x++) {
                if (phantom.lesion().at(x, y) == 1) {
                    sum += phantom.film().at(x, y) - phantom.twin().at(x, y);
                    count++;
                }
            }
        }
        return sum / count;
    }
}
