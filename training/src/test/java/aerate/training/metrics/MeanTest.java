package aerate.training.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Means over films, with their intervals over patients. */
class MeanTest {
    @Test
    void mean_isOverFilms_withinItsInterval() {
        Estimate mean = Estimate.ofMean(films(40, 40), 1);
        assertThat(mean.value()).isCloseTo(19.5, within(1e-12));
        // Standard error of 0 … 39 drawn 40 times: 11.54 / √40 = 1.83.
        assertThat(mean.low()).isCloseTo(19.5 - 1.96 * 1.83, within(0.6));
        assertThat(mean.high()).isCloseTo(19.5 + 1.96 * 1.83, within(0.6));
    }

    @Test
    void filmsOfFewPatients_haveAWiderInterval() {
        Estimate many = Estimate.ofMean(films(40, 40), 1);
        Estimate few = Estimate.ofMean(films(40, 4), 1);
        assertThat(few.value()).isEqualTo(many.value());
        assertThat(few.high() - few.low()).isGreaterThan(1.5 * (many.high() - many.low()));
    }

    @Test
    void noFilms_defineNoMean() {
        assertThat(Estimate.ofMean(List.of(), 1).defined()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
    void figureThatIsNoNumber_isRefused(double value) {
        assertThatThrownBy(() -> new Measurement("Ann", value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a film's figure must be a finite number, was " + value);
    }

    /** Figures 0, 1, 2 …; neighbours are of one patient. */
    private static List<Measurement> films(int count, int patients) {
        return IntStream.range(0, count)
                .mapToObj(film -> new Measurement("patient " + film * patients / count, film))
                .toList();
    }
}
