package aerate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LauncherTest {
    private static final Path LAUNCHER = Path.of("..", "aerate");

    @Test
    void launcher_isExecutable_andGoodBash() throws IOException, InterruptedException {
        assumeTrue(isInstalled("bash"), "needs bash");
        assertThat(Files.isExecutable(LAUNCHER)).isTrue();
        assertThat(complaints("bash", "-n", LAUNCHER.toString())).isEmpty();
    }

    @Test
    void launcher_pleasesShellcheck() throws IOException, InterruptedException {
        assumeTrue(isInstalled("shellcheck"), "needs shellcheck");
        assertThat(complaints("shellcheck", LAUNCHER.toString())).isEmpty();
    }

    private static boolean isInstalled(String program) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    private static String complaints(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
