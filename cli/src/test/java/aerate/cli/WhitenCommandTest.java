package aerate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import aerate.network.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(OneWorkshop.class)
class WhitenCommandTest {
    @TempDir
    private Path folder;

    @Test
    void films_whitenAsTheScheduleSays(Workshop workshop) throws IOException {
        Path json = folder.resolve("figures/whiten.json");
        Path html = folder.resolve("whiten.html");
        Ran ran = Ran.of(
                "whiten",
                "--data",
                workshop.phantoms(),
                "--size",
                8,
                "--levels",
                "600,0,200",
                "--json",
                json,
                "--html",
                html);
        assertThat(ran.succeeded().out()).contains("signal-to-noise", "whiteness", "60 films");
        JsonNode levels = Json.MAPPER.readTree(json.toFile()).path("levels");
        assertThat(levels.findValuesAsText("level")).containsExactly("0", "200", "600");
        for (JsonNode at : levels) {
            assertThat(at.path("signal").asDouble())
                    .isCloseTo(at.path("expectedSignal").asDouble(), within(0.35));
            assertThat(at.path("eigenvalues")).hasSize(64);
        }
        assertThat(levels.get(0).path("signalToNoise").isNull()).isTrue();
        assertThat(SelfContained.page(html)).contains("Diffusion as a whitening", "Research use only");
    }

    @Test
    void wrongWords_areRefused(Workshop workshop) {
        Object[] words = {"whiten", "--data", workshop.phantoms()};
        refused(words, "--levels", "1001", "noise level must be in [0, 1000], was 1001");
        refused(words, "--noise", "pink", "--noise must be gaussian, simplex or simplex-original, was pink");
        refused(words, "--schedule", "square", "must be linear or cosine, was square");
        refused(words, "--size", "1", "--size must be at least 2, was 1");
        refused(words, "--films", "1", "--films must be at least 2, were 1");
    }

    private static void refused(Object[] words, String option, String value, String rule) {
        Ran.of(words[0], words[1], words[2], option, value).refused(2, rule);
    }
}
