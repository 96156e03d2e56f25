package aerate.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two servers on one PostgreSQL and one bucket, as docs/server.md says. */
class SharedClinicTest {
    private static final int FILMS = 40;

    @TempDir
    private Path folder;

    @Test
    void filmsOfEither_areReadOnce_andSeenByBoth_alsoWhenOneEnds() throws IOException, InterruptedException {
        Path model = TinyModels.classifier(folder.resolve("tiny"), 1);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                S3Server store = new S3Server(Files.createDirectories(folder.resolve("s3")))) {
            Map<String, String> settings = new HashMap<>(store.settings());
            settings.put("spring.datasource.url", postgres.getJdbcUrl("postgres", "postgres"));
            settings.put("spring.datasource.username", "postgres");
            List<String> films = new ArrayList<>();
            try (Clinic other = Clinic.start(folder.resolve("other"), model, settings)) {
                Clinic one = Clinic.start(folder.resolve("one"), model, settings);
                try {
                    assertThat(one.said()).as("accounts are shared").doesNotContain("password");
                    List<Client> both = List.of(other.admin(), one.stranger().login("admin", other.password()));
                    for (int i = 0; i < FILMS; i++) {
                        films.add(both.get(i % 2).accepted(TinyModels.film(40, i)));
                    }
                    for (int i = 0; i < FILMS; i += 10) { // each of a film that came to the other
                        both.get(1 - i % 2)
                                .get("/api/films/" + films.get(i) + "/image")
                                .was(200);
                    }
                } finally {
                    one.close(); // with what it has just taken
                }
                for (String film : films) {
                    JsonNode page = other.admin().done(film);
                    assertThat(page.at("/film/state").asText()).isEqualTo("READ");
                    assertThat(page.at("/readings")).hasSize(1);
                    other.admin().get("/api/films/" + film + "/file").was(200);
                }
            }
        }
    }
}
