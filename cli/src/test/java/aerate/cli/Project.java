package aerate.cli;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** What lies beside the sources: the project itself and, where {@code AERATE_DATA} says where, real films. */
final class Project {
    private Project() {}

    /** The folder of models, recipes and launcher. */
    static Path home() {
        Path root = Path.of("").toAbsolutePath();
        while (!Files.exists(root.resolve("models/diagnosis"))) {
            root = root.getParent();
        }
        return root;
    }

    /** The 5,216 films of children; without them the test is skipped. */
    static Path films() {
        String data = System.getenv("AERATE_DATA");
        assumeTrue(data != null, "AERATE_DATA is not set: no real films");
        Path films = Path.of(data, "chest-xray");
        assumeTrue(Files.isDirectory(films), "AERATE_DATA has no chest-xray: no real films");
        return films;
    }
}
