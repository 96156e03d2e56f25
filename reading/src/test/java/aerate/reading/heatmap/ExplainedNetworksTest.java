package aerate.reading.heatmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import aerate.film.Film;
import aerate.film.Label;
import aerate.network.Architecture;
import aerate.network.InputTransform;
import aerate.network.Manifest;
import aerate.reading.TinyModels;
import aerate.reading.diagnosis.Classifier;
import aerate.tensor.Device;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Explainers as guests of every kind of network. */
class ExplainedNetworksTest {
    private static final int SIZE = 128;
    private static final Film FILM = TinyModels.film(140, 130, 8, 3);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "vgg16, 16, 4",
        "vgg16-bn, 16, 4",
        "vgg16, 0, 4",
        "resnet18, 16, 4",
        "resnet18, 0, 4",
        "resnet50, 0, 4",
        "inception-v3, 16, 2",
        "inception-v3, 0, 2"
    })
    void gradCam_worksForEachNetwork_withAnyHead(String name, int hidden, int side) throws IOException {
        try (Classifier classifier = open(name, hidden)) {
            HeatMap sick = new GradCam().explain(classifier, FILM, Label.PNEUMONIA);
            HeatMap well = new GradCam().explain(classifier, FILM, Label.NORMAL);
            assertThat(List.of(sick.width(), sick.height())).containsExactly(side, side);
            assertThat(sick.values()).isNotEqualTo(well.values());
        }
    }

    @ParameterizedTest
    @CsvSource({"vgg16, block5, 8", "resnet18, layer3, 8", "inception-v3, Mixed_6e, 6"})
    void finerLayer_hasAFinerMap(String name, String layer, int side) throws IOException {
        try (Classifier classifier = open(name, 16)) {
            HeatMap map = new LayerCam().at(layer).explain(classifier, FILM, Label.PNEUMONIA);
            assertThat(List.of(map.width(), map.height())).containsExactly(side, side);
            assertThat(map.method()).isEqualTo("layer-cam@" + layer);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"vgg16-bn", "resnet18", "inception-v3"})
    void gradCam_ofAPooledHead_isThePositivePartOfCam_overItsCells(String name) throws IOException {
        try (Classifier classifier = open(name, 0)) {
            float[] cam = new Cam().explain(classifier, FILM, Label.PNEUMONIA).values();
            float[] gradCam =
                    new GradCam().explain(classifier, FILM, Label.PNEUMONIA).values();
            float greatest = 0;
            for (float value : cam) {
                greatest = Math.max(greatest, Math.abs(value));
            }
            for (int i = 0; i < cam.length; i++) {
                float expected = Math.max(0, cam[i]) / cam.length;
                assertThat(gradCam[i]).isCloseTo(expected, within(0.02f * greatest / cam.length)); // bfloat16's
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"resnet18, fc.2.weight, layer1", "vgg16, classifier.6.weight, features"})
    void cam_refusesAHiddenLayer_namingTheHeadAlone(String name, String head, String body) throws IOException {
        try (Classifier classifier = open(name, 8)) {
            assertThatThrownBy(() -> new Cam().explain(classifier, FILM, Label.PNEUMONIA))
                    .hasMessageContainingAll(head, "grad-cam")
                    .hasMessageNotContaining(body + ".");
        }
    }

    private Classifier open(String name, int hidden) throws IOException {
        Manifest manifest = new Manifest(
                Manifest.FORMAT,
                name,
                Architecture.Classifier.named(name, 1, hidden, 2),
                new InputTransform(SIZE, 0.5, 0.25),
                List.of("NORMAL", "PNEUMONIA"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of());
        return Classifier.open(TinyModels.save(folder.resolve(name), manifest, network -> {}), Device.CPU);
    }
}
