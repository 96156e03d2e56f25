package aerate.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What docs/server.md says of backups, done. */
class BackupTest {
    @TempDir
    private Path folder;

    @Test
    void restored_hasTheFilmsOfTheBackup_andGoesOn() throws IOException, InterruptedException {
        Path model = TinyModels.classifier(folder.resolve("tiny"), 1);
        String password;
        JsonNode before;
        try (Clinic clinic = Clinic.start(folder.resolve("data"), model, Map.of())) {
            Client admin = clinic.admin();
            password = clinic.password();
            before = admin.done(admin.accepted(TinyModels.film(48, 1)));
            String backup = admin.post("/api/backups", Map.of())
                    .was(201)
                    .json()
                    .at("/file")
                    .asText();
            admin.done(admin.accepted(TinyModels.film(48, 2))); // too late for this one
            unzip(
                    folder.resolve("data").resolve(backup),
                    folder.resolve("restored").resolve("database"));
            copy(
                    folder.resolve("data").resolve("objects"),
                    folder.resolve("restored").resolve("objects"));
        }
        try (Clinic clinic = Clinic.start(folder.resolve("restored"), model, Map.of())) {
            assertThat(clinic.said()).doesNotContain("password"); // accounts came along
            Client admin = clinic.stranger().login("admin", password);
            JsonNode films = admin.get("/api/films").was(200).json().at("/films");
            assertThat(films).hasSize(1);
            String id = films.at("/0/id").asText();
            assertThat(admin.get("/api/films/" + id).json().at("/readings")).isEqualTo(before.at("/readings"));
            assertThat(admin.get("/api/films/" + id + "/file")
                            .was(200)
                            .response()
                            .body())
                    .isEqualTo(TinyModels.film(48, 1));
            admin.done(admin.accepted(TinyModels.film(48, 2)));
        }
    }

    private static void unzip(Path zip, Path folder) throws IOException {
        Files.createDirectories(folder);
        try (InputStream file = Files.newInputStream(zip);
                ZipInputStream entries = new ZipInputStream(file)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Files.copy(entries, folder.resolve(Path.of(entry.getName()).getFileName()));
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(from)) {
            all = walk.toList();
        }
        for (Path path : all) {
            Path copy = to.resolve(from.relativize(path).toString());
            if (Files.isDirectory(path)) {
                Files.createDirectories(copy);
            } else {
                Files.copy(path, copy);
            }
        }
    }
}
