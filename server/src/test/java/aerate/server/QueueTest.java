package aerate.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A queue at its limits, and a folder that films are taken from. */
class QueueTest {
    @TempDir
    private Path folder;

    @Test
    void fullQueue_asksForPatience_andWatchedFolderWaits() throws IOException, InterruptedException {
        Path watched = Files.createDirectories(folder.resolve("in"));
        try (Clinic clinic =
                clinic(Map.of("aerate.queue", "1", "aerate.watch", watched.toString(), "aerate.watch-every", "100"))) {
            Client admin = clinic.admin();
            admin.done(admin.accepted(TinyModels.film(48, 1)));
            // One that is not due for long fills the queue.
            clinic.part(JdbcClient.class)
                    .sql("UPDATE film SET state = 'QUEUED', due = CURRENT_TIMESTAMP + INTERVAL '1' HOUR")
                    .update();
            Client.Answer refused =
                    admin.upload(Map.of("film.png", TinyModels.film(48, 2))).was(429);
            assertThat(Integer.parseInt(refused.header("Retry-After"))).isPositive();
            put(watched, "film.png", TinyModels.film(48, 2));
            put(watched, "none.png", "no film".getBytes(StandardCharsets.UTF_8));
            Thread.sleep(500);
            assertThat(watched.resolve("film.png")).exists();
            clinic.part(JdbcClient.class)
                    .sql("UPDATE film SET state = 'READ', due = NULL")
                    .update();
            waitFor(watched.resolve("accepted").resolve("film.png"));
            waitFor(watched.resolve("refused").resolve("none.png"));
            JsonNode films =
                    admin.get("/api/films?sort=received").was(200).json().at("/films");
            assertThat(films).hasSize(2);
            assertThat(films.at("/0/origin").asText()).isEqualTo("FOLDER");
            assertThat(admin.done(films.at("/0/id").asText()).at("/film/state").asText())
                    .isEqualTo("READ");
        }
    }

    @Test
    void filmWhoseReaderAlwaysDies_failsAfterSomeAttempts() throws IOException, InterruptedException {
        try (Clinic clinic = clinic(Map.of("aerate.attempts", "2"))) {
            Client admin = clinic.admin();
            String film = admin.accepted(TinyModels.film(48, 3));
            admin.done(film);
            clinic.part(JdbcClient.class)
                    .sql("UPDATE film SET state = 'READING', lease = id, attempts = 2, due = CURRENT_TIMESTAMP")
                    .update();
            Thread.sleep(1000);
            JsonNode failed = admin.done(film).at("/film");
            assertThat(failed.at("/state").asText()).isEqualTo("FAILED");
            assertThat(failed.at("/problem").asText()).contains("must be read in 2 attempts");
        }
    }

    private Clinic clinic(Map<String, String> more) throws IOException {
        return Clinic.start(folder.resolve("data"), TinyModels.classifier(folder.resolve("tiny"), 1), more);
    }

    private static void put(Path folder, String name, byte[] content) throws IOException {
        Path file = Files.write(folder.resolve(name), content);
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60)));
    }

    private static void waitFor(Path file) throws InterruptedException {
        for (int i = 0; i < 300 && !Files.exists(file); i++) {
            Thread.sleep(100);
        }
        assertThat(file).exists();
    }
}
