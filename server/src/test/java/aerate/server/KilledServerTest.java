package aerate.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What was accepted is read, once, whatever becomes of the process. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "signals are POSIX's")
class KilledServerTest {
    /** 500 with {@code -Daerate.films=500}, as the issue asks; fewer where time is dear. */
    private static final int FILMS = Integer.getInteger("aerate.films", 100);

    @TempDir
    private Path folder;

    @Test
    void killed_amongManyFilms_everyAcceptedFilmHasOneResult() throws IOException, InterruptedException {
        Path model = TinyModels.classifier(folder.resolve("tiny"), 1);
        Set<String> accepted = new HashSet<>();
        String password;
        int sent = 0;
        try (ServerProcess server = start(model)) {
            password = server.password();
            Client admin = server.stranger().login("admin", password);
            for (; sent < FILMS / 2; sent++) {
                accepted.add(admin.accepted(TinyModels.film(40, sent)));
            }
            Killer killer = new Killer(server);
            killer.start(); // while others come, and some are read
            try {
                for (; sent < FILMS; sent++) {
                    accepted.add(admin.accepted(TinyModels.film(40, sent)));
                }
            } catch (ConnectException | java.io.EOFException e) {
                // Whether the film on the way was kept is not known: nobody was told so.
            } catch (IOException e) {
                assertThat(String.valueOf(e.getMessage()))
                        .containsAnyOf("received no bytes", "reset", "closed", "refused");
            }
            killer.join();
        }
        try (ServerProcess server = start(model)) {
            Client admin = server.stranger().login("admin", password);
            for (; sent < FILMS; sent++) { // whoever was not answered sends again
                accepted.add(admin.accepted(TinyModels.film(40, sent)));
            }
            for (String film : accepted) {
                JsonNode page = admin.done(film);
                assertThat(page.at("/film/state").asText()).isEqualTo("READ");
                assertThat(page.at("/readings")).hasSize(1);
            }
            assertThat(accepted).hasSize(FILMS);
            Thread.sleep(1100); // counts are as of a second ago
            JsonNode counts = admin.get("/api/films/counts").was(200).json();
            assertThat(counts.at("/read").asInt()).isEqualTo(FILMS);
            assertThat(counts.at("/queued").asInt()
                            + counts.at("/reading").asInt()
                            + counts.at("/failed").asInt())
                    .isZero();
            assertThat(server.end()).as("SIGTERM: it ends by itself").isEqualTo(143);
            assertThat(server.said())
                    .doesNotContain("film.png"); // no names of files, which may be patients', in the log
        }
    }

    private ServerProcess start(Path model) throws IOException {
        return new ServerProcess(
                folder.resolve("said-" + System.nanoTime()),
                "--data",
                folder.resolve("data").toString(),
                "--model",
                model.toString());
    }

    /** Kills a server in a moment. */
    private static final class Killer extends Thread {
        private static final long A_MOMENT_MS = 700;

        private final ServerProcess server;

        Killer(ServerProcess server) {
            this.server = server;
        }

        @Override
        public void run() {
            try {
                Thread.sleep(A_MOMENT_MS);
                server.kill();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
