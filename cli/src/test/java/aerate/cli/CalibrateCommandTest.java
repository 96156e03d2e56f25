package aerate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import aerate.network.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What turns scores into verdicts: calibration, several models, several views, unlike films. */
@ExtendWith(OneWorkshop.class)
class CalibrateCommandTest {
    @TempDir
    private Path folder;

    @Test
    void onItsOwnCollection_theWeightsStay_andTheOperatingPointFollows(Workshop workshop) throws IOException {
        Path calibrated = folder.resolve("calibrated");
        assertThat(calibrate(workshop, workshop.phantoms(), "0.6", calibrated)
                        .succeeded()
                        .out())
                .contains("pneumonia from 0.", "sensitivity of at least 60.0 %, by conformal risk control");
        assertThat(calibrated.resolve("weights.safetensors"))
                .hasSameBinaryContentAs(workshop.classifier().resolve("weights.safetensors"));
        assertThat(calibrated.resolve("card.md")).content().contains("Calibrated anew on", "phantoms");
        JsonNode diagnosis = diagnosis(workshop.sick().get(0), "--model", calibrated);
        assertThat(diagnosis.at("/operatingPoint/chosen").asText()).contains("60.0 %");
        assertThat(diagnosis.at("/typicality/share").asDouble()).isBetween(0.0, 1.0);
    }

    @Test
    void onAnotherCollection_allOfItServes(Workshop workshop) {
        Path others = folder.resolve("others");
        Ran.of("phantom", others, "--films", 24, "--size", Workshop.SIZE, "--seed", 9)
                .succeeded();
        Path calibrated = folder.resolve("calibrated");
        calibrate(workshop, others, "0.6", calibrated).succeeded();
        assertThat(calibrated.resolve("card.md")).content().contains("Calibrated anew on 24 films of others");
    }

    @Test
    void collectionOfOneClass_isRefused_andNothingIsWritten(Workshop workshop) throws IOException {
        Path films = folder.resolve("films");
        Files.createDirectories(films.resolve("PNEUMONIA"));
        Files.copy(workshop.sick().get(0), films.resolve("PNEUMONIA").resolve("one.png"));
        Path out = folder.resolve("out");
        calibrate(workshop, films, "0.8", out).refused(2, "calibration needs films of both classes, had no NORMAL");
        assertThat(out).doesNotExist();
    }

    @Test
    void sensitivityOfMoreThanAll_isRefused(Workshop workshop) {
        calibrate(workshop, workshop.phantoms(), "1.5", folder.resolve("out"))
                .refused(2, "sensitivity must be in (0, 1), was 1.5");
    }

    @Test
    void severalModelsAndViews_judgeTogether(Workshop workshop) throws IOException {
        Path model = workshop.classifier();
        JsonNode diagnosis = diagnosis(workshop.sick().get(0), "--model", model, "--model", model, "--views", 2);
        assertThat(diagnosis.path("model").asText()).isEqualTo("tiny + tiny");
        Ran.evaluating(model, workshop.phantoms(), "--model", model, "--views", 6)
                .succeeded();
        Ran.diagnosing(model, workshop.sick().get(0), "--views", 3).refused(2, "views must be 1, 2 or 6, were 3");
    }

    private static Ran calibrate(Workshop workshop, Path data, String sensitivity, Path out) {
        return Ran.computing(
                "calibrate", workshop.classifier(), "--data", data, "--sensitivity", sensitivity, "--out", out);
    }

    private static JsonNode diagnosis(Path film, Object... models) throws IOException {
        List<Object> words = new ArrayList<>(List.of("diagnose", film, "--json"));
        Stream.of(models).forEach(words::add);
        String json = Ran.computing(words.toArray()).succeeded().out();
        return Json.MAPPER.readTree(json).get(0).path("diagnosis");
    }
}
