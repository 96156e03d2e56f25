package aerate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import aerate.network.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(OneWorkshop.class)
class DetectCommandTest {
    @TempDir
    private Path folder;

    @Test
    void detection_hasAnAurocForEachMethodAndLambda(Workshop workshop) throws IOException {
        Path json = folder.resolve("figures/detect.json");
        Path html = folder.resolve("detect.html");
        Ran ran = detect(workshop, "--lambdas", "40,20", "--films", 24, "--json", json, "--html", html);
        assertThat(ran.succeeded().out()).contains("uniform", "single-step", "AUROC");
        JsonNode figures = Json.MAPPER.readTree(json.toFile());
        assertThat(figures.path("films").asInt()).isEqualTo(24);
        assertThat(figures.path("sick").asInt()).isBetween(1, 23);
        for (String method : List.of("uniform", "single-step")) {
            for (String lambda : List.of("20", "40")) {
                JsonNode auroc = figures.path("methods").path(method).path(lambda);
                assertThat(auroc.path("value").asDouble(9))
                        .isBetween(auroc.path("low").asDouble(), 1.0);
                assertThat(auroc.path("high").asDouble(9))
                        .isBetween(auroc.path("value").asDouble(), 1.0);
            }
        }
        assertThat(SelfContained.page(html)).contains("Pneumonia found by a denoiser", "Research use only");
    }

    @Test
    void wrongWords_areRefused(Workshop workshop) {
        detect(workshop, "--methods", "guided").refused(2, "uniform or single-step", "was guided");
        detect(workshop, "--lambdas", "51").refused(2, "--lambdas must be in [1, 50], was 51");
        detect(workshop, "--lambdas", "0").refused(2, "--lambdas must be in [1, 50], was 0");
        detect(workshop, "--films", "0").refused(2, "--films must be at least 1, was 0");
    }

    private static Ran detect(Workshop workshop, Object... more) {
        List<Object> words = new ArrayList<>(
                List.of("detect", "--data", workshop.phantoms(), "--split", "all", "--diffusion", workshop.denoiser()));
        words.addAll(List.of(more));
        return Ran.computing(words.toArray());
    }
}
