package aerate.reading.course;

import static org.assertj.core.api.Assertions.assertThat;

import aerate.diffusion.Denoiser;
import aerate.diffusion.NoiseSchedule;
import aerate.film.Film;
import aerate.film.Label;
import aerate.network.InputTransform;
import aerate.reading.TinyModels;
import aerate.reading.diagnosis.Classifier;
import aerate.reading.heatmap.HeatMap;
import aerate.tensor.Device;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What courses do beyond healing pixels: latents and classes, films that are well already, too little memory. */
class CourseKindsTest {
    @TempDir
    private Path folder;

    private HealthyPrior prior;
    private Classifier judge;

    @BeforeEach
    void open() throws IOException {
        prior = HealthyPrior.open(TinyModels.denoiser(folder.resolve("denoiser")), Device.CPU);
        judge = Classifier.open(TinyModels.classifier(folder.resolve("judge"), 8, Optional.empty()), Device.CPU);
    }

    @AfterEach
    void close() {
        prior.close();
        judge.close();
    }

    @ParameterizedTest
    @EnumSource(CourseMethod.class)
    void latentCourse_changesTheFilm_andNothingOutsideOfARegion(CourseMethod method) throws IOException {
        try (HealthyPrior latent = LatentPriors.open(folder.resolve(method.title()))) {
            Film film = TinyModels.film(40, 32, 12, 3);
            CourseSettings settings = new CourseSettings(
                    method, SamplerChoice.DDIM, 10, 1, new RegionRule(0.5, 0, 0), Optional.of(2.0), true);
            HeatMap corner = HeatMap.of(
                    4, 4, new float[] {1, 1, 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}, Label.PNEUMONIA, "by hand");
            TreatmentCourse course =
                    new CourseGenerator(latent, judge, settings).generate(film, corner, List.of(0, 20));
            assertThat(latent.guidable()).isTrue();
            assertThat(course.points().get(0).film().values()).isEqualTo(film.values());
            assertThat(course.points().get(1).changeInside()).isPositive();
            if (method.keepsTheRest()) {
                assertThat(course.points().get(1).changeOutside()).isZero();
            }
        }
    }

    @Test
    void filmCalledNormal_isSpared_unlessForced() {
        Film film = TinyModels.film(24, 20, 8, 1);
        boolean normal = judge.diagnose(film).verdict() == Label.NORMAL;
        CourseSettings sparing = new CourseSettings(
                CourseMethod.UNIFORM, SamplerChoice.DDPM, 10, 1, new RegionRule(0.5, 1, 0.5), Optional.of(0.0), false);
        TreatmentCourse course = new CourseGenerator(prior, judge, sparing).generate(film, everywhere(), List.of(20));
        assertThat(course.spared()).isEqualTo(normal);
        assertThat(Arrays.equals(course.points().get(0).film().values(), film.values()))
                .isEqualTo(normal);
        TreatmentCourse forced =
                new CourseGenerator(prior, judge, sparing.ofWhateverFilm()).generate(film, everywhere(), List.of(20));
        assertThat(forced.spared()).isFalse();
        assertThat(forced.points().get(0).film().values()).isNotEqualTo(film.values());
    }

    /** A denoiser for which memory does for three films at once. */
    @Test
    void tooLittleMemory_makesSmallerBatches_andSaysSo() {
        Denoiser hungry = (noisy, levels) -> {
            if (noisy.size(0) > 3) {
                throw new RuntimeException("DefaultCPUAllocator: can't allocate memory: you tried to allocate");
            }
            return noisy.times(0.5);
        };
        HealthyPrior narrow =
                HealthyPrior.of(hungry, NoiseSchedule.linear(40), new InputTransform(16, 0.5, 0.5), Device.CPU);
        List<Integer> shrunk = new ArrayList<>();
        CourseGenerator.Watcher watcher = new CourseGenerator.Watcher() {
            @Override
            public void stepDone() {
                // what matters here is the other
            }

            @Override
            public void batchShrunk(int films) {
                shrunk.add(films);
            }
        };
        List<Film> films = IntStream.range(0, 7)
                .mapToObj(i -> TinyModels.film(20, 20, 8, i))
                .toList();
        CourseSettings settings = new CourseSettings(CourseMethod.UNIFORM, 10, 1, new RegionRule(0.5, 1, 0.5));
        List<TreatmentCourse> courses = new CourseGenerator(narrow, judge, settings, watcher)
                .generate(films, Collections.nCopies(7, everywhere()), List.of(20));
        assertThat(shrunk).containsExactly(4, 2);
        assertThat(courses).hasSize(7).extracting(TreatmentCourse::film).containsExactlyElementsOf(films);
    }

    private static HeatMap everywhere() {
        return HeatMap.of(2, 1, new float[] {1, 0.9f}, Label.PNEUMONIA, "by hand");
    }
}
