package aerate.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full refuses films, and loses none. */
class FullDiskTest {
    @TempDir
    private Path folder;

    @Test
    void diskWithoutItsReserve_refuses_andQueuesNothing() throws IOException, InterruptedException {
        try (Clinic clinic = clinic(Map.of("aerate.reserve", "1000TB"))) {
            Client admin = clinic.admin();
            Client.Answer refused =
                    admin.upload(Map.of("film.png", TinyModels.film(40, 1))).was(507);
            assertThat(refused.text()).contains("the disk must keep");
            assertThat(admin.get("/api/films").was(200).json().at("/films")).isEmpty();
        }
    }

    @Test
    void diskThatFillsUp_refusesWhatDoesNotFit_andReadsTheRest() throws IOException, InterruptedException {
        Path objects = Files.createDirectories(folder.resolve("data").resolve("objects"));
        assumeTrue(
                ran("mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", objects.toString()), "needs to mount a disk");
        try (Clinic clinic = clinic(Map.of("aerate.reserve", "0B"))) {
            Client admin = clinic.admin();
            int refused = 0;
            for (int i = 0; i < 40; i++) {
                refused += admin.upload(Map.of("film.png", TinyModels.film(160, i)))
                                        .status()
                                == 507
                        ? 1
                        : 0;
            }
            assertThat(refused).isBetween(1, 39);
            JsonNode films = admin.get("/api/films?size=200").was(200).json().at("/films");
            assertThat(films).hasSize(40 - refused);
            for (JsonNode film : films) {
                assertThat(admin.done(film.at("/id").asText()).at("/film/state").asText())
                        .isEqualTo("READ");
            }
        } finally {
            assertThat(ran("umount", objects.toString())).isTrue();
        }
    }

    private Clinic clinic(Map<String, String> more) throws IOException {
        return Clinic.start(folder.resolve("data"), TinyModels.classifier(folder.resolve("tiny"), 1), more);
    }

    private static boolean ran(String... command) throws IOException, InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false; // there is no such program
        }
    }
}
