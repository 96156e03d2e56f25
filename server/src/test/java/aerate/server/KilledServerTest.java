package aerate.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
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
            Killer killer = new Killer(server);
            killer.start();
            try {
                for (; sent < FILMS; sent++) { // while others are read
                    accepted.add(admin.accepted(TinyModels.film(40, sent)));
                    if (sent == FILMS * 3 / 4) {
                        killer.moment.countDown();
                    }
                }
            } catch (IOException e) {
                // Whether the film on the way was kept is not known: nobody was told so.
            }
            assertThat(sent).as("films before the kill").isLessThan(FILMS);
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

    /** Kills a server at a given moment. */
    private static final class Killer extends Thread {
        private final CountDownLatch moment = new CountDownLatch(1);
        private final ServerProcess server;

        Killer(ServerProcess server) {
            this.server = server;
        }

        @Override
        public void run() {
            try {
                moment.await();
                server.kill();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
