package aerate.reading.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlacementTest {
    private static final int[] LAMBDAS = {0, 100, 200, 400};
    private static final int PIXELS = Grid.SIDE * Grid.SIDE;
    private static final float[] EVERYWHERE = filled(1);

    /** A course that falls by the same from λ to λ, the way that a film has gone on it, and its noise. */
    private static final float[][] COURSE = {filled(0.8f), filled(0.7f), filled(0.6f), filled(0.4f)};

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void filmOfTheCourse_standsAtItsLambda(int k) {
        Placement place = Placement.of(LAMBDAS, COURSE, COURSE[k], EVERYWHERE, 1);
        assertThat(place.lambda()).isCloseTo(LAMBDAS[k], within(1e-3));
        assertThat(place.recovery()).isCloseTo(k == 3 ? 1 : k * 0.25, within(1e-5));
    }

    @ParameterizedTest
    @CsvSource({"0.73, 70", "0.65, 150", "0.55, 250"})
    void filmBetween_standsBetween_onEvenAndUnevenSteps(float brightness, double lambda) {
        Placement place = Placement.of(LAMBDAS, COURSE, filled(brightness), EVERYWHERE, 1);
        assertThat(place.lambda()).isCloseTo(lambda, within(0.1));
    }

    @Test
    void worse_standsAtZero_andRecoveryIsNegative() {
        Placement place = Placement.of(LAMBDAS, COURSE, noisy(0.9f, 0.05), EVERYWHERE, 1);
        assertThat(place.lambda()).isZero();
        assertThat(place.recovery()).isCloseTo(-0.25, within(0.01));
        assertThat(place.trend()).isEqualTo(Trend.WORSE);
    }

    @Test
    void better_isCalledSo_andTheIntervalHoldsTheTruth() {
        Placement place = Placement.of(LAMBDAS, COURSE, noisy(0.6f, 0.1), EVERYWHERE, 1);
        assertThat(place.trend()).isEqualTo(Trend.BETTER);
        assertThat(place.recoveryLow()).isLessThan(0.5);
        assertThat(place.recoveryHigh()).isGreaterThan(0.5);
        assertThat(place.lambdaLow()).isLessThanOrEqualTo(place.lambda());
        assertThat(place.lambdaHigh()).isGreaterThanOrEqualTo(place.lambda());
    }

    @Test
    void tilesThatDisagree_areUnclear() {
        float[] film = filled(0.9f);
        Arrays.fill(film, PIXELS / 2, PIXELS, 0.7f);
        Placement place = Placement.of(LAMBDAS, COURSE, film, EVERYWHERE, 1);
        assertThat(place.recovery()).isCloseTo(0, within(1e-5));
        assertThat(place.trend()).isEqualTo(Trend.UNCLEAR);
    }

    @Test
    void outsideOfTheRegion_andWhereNothingIsKnown_nothingCounts() {
        float[] weights = EVERYWHERE.clone();
        float[] film = COURSE[1].clone();
        Arrays.fill(film, 0, 3000, 0);
        Arrays.fill(weights, 0, 3000, 0);
        Arrays.fill(film, 3000, 6000, Float.NaN);
        Placement place = Placement.of(LAMBDAS, COURSE, film, weights, 1);
        assertThat(place.lambda()).isCloseTo(100, within(1e-3));
        assertThat(place.recovery()).isCloseTo(0.25, within(1e-5));
    }

    @Test
    void emptyRegion_orCourseThatChangesNothing_tellsNothing() {
        Placement empty = Placement.of(LAMBDAS, COURSE, COURSE[2], filled(0), 1);
        assertThat(empty.trend()).isEqualTo(Trend.UNCLEAR);
        float[][] still = {COURSE[0], COURSE[0], COURSE[0], COURSE[0]};
        assertThat(Placement.of(LAMBDAS, still, COURSE[2], EVERYWHERE, 1).trend())
                .isEqualTo(Trend.UNCLEAR);
    }

    @Test
    void sameSeed_sameInterval() {
        float[] film = noisy(0.6f, 0.1);
        assertThat(Placement.of(LAMBDAS, COURSE, film, EVERYWHERE, 3))
                .isEqualTo(Placement.of(LAMBDAS, COURSE, film, EVERYWHERE, 3));
    }

    private static float[] noisy(float value, double deviation) {
        SplittableRandom random = new SplittableRandom(5);
        float[] film = filled(value);
        for (int i = 0; i < PIXELS; i++) {
            film[i] += (float) (deviation * random.nextGaussian());
        }
        return film;
    }

    private static float[] filled(float value) {
        float[] filled = new float[PIXELS];
        Arrays.fill(filled, value);
        return filled;
    }
}
