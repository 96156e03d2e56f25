package aerate.reading.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import aerate.film.Film;
import aerate.film.FilmInfo;
import aerate.film.Label;
import aerate.network.Architecture;
import aerate.network.Checkpoint;
import aerate.network.Familiarity;
import aerate.network.InputTransform;
import aerate.network.Manifest;
import aerate.network.UNet;
import aerate.reading.TinyModels;
import aerate.tensor.Device;
import aerate.tensor.Libtorch;
import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClassifierTest {
    private static final double ROUNDING = 2e-2; // of a logit in bfloat16

    @TempDir
    private Path folder;

    @Test
    void diagnosis_namesFilmModelAndWeights() throws IOException {
        Manifest.OperatingPoint point = new Manifest.OperatingPoint(0.4, "by hand");
        Path saved = TinyModels.classifier(folder.resolve("c"), 8, Optional.of(point));
        try (Classifier classifier = Classifier.open(saved, Device.CPU)) {
            Diagnosis diagnosis = classifier.diagnose(TinyModels.film(50, 40, 8, 3));
            assertThat(diagnosis.source()).isEqualTo("film 3");
            assertThat(diagnosis.model()).isEqualTo(classifier.model()).isEqualTo("tiny classifier");
            assertThat(diagnosis.weightsHash()).isEqualTo(Checkpoint.open(saved).weightsHash());
            assertThat(diagnosis.operatingPoint()).isEqualTo(point);
        }
    }

    @Test
    void probability_isSoftmaxOfLogitsOverTheTemperature() throws IOException {
        Path saved = TinyModels.classifier(folder.resolve("c"), 0, Optional.empty());
        try (Classifier classifier = Classifier.open(saved, Device.CPU)) {
            Diagnosis diagnosis = classifier.diagnose(TinyModels.film(32, 32, 8, 1));
            double normal = Math.exp(diagnosis.logits().get(0) / 2);
            double pneumonia = Math.exp(diagnosis.logits().get(1) / 2);
            assertThat(diagnosis.probability()).isCloseTo(pneumonia / (normal + pneumonia), within(1e-12));
        }
    }

    @ParameterizedTest
    @CsvSource({"0, PNEUMONIA", "1, NORMAL"})
    void verdict_followsTheOperatingPoint(double threshold, Label verdict) throws IOException {
        Manifest.OperatingPoint point = new Manifest.OperatingPoint(threshold, "by hand");
        Path saved = TinyModels.classifier(folder.resolve("c"), 0, Optional.of(point));
        try (Classifier classifier = Classifier.open(saved, Device.CPU)) {
            assertThat(classifier.diagnose(TinyModels.film(32, 32, 8, 1)).verdict())
                    .isEqualTo(verdict);
        }
    }

    @Test
    void withoutOperatingPoint_theThresholdIsAHalf_andSaysSo() throws IOException {
        Path saved = TinyModels.classifier(folder.resolve("c"), 0, Optional.empty());
        try (Classifier classifier = Classifier.open(saved, Device.CPU)) {
            Diagnosis diagnosis = classifier.diagnose(TinyModels.film(32, 32, 8, 1));
            assertThat(diagnosis.operatingPoint().threshold()).isEqualTo(0.5);
            assertThat(diagnosis.operatingPoint().chosen()).contains("no operating point");
        }
    }

    @Test
    void diagnosisOfAFilm_dependsOnNoOther() throws IOException {
        Path saved = TinyModels.classifier(folder.resolve("c"), 8, Optional.empty());
        List<Film> films = new ArrayList<>();
        for (int seed = 0; seed < 19; seed++) {
            films.add(TinyModels.film(20 + seed, 60 - seed, seed % 2 == 0 ? 8 : 12, seed));
        }
        try (Classifier classifier = Classifier.open(saved, Device.CPU)) {
            List<Diagnosis> together = classifier.diagnose(films);
            assertThat(together).hasSize(19);
            assertThat(together.stream().map(Diagnosis::logits).distinct()).hasSizeGreaterThan(15);
            for (int i = 0; i < films.size(); i++) {
                Diagnosis alone = classifier.diagnose(films.get(i));
                assertThat(together.get(i).source()).isEqualTo(alone.source());
                assertThat(together.get(i).logits().get(1))
                        .isCloseTo(alone.logits().get(1), within(ROUNDING));
            }
        }
    }

    @Test
    void diagnosis_isTheSameTwice() throws IOException {
        Path saved = TinyModels.classifier(folder.resolve("c"), 8, Optional.empty());
        Film film = TinyModels.film(30, 30, 8, 5);
        try (Classifier classifier = Classifier.open(saved, Device.CPU)) {
            assertThat(classifier.diagnose(film)).isEqualTo(classifier.diagnose(film));
        }
    }

    @Test
    void filmOfOnePixel_isDiagnosed() throws IOException {
        Path saved = TinyModels.classifier(folder.resolve("c"), 0, Optional.empty());
        Film film = Film.of(1, 1, 8, new short[] {7}, FilmInfo.of("one pixel"));
        try (Classifier classifier = Classifier.open(saved, Device.CPU)) {
            assertThat(classifier.diagnose(film).probability()).isBetween(0.0, 1.0);
        }
    }

    @Test
    void noFilms_giveNoDiagnoses() throws IOException {
        Path saved = TinyModels.classifier(folder.resolve("c"), 0, Optional.empty());
        try (Classifier classifier = Classifier.open(saved, Device.CPU)) {
            assertThat(classifier.diagnose(List.of())).isEmpty();
        }
    }

    @Test
    void scoresThatAreNoNumbers_areAnErrorNamingFilmAndModel() throws IOException {
        Manifest manifest = manifest(List.of("NORMAL", "PNEUMONIA"));
        Path saved = TinyModels.save(
                folder.resolve("nan"),
                manifest,
                network -> network.parameters().get("classifier.bias").assign(Tensors.full(Double.NaN, 2)));
        try (Classifier classifier = Classifier.open(saved, Device.CPU)) {
            assertThatThrownBy(() -> classifier.diagnose(TinyModels.film(32, 32, 8, 4)))
                    .isInstanceOf(ArithmeticException.class)
                    .hasMessageContainingAll("film 4", "broken model", "NaN");
        }
    }

    @Test
    void otherClasses_areRefused() throws IOException {
        Path saved = TinyModels.save(folder.resolve("c"), manifest(List.of("PNEUMONIA", "NORMAL")), network -> {});
        assertThatThrownBy(() -> Classifier.open(saved, Device.CPU))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll("must be [NORMAL, PNEUMONIA]", "were [PNEUMONIA, NORMAL]");
    }

    @Test
    void denoisersCheckpoint_isRefused() throws IOException {
        UNet.Shape shape = new UNet.Shape(16, 1, 8, List.of(1), 1, List.of(), 1, 0);
        Path saved = TinyModels.save(folder.resolve("d"), TinyModels.denoiser(shape, Optional.empty()), network -> {});
        assertThatThrownBy(() -> Classifier.open(saved, Device.CPU))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll("classifier is wanted", "checkpoint of");
    }

    @Test
    void checkpointsOfOtherInputs_doNotJudgeTogether() throws IOException {
        Path small = TinyModels.classifier(folder.resolve("c"), 0, Optional.empty());
        Manifest larger = new Manifest(
                Manifest.FORMAT,
                "larger",
                Architecture.Classifier.named("densenet-small", 1, 0, 2),
                new InputTransform(48, 0.5, 0.25),
                List.of("NORMAL", "PNEUMONIA"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of());
        Path other = TinyModels.save(folder.resolve("d"), larger, network -> {});
        assertThatThrownBy(() -> Classifier.open(List.of(small, other), Views.ONE, Device.CPU))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("must have the same input", "size=32", "size=48");
    }

    @Test
    void sameModelTwice_saysWhatItSaysOnce() throws IOException {
        Path saved = TinyModels.classifier(folder.resolve("c"), 8, Optional.empty());
        Film film = TinyModels.film(30, 30, 8, 5);
        try (Classifier one = Classifier.open(saved, Device.CPU);
                Classifier two = Classifier.open(List.of(saved, saved), Views.ONE, Device.CPU)) {
            assertThat(two.diagnose(film).probability())
                    .isCloseTo(one.diagnose(film).probability(), within(1e-9));
        }
    }

    /** Seen mirrored too, a film and its mirror image are the same. */
    @Test
    void twoViews_doNotTellLeftFromRight() throws IOException {
        Path saved = TinyModels.classifier(folder.resolve("c"), 8, Optional.empty());
        Film film = TinyModels.film(32, 32, 8, 5);
        short[] mirrored = new short[32 * 32];
        byte[] bytes = film.bytes();
        for (int i = 0; i < mirrored.length; i++) {
            mirrored[i] = (short) (bytes[i / 32 * 32 + 31 - i % 32] & 0xff);
        }
        Film mirror = Film.of(32, 32, 8, mirrored, FilmInfo.of("mirror"));
        try (Classifier once = Classifier.open(saved, Device.CPU);
                Classifier twice = Classifier.open(List.of(saved), new Views(2), Device.CPU);
                Classifier six = Classifier.open(List.of(saved), new Views(6), Device.CPU)) {
            double apart = once.diagnose(film).logits().get(1)
                    - once.diagnose(mirror).logits().get(1);
            double together = twice.diagnose(film).logits().get(1)
                    - twice.diagnose(mirror).logits().get(1);
            assertThat(Math.abs(apart)).isGreaterThan(10 * Math.abs(together));
            assertThat(six.diagnose(film).logits().get(1))
                    .isCloseTo(six.diagnose(mirror).logits().get(1), within(ROUNDING));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 7})
    void otherNumbersOfViews_areRefused(int count) {
        assertThatThrownBy(() -> new Views(count)).hasMessage("views must be 1, 2 or 6, were " + count);
    }

    /** Known and held-out films of one single direction: no film of the network's lies there. */
    @Test
    void checkpointThatKnowsOtherFilms_findsEveryFilmUnlike() throws IOException {
        Film film = TinyModels.film(32, 32, 8, 5);
        Path plain = TinyModels.classifier(folder.resolve("c"), 8, Optional.empty());
        Path knowing = folder.resolve("knowing");
        try (Scope scope = Scope.open();
                Classifier classifier = Classifier.open(plain, Device.CPU)) {
            assertThat(classifier.diagnose(film).typicality()).isEmpty();
            long width = classifier
                    .inBatches(
                            List.of(film),
                            batch ->
                                    List.of(classifier.network().features(batch).size(1)))
                    .get(0);
            Tensor one = Tensors.zeros(1, width);
            one.narrow(1, 0, 1).assign(Tensors.full(1, 1, 1));
            try (Familiarity familiarity =
                    Familiarity.of(one.plus(Tensors.zeros(10, 1)), one.plus(Tensors.zeros(150, 1)))) {
                Manifest manifest = Checkpoint.open(plain).manifest();
                var state = classifier.network().state();
                Checkpoint.save(knowing, manifest, state, Checkpoint.Companions.of(Optional.of(familiarity)), "");
            }
        }
        try (Classifier classifier = Classifier.open(knowing, Device.CPU)) {
            Diagnosis diagnosis = classifier.diagnose(film);
            assertThat(diagnosis.unlike()).isTrue();
            assertThat(diagnosis.typicality().orElseThrow().share()).isCloseTo(1.0 / 151, within(1e-12));
            assertThat(diagnosis.typicality().orElseThrow().distance()).isGreaterThan(0.1);
        }
    }

    @Test
    void openingDiagnosingAndClosing_leavesNoNativeObjects() throws IOException {
        Path saved = TinyModels.classifier(folder.resolve("c"), 8, Optional.empty());
        long before = 0;
        for (int i = 0; i < 5; i++) {
            try (Classifier classifier = Classifier.open(saved, Device.CPU)) {
                classifier.diagnose(TinyModels.film(32, 32, 8, i));
            }
            before = i == 0 ? Libtorch.liveObjects() : before;
        }
        assertThat(Libtorch.liveObjects()).isEqualTo(before);
    }

    private static Manifest manifest(List<String> classes) {
        return new Manifest(
                Manifest.FORMAT,
                "broken model",
                Architecture.Classifier.named("densenet-small", 1, 0, 2),
                new InputTransform(32, 0.5, 0.25),
                classes,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of());
    }
}
