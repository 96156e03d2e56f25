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
    @ValueSource(
            strings = {
                "cam",
                "grad-cam",
                "grad-cam++",
                "hires-cam",
                "layer-cam",
                "ablation-cam",
                "hires-cam@denseblock2",
                "layer-cam@denseblock2+denseblock3",
                "grad-cam~3"
            })
    void maps_areOfTheNetworksSize_andSayWhatTheyExplain(String method) throws IOException {
        try (Classifier classifier = open(0)) {
            HeatMap map = Explainer.named(method).explain(classifier, FILMS.get(0), Label.PNEUMONIA);
            int side = method.contains("denseblock2") ? 8 : method.contains("~") ? 16 : 4;
            assertThat(map.width()).isEqualTo(side);
            assertThat(map.height()).isEqualTo(side);
            assertThat(map.label()).isEqualTo(Label.PNEUMONIA);
            assertThat(map.method()).isEqualTo(method);
            HeatMap other = Explainer.named(method).explain(classifier, FILMS.get(0), Label.NORMAL);
            assertThat(map.peak().or(other::peak)).isPresent(); // what speaks for neither is flat
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cam",
                "grad-cam",
                "grad-cam++",
                "hires-cam",
                "layer-cam",
                "ablation-cam",
                "hires-cam@denseblock2",
                "layer-cam@denseblock2+denseblock3",
                "grad-cam~3"
            })
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
    @ValueSource(
            strings = {
                "cam",
                "grad-cam",
                "grad-cam++",
                "hires-cam",
                "layer-cam",
                "ablation-cam",
                "hires-cam@denseblock2",
                "layer-cam@denseblock2+denseblock3",
                "grad-cam~3"
            })
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
    @ValueSource(
            strings = {
                "cam",
                "grad-cam",
                "grad-cam++",
                "hires-cam",
                "layer-cam",
                "ablation-cam",
                "hires-cam@denseblock2",
                "layer-cam@denseblock2+denseblock3",
                "grad-cam~3"
            })
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

    @Test
    void layer_thatTheNetworkHasNot_isRefused_sayingWhichItHas() throws IOException {
        try (Classifier classifier = open(0)) {
            assertThatThrownBy(() -> new GradCam().at("layer4").explain(classifier, FILMS, Label.PNEUMONIA))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a layer must be one of [denseblock1, denseblock2, denseblock3], was layer4");
        }
    }

    @Test
    void lastLayer_isTheOneThatIsNotNamed() throws IOException {
        try (Classifier classifier = open(0)) {
            for (ActivationMap method : ActivationMap.all()) {
                HeatMap named = method.at("denseblock3").explain(classifier, FILMS.get(1), Label.PNEUMONIA);
                HeatMap unnamed = method.explain(classifier, FILMS.get(1), Label.PNEUMONIA);
                assertThat(named.values()).isEqualTo(unnamed.values());
            }
        }
    }

    @Test
    void cam_atAFinerLayer_isRefused() throws IOException {
        try (Classifier classifier = open(0)) {
            assertThatThrownBy(() -> new Cam().at("denseblock2").explain(classifier, FILMS, Label.PNEUMONIA))
                    .hasMessageContainingAll("cam needs", "layers before the pooling", "grad-cam");
        }
    }

    @Test
    void fusedMap_isHotOnlyWhereBothAre() throws IOException {
        try (Classifier classifier = open(0)) {
            HeatMap coarse = new LayerCam().explain(classifier, FILMS.get(2), Label.PNEUMONIA);
            HeatMap fine = new LayerCam().at("denseblock2").explain(classifier, FILMS.get(2), Label.PNEUMONIA);
            float[] fused = Explainer.named("layer-cam@denseblock2+denseblock3")
                    .explain(classifier, FILMS.get(2), Label.PNEUMONIA)
                    .values();
            float[] one = coarse.evidence(8, 8);
            float[] other = fine.evidence(8, 8);
            for (int i = 0; i < fused.length; i++) {
                assertThat(fused[i]).isCloseTo((float) Math.sqrt(one[i] * other[i]), within(1e-6f));
            }
        }
    }

    private Classifier open(int hidden) throws IOException {
        return Classifier.open(
                TinyModels.classifier(folder.resolve("classifier"), hidden, Optional.empty()), Device.CPU);
    }
}
