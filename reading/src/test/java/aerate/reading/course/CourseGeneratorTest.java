package aerate.reading.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aerate.film.Film;
import aerate.film.Label;
import aerate.film.Similarity;
import aerate.reading.TinyModels;
import aerate.reading.diagnosis.Classifier;
import aerate.reading.heatmap.HeatMap;
import aerate.tensor.Device;
import aerate.tensor.Libtorch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CourseGeneratorTest {
    private static final HeatMap CORNER =
            HeatMap.of(4, 4, new float[] {9, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}, Label.PNEUMONIA, "by hand");
    private static final Film FILM = TinyModels.film(50, 40, 8, 1);

    private HealthyPrior prior;
    private Classifier judge;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        prior = HealthyPrior.open(TinyModels.denoiser(folder.resolve("denoiser")), Device.CPU);
        judge = Classifier.open(TinyModels.classifier(folder.resolve("judge"), 8, Optional.empty()), Device.CPU);
    }

    @AfterEach
    void close() {
        prior.close();
        judge.close();
    }

    @ParameterizedTest
    @EnumSource(value = CourseMethod.class, mode = EnumSource.Mode.EXCLUDE, names = "COUNTERFACTUAL")
    void lambdaZero_isTheFilm(CourseMethod method) {
        Film deep = TinyModels.film(23, 31, 16, 2);
        TreatmentCourse.Point point =
                generator(method, 1).generate(deep, CORNER, List.of(0)).points().get(0);
        assertSamePixels(point.film(), deep);
        assertThat(point.changeInside()).isZero();
        assertThat(point.changeOutside()).isZero();
        assertThat(point.ssim()).isEqualTo(1);
        assertThat(point.diagnosis()).isEqualTo(judge.diagnose(deep));
    }

    @ParameterizedTest
    @CsvSource({"50, 40, 8", "50, 40, 16", "16, 16, 12", "13, 11, 1"})
    void perPixel_leavesThePatientsOwnPixelsOutsideOfTheRegion(int width, int height, int bits) {
        Film film = TinyModels.film(width, height, bits, 3);
        TreatmentCourse course = generator(CourseMethod.PER_PIXEL, 1).generate(film, CORNER, List.of(25, 40));
        boolean[] inside = course.region().reaches(width, height);
        assertThat(inside).contains(true, false);
        for (TreatmentCourse.Point point : course.points()) {
            assertThat(point.film().bits()).isEqualTo(bits);
            assertThat(point.changeOutside()).isZero();
            assertThat(point.changeInside()).isPositive();
            for (int i = 0; i < inside.length; i++) {
                if (!inside[i]) {
                    assertThat(point.film().at(i % width, i / width)).isEqualTo(film.at(i % width, i / width));
                }
            }
        }
    }

    @Test
    void uniform_changesTheWholeFilm() {
        TreatmentCourse.Point point = generator(CourseMethod.UNIFORM, 1)
                .generate(FILM, CORNER, List.of(40))
                .points()
                .get(0);
        assertThat(point.changeInside()).isPositive();
        assertThat(point.changeOutside()).isPositive();
        assertThat(point.ssim()).isEqualTo(Similarity.ssim(FILM, point.film())).isLessThan(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = CourseMethod.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"GUIDED", "COUNTERFACTUAL"})
    void sameSeed_givesTheSameCourse_andAnotherSeedAnother(CourseMethod method) {
        Film once = last(generator(method, 1).generate(FILM, CORNER, List.of(40)));
        assertSamePixels(last(generator(method, 1).generate(FILM, CORNER, List.of(10, 40))), once);
        Film reseeded = last(generator(method, 2).generate(FILM, CORNER, List.of(40)));
        assertThat(Similarity.meanAbsoluteError(reseeded, once)).isPositive();
    }

    @ParameterizedTest
    @EnumSource(value = CourseMethod.class, mode = EnumSource.Mode.EXCLUDE, names = "COUNTERFACTUAL")
    void courseOfAFilm_dependsOnNoOther(CourseMethod method) {
        List<Film> films = LongStream.range(0, 10)
                .mapToObj(seed -> TinyModels.film(30, 30, 8, seed))
                .toList();
        CourseGenerator generator = generator(method, 1);
        List<TreatmentCourse> together = generator.generate(films, Collections.nCopies(10, CORNER), List.of(30));
        for (int i = 0; i < films.size(); i++) {
            Film alone = last(generator.generate(films.get(i), CORNER, List.of(30)));
            assertSamePixels(last(together.get(i)), alone);
        }
    }

    @Test
    void points_standInTheOrderThatIsAskedFor() {
        TreatmentCourse course = generator(CourseMethod.PER_PIXEL, 1).generate(FILM, CORNER, List.of(40, 0, 20, 0));
        assertThat(course.points()).extracting(TreatmentCourse.Point::lambda).containsExactly(40, 0, 20, 0);
        assertSamePixels(course.points().get(1).film(), FILM);
        assertThat(course.film()).isSameAs(FILM);
        assertThat(course.settings().method()).isEqualTo(CourseMethod.PER_PIXEL);
    }

    @Test
    void flatMap_leavesTheFilmAsItIs() {
        HeatMap flat = HeatMap.of(1, 1, new float[] {1}, Label.PNEUMONIA, "by hand");
        TreatmentCourse course = generator(CourseMethod.PER_PIXEL, 1).generate(FILM, flat, List.of(40));
        assertSamePixels(last(course), FILM);
        assertThat(course.points().get(0).changeInside()).isZero();
        assertThat(course.region().share()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 41, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void lambdaOutOfRange_isRefused_beforeAnythingIsDone(int lambda) {
        List<Integer> lambdas = List.of(10, lambda);
        CourseGenerator generator = new CourseGenerator(prior, judge, settings(CourseMethod.UNIFORM, 1), () -> {
            throw new AssertionError("nothing may be done");
        });
        assertThatThrownBy(() -> generator.generate(FILM, CORNER, lambdas))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("λ must be in [0, 40], was " + lambda);
    }

    @Test
    void filmWithoutMap_isRefused() {
        assertThatThrownBy(() -> generator(CourseMethod.UNIFORM, 1).generate(List.of(FILM), List.of(), List.of(0)))
                .hasMessage("there must be a heat map for each of 1 films, were 0");
    }

    @Test
    void steps_areAsManyAsForetold() {
        List<Integer> lambdas = List.of(0, 7, 40);
        List<Film> films = Collections.nCopies(9, FILM);
        AtomicInteger steps = new AtomicInteger();
        CourseGenerator watched =
                new CourseGenerator(prior, judge, settings(CourseMethod.PER_PIXEL, 1), steps::incrementAndGet);
        watched.generate(films, Collections.nCopies(9, CORNER), lambdas);
        assertThat(watched.steps(9, lambdas)).isEqualTo(steps.get()).isEqualTo(2 * (2 + 10));
    }

    @Test
    void generationThatIsStopped_leavesNoNativeObjects() {
        AtomicInteger steps = new AtomicInteger();
        CourseGenerator stopped = new CourseGenerator(prior, judge, settings(CourseMethod.PER_PIXEL, 1), () -> {
            if (steps.incrementAndGet() % 3 == 0) {
                throw new CancellationException("enough");
            }
        });
        List<Long> objects = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> stopped.generate(FILM, CORNER, List.of(40)))
                    .isInstanceOf(CancellationException.class);
            objects.add(Libtorch.liveObjects());
        }
        assertThat(objects.get(4)).isEqualTo(objects.get(1));
    }

    private CourseGenerator generator(CourseMethod method, long seed) {
        return new CourseGenerator(prior, judge, settings(method, seed));
    }

    private static CourseSettings settings(CourseMethod method, long seed) {
        return new CourseSettings(method, 10, seed, new RegionRule(0.5, 1, 0.5));
    }

    private static Film last(TreatmentCourse course) {
        return course.points().get(course.points().size() - 1).film();
    }

    private static void assertSamePixels(Film film, Film expected) {
        assertThat(film.bits()).isEqualTo(expected.bits());
        assertThat(film.width()).isEqualTo(expected.width());
        assertThat(film.values()).isEqualTo(expected.values());
    }
}
