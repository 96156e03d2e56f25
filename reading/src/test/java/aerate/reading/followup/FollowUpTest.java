package aerate.reading.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import aerate.film.Film;
import aerate.film.FilmInfo;
import aerate.film.Label;
import aerate.film.phantom.Phantom;
import aerate.network.Manifest;
import aerate.reading.course.CourseMethod;
import aerate.reading.course.CourseSettings;
import aerate.reading.course.Region;
import aerate.reading.course.RegionRule;
import aerate.reading.course.TreatmentCourse;
import aerate.reading.diagnosis.Diagnosis;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On courses that end at the healthy twin, within the lesion: what is estimated is then the healing, which is known. */
class FollowUpTest {
    private static final double[] FRACTIONS = {-0.5, 0, 0.25, 0.5, 0.75, 1};
    private static final int END = 400;
    private static final List<Phantom> SICK = FollowedPhantoms.sick(6);
    private static final Diagnosis DIAGNOSIS = new Diagnosis(
            "phantom",
            1,
            List.of(0.0, 9.0),
            Label.PNEUMONIA,
            new Manifest.OperatingPoint(0.5, "by hand"),
            Optional.empty(),
            "none",
            "none");

    /** The stated error, of follow-ups that moved and are exposed otherwise: docs/follow-up.md. */
    @Test
    void estimates_riseWithTheHealing_andTheirErrorIsAsStated() {
        Alignment moved = new Alignment(0.06, -0.08, 0.01, 0.07, -0.1);
        double error = 0;
        for (Phantom phantom : SICK) {
            TreatmentCourse course = course(phantom);
            double lastRecovery = Double.NEGATIVE_INFINITY;
            double lastLambda = -1;
            for (double healed : FRACTIONS) {
                Film later = FollowedPhantoms.exposed(moved.moved(phantom.healed(healed)), 0.8, 0.1);
                Placement place = FollowUp.of(course, later).placement();
                assertThat(place.recovery()).isGreaterThan(lastRecovery);
                assertThat(place.lambda()).isGreaterThanOrEqualTo(lastLambda);
                lastRecovery = place.recovery();
                lastLambda = place.lambda();
                error += Math.abs(place.recovery() - healed) / FRACTIONS.length / SICK.size();
            }
        }
        assertThat(error).isLessThan(0.1);
    }

    @Test
    void sameFilm_standsAtZero_andDiffersInNothing() {
        TreatmentCourse course = course(SICK.get(0));
        FollowUp followUp = FollowUp.of(course, course.film());
        assertThat(followUp.comparable()).isTrue();
        assertThat(followUp.placement().lambda()).isCloseTo(0, within(1e-6));
        assertThat(followUp.placement().recovery()).isCloseTo(0, within(1e-6));
        assertThat(followUp.inside().absolute()).isCloseTo(0, within(1e-6));
        assertThat(followUp.outside().ssim()).isCloseTo(1, within(1e-4));
    }

    @Test
    void change_isInsideOfTheRegion_andItsSignIsThatOfBrightness() {
        for (Phantom phantom : SICK) {
            FollowUp better = FollowUp.of(course(phantom), phantom.twin());
            FollowUp worse = FollowUp.of(course(phantom), phantom.healed(-0.5));
            assertThat(better.inside().mean()).isNegative();
            assertThat(worse.inside().mean()).isPositive();
            assertThat(better.placement().trend()).isEqualTo(Trend.BETTER);
            assertThat(worse.placement().trend()).isEqualTo(Trend.WORSE);
            assertThat(better.inside().absolute())
                    .isGreaterThan(3 * better.outside().absolute());
            assertThat(better.inside().ssim()).isLessThan(better.outside().ssim());
        }
    }

    @Test
    void anotherView_isFlagged_whateverTheFilmsShow() {
        Phantom phantom = SICK.get(0); // a frontal film
        assertThat(FollowUp.of(course(phantom), viewed(phantom.film(), FilmInfo.View.UNKNOWN))
                        .comparable())
                .isTrue();
        FollowUp lateral = FollowUp.of(course(phantom), viewed(phantom.film(), FilmInfo.View.LATERAL));
        assertThat(lateral.sameView()).isFalse();
        assertThat(lateral.comparable()).isFalse();
    }

    @Test
    void filmThatIsNotAChest_isFlagged() {
        Phantom phantom = SICK.get(0);
        Film noise = phantom.film()
                .withValues(noise(phantom.film().width() * phantom.film().height()));
        assertThat(FollowUp.of(course(phantom), noise).comparable()).isFalse();
        assertThat(FollowUp.of(course(phantom), new Alignment(Math.PI / 2, 0, 0, 0, 0).moved(phantom.film()))
                        .comparable())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"'0', [0]", "'100,200', '[100, 200]'", "'0,200,200', '[0, 200, 200]'", "'0,300,200', '[0, 300, 200]'"})
    void lambdas_thatNoFilmCanBePlacedOn_areRefused(String lambdas, String named) {
        int[] numbers =
                Arrays.stream(lambdas.split(",")).mapToInt(Integer::parseInt).toArray();
        assertThatThrownBy(() -> FollowUp.requirePossible(numbers))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("to place films, λ must be at least two, ascending from 0, were " + named);
    }

    private static float[] noise(int pixels) {
        SplittableRandom random = new SplittableRandom(1);
        float[] noise = new float[pixels];
        for (int i = 0; i < pixels; i++) {
            noise[i] = (float) random.nextDouble();
        }
        return noise;
    }

    private static Film viewed(Film film, FilmInfo.View view) {
        FilmInfo info = new FilmInfo("later", Optional.empty(), view, Optional.empty());
        return Film.ofValues(film.width(), film.height(), film.bits(), film.values(), info);
    }

    private static TreatmentCourse course(Phantom phantom) {
        List<TreatmentCourse.Point> points = new ArrayList<>();
        for (int lambda = 0; lambda <= END; lambda += 100) {
            Film film = phantom.healed((double) lambda / END);
            points.add(new TreatmentCourse.Point(lambda, film, DIAGNOSIS, 0, 0, 1));
        }
        Film mask = phantom.lesion();
        return new TreatmentCourse(
                phantom.film(),
                new CourseSettings(CourseMethod.PER_PIXEL, 1, 1, RegionRule.DEFAULT),
                Region.of(mask.width(), mask.height(), mask.values()),
                false,
                points);
    }
}
