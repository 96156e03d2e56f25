package aerate.reading.heatmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import aerate.film.Film;
import aerate.film.FilmInfo;
import aerate.film.Label;
import aerate.reading.TinyModels;
import aerate.reading.diagnosis.Classifier;
import aerate.tensor.Device;
import aerate.tensor.Libtorch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Explainers as guests of a real classifier. */
class ExplainedFilmsTest {
    private static final List<Film> FILMS = LongStream.range(0, 18)
            .mapToObj(seed -> TinyModels.film(40, 30, 8, seed))
            .toList();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"cam", "grad-cam"})
    void maps_areOfTheNetworksSize_andSayWhatTheyExplain(String method) throws IOException {
        try (Classifier classifier = open(0)) {
            HeatMap map = Explainer.named(method).explain(classifier, FILMS.get(0), Label.PNEUMONIA);
            assertThat(map.width()).isEqualTo(4);
            assertThat(map.height()).isEqualTo(4);
            assertThat(map.label()).isEqualTo(Label.PNEUMONIA);
            assertThat(map.method()).isEqualTo(method);
            assertThat(map.peak()).isPresent();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cam", "grad-cam"})
    void mapOfAFilm_dependsOnNoOther(String method) throws IOException {
        Explainer explainer = Explainer.named(method);
        try (Classifier classifier = open(0)) {
            List<HeatMap> together = explainer.explain(classifier, FILMS, Label.PNEUMONIA);
            assertThat(together).hasSize(FILMS.size());
            for (int i = 0; i < FILMS.size(); i++) {
                HeatMap alone = explainer.explain(classifier, FILMS.get(i), Label.PNEUMONIA);
                assertThat(together.get(i).values()).containsExactly(alone.values(), within(1e-4f));
            }
        }
    }

    @Test
    void gradCam_worksWithHiddenLayers_andCamRefusesThem() throws IOException {
        try (Classifier classifier = open(8)) {
            assertThat(new GradCam().explain(classifier, FILMS, Label.PNEUMONIA))
                    .hasSize(FILMS.size());
            assertThatThrownBy(() -> new Cam().explain(classifier, FILMS, Label.PNEUMONIA))
                    .hasMessageContainingAll("classifier.0.weight", "classifier.2.weight", "grad-cam");
        }
    }

    @Test
    void camsOfTheTwoLabels_differ() throws IOException {
        try (Classifier classifier = open(0)) {
            HeatMap normal = new Cam().explain(classifier, FILMS.get(0), Label.NORMAL);
            HeatMap pneumonia = new Cam().explain(classifier, FILMS.get(0), Label.PNEUMONIA);
            assertThat(normal.values()).isNotEqualTo(pneumonia.values());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cam", "grad-cam"})
    void constantFilm_hasAMapOfFiniteValues(String method) throws IOException {
        Film black = Film.of(1, 1, 8, new short[] {0}, FilmInfo.of("black"));
        try (Classifier classifier = open(0)) {
            HeatMap map = Explainer.named(method).explain(classifier, black, Label.PNEUMONIA);
            for (float value : map.evidence(9, 9)) {
                assertThat(value).isBetween(0f, 1f);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cam", "grad-cam"})
    void explaining_changesNoDiagnosis_andLeavesNoNativeObjects(String method) throws IOException {
        Explainer explainer = Explainer.named(method);
        try (Classifier classifier = open(0)) {
            var before = classifier.diagnose(FILMS);
            explainer.explain(classifier, FILMS, Label.PNEUMONIA);
            long objects = Libtorch.liveObjects();
            for (int i = 0; i < 10; i++) {
                explainer.explain(classifier, FILMS.subList(0, 2), Label.PNEUMONIA);
            }
            assertThat(Libtorch.liveObjects()).isEqualTo(objects);
            assertThat(classifier.diagnose(FILMS)).isEqualTo(before);
        }
    }

    private Classifier open(int hidden) throws IOException {
        return Classifier.open(
                TinyModels.classifier(folder.resolve("classifier"), hidden, Optional.empty()), Device.CPU);
    }
}
