package aerate.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The server on a real PostgreSQL. */
class PostgresTest {
    private static final int MANY = 100_000;

    @TempDir
    private static Path folder;

    private static int port;
    private static EmbeddedPostgres postgres;
    private static Clinic clinic;

    @BeforeAll
    static void start() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        postgres = database();
        clinic = Clinic.start(
                folder.resolve("data"),
                TinyModels.classifier(folder.resolve("tiny"), 1),
                Map.of(
                        "spring.datasource.url",
                        "jdbc:postgresql://localhost:" + port + "/postgres",
                        "spring.datasource.username",
                        "postgres",
                        "aerate.per-film",
                        "5s",
                        "aerate.lease",
                        "10s"));
    }

    @AfterAll
    static void stop() throws IOException {
        clinic.close();
        postgres.close();
    }

    private static EmbeddedPostgres database() throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(folder.resolve("postgres"))
                .setCleanDataDirectory(false)
                .setPGStartupWait(Duration.ofSeconds(60))
                .start();
    }

    @Test
    void restartOfTheDatabase_losesNoFilm() throws IOException, InterruptedException {
        Client admin = clinic.admin();
        List<String> before = List.of(
                admin.accepted(TinyModels.film(40, 1)),
                admin.accepted(TinyModels.film(40, 2)),
                admin.accepted(TinyModels.film(40, 3)));
        postgres.close();
        Client.Answer refused = admin.upload(Map.of("film.png", TinyModels.film(40, 4)));
        assertThat(refused.status()).isEqualTo(503);
        postgres = database();
        admin.awaitHealth(); // until its pool has connected anew, it says 503
        for (String film : before) {
            JsonNode page = admin.done(film);
            assertThat(page.at("/film/state").asText()).isEqualTo("READ");
            assertThat(page.at("/readings")).hasSize(1);
        }
        admin.done(admin.accepted(TinyModels.film(40, 4)));
    }

    @Test
    void log_isNotChanged_byTheServerItself() throws IOException, InterruptedException {
        clinic.admin().get("/api/films").was(200);
        for (String change : List.of("UPDATE audit SET actor = 'nobody'", "DELETE FROM audit", "TRUNCATE audit")) {
            assertThatThrownBy(() -> clinic.part(JdbcClient.class).sql(change).update())
                    .hasRootCauseMessage(
                            "ERROR: rows of audit are added only\n  Where: PL/pgSQL function append_only() line 1 at RAISE");
        }
    }

    @Test
    void backup_isLeftToTheDatabasesOwnMeans() throws IOException, InterruptedException {
        assertThat(clinic.admin()
                        .post("/api/backups", Map.of())
                        .was(409)
                        .json()
                        .at("/detail")
                        .asText())
                .isEqualTo("a database of its own server must be copied by its own means, as pg_dump");
    }

    /** The bound is the issue's; it counts the whole way over HTTP, login and log included. */
    @Test
    void worklist_ofManyFilms_isThereInTime() throws IOException, InterruptedException {
        ManyFilms.in(clinic, MANY);
        Client admin = clinic.admin();
        for (String path : ManyFilms.QUESTIONS) {
            ManyFilms.p95(admin, path); // a server that has just started compiles its code yet
        }
        for (String path : ManyFilms.QUESTIONS) {
            assertThat(ManyFilms.p95(admin, path)).as(path).isLessThan(Duration.ofMillis(100));
        }
    }
}
