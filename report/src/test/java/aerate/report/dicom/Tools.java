package aerate.report.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Other people's readers of DICOM: Debian's dicom3tools, dcmtk and python3-pydicom. */
final class Tools {
    /** Debian's Python, which has Debian's packages. */
    private static final String PYTHON = "/usr/bin/python3";

    private Tools() {}

    /** Skips the test where a program is not installed. */
    static void need(String program, String debian) {
        assumeTrue(
                Stream.of(System.getenv("PATH").split(":"))
                        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program))),
                "needs " + program + " (Debian: " + debian + ")");
    }

    /** Skips the test where Python has no pydicom. */
    static void needPydicom() throws IOException, InterruptedException {
        boolean python = Files.isExecutable(Path.of(PYTHON));
        assumeTrue(
                python && run(List.of(PYTHON, "-c", "import pydicom")).isEmpty(),
                "needs pydicom (Debian: python3-pydicom)");
    }

    /** Runs a program of Python; returns what it prints. */
    static String python(String program, Path file) throws IOException, InterruptedException {
        return run(List.of(PYTHON, "-c", program, file.toString()));
    }

    /** Asserts that dciodvfy finds no error. */
    static void verify(Path file) throws IOException, InterruptedException {
        need("dciodvfy", "dicom3tools");
        String said = run(List.of("dciodvfy", file.toString()));
        assertThat(said.lines().filter(line -> line.startsWith("Error")))
                .as(said)
                .isEmpty();
        assertThat(said).as("what kind of object it is").containsAnyOf("SCImage", "Comprehensive3DSR");
    }

    /** What a program says on standard output and standard error. */
    static String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said;
    }
}
