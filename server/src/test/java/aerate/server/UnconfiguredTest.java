package aerate.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a server keeps its films that was told nothing, or a relative folder: H2 takes no relative path. */
class UnconfiguredTest {
    @TempDir
    private Path folder;

    @Test
    void start_noFolderNamed_keepsFilmsBelowWhereItStarted() throws IOException, InterruptedException {
        assertKeepsFilmsIn(folder.resolve("out/server"));
    }

    @Test
    void start_relativeFolderNamed_keepsFilmsThere() throws IOException, InterruptedException {
        assertKeepsFilmsIn(folder.resolve("clinic"), "--data", "clinic");
    }

    private void assertKeepsFilmsIn(Path wanted, String... words) throws IOException, InterruptedException {
        Path model = TinyModels.classifier(folder.resolve("tiny"), 1);
        String[] all = Stream.concat(Stream.of("--model", model.toString()), Stream.of(words))
                .toArray(String[]::new);
        try (ServerProcess server = new ServerProcess(folder.resolve("said"), all)) {
            server.stranger().login("admin", server.password()).accepted(TinyModels.film(40, 1));
        }
        assertThat(wanted).isDirectory().isNotEmptyDirectory();
    }
}
