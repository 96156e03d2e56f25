package aerate.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aerate.film.Film;
import aerate.film.Label;
import aerate.reading.course.CourseGenerator;
import aerate.reading.course.CourseMethod;
import aerate.reading.course.CourseSettings;
import aerate.reading.course.HealthyPrior;
import aerate.reading.course.RegionRule;
import aerate.reading.course.TreatmentCourse;
import aerate.reading.diagnosis.Classifier;
import aerate.reading.heatmap.GradCam;
import aerate.tensor.Device;
import aerate.tensor.Libtorch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReaderTest {
    private Classifier classifier;
    private HealthyPrior prior;
    private Reader reader;

    @BeforeEach
    void open(@TempDir Path folder) throws IOException {
        classifier = Classifier.open(TinyModels.classifier(folder.resolve("c"), 8, Optional.empty()), Device.CPU);
        prior = HealthyPrior.open(TinyModels.denoiser(folder.resolve("d")), Device.CPU);
        CourseSettings settings = new CourseSettings(CourseMethod.PER_PIXEL, 5, 1, RegionRule.DEFAULT);
        reader = new Reader(
                classifier, new GradCam(), new CourseGenerator(prior, classifier, settings), List.of(0, 20, 40));
    }

    @AfterEach
    void close() {
        classifier.close();
        prior.close();
    }

    @Test
    void reading_isDiagnosisMapAndCourseOfTheFilm() {
        Film film = TinyModels.film(40, 30, 8, 1);
        Reading reading = reader.read(film);
        assertThat(reading.film()).isSameAs(film);
        assertThat(reading.diagnosis()).isEqualTo(classifier.diagnose(film));
        assertThat(reading.where().label()).isEqualTo(Label.PNEUMONIA);
        assertThat(reading.course().film()).isSameAs(film);
        assertThat(reading.course().points())
                .extracting(TreatmentCourse.Point::lambda)
                .containsExactly(0, 20, 40);
        assertThat(reading.course().points().get(0).diagnosis()).isEqualTo(reading.diagnosis());
    }

    @Test
    void fiftyReadings_leaveNoNativeObjects() {
        Film film = TinyModels.film(32, 32, 8, 1);
        reader.read(film);
        long before = Libtorch.liveObjects();
        for (int i = 0; i < 50; i++) {
            reader.read(film);
        }
        assertThat(Libtorch.liveObjects()).isEqualTo(before);
    }

    @Test
    void filmThatIsTooSmallForACourse_isRefused() {
        assertThatThrownBy(() -> reader.read(TinyModels.film(1, 1, 8, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("at least 11 x 11", "1 x 1");
    }
}
