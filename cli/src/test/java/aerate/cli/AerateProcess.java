package aerate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A command in a process of its own, which can be interrupted for real. */
class AerateProcess implements AutoCloseable {
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(120);
    private static final int INTERRUPT = 2; // SIGINT
    private static final int TERMINATE = 15; // SIGTERM

    private final Process process;
    private final Path said;

    /** Something to wait for. */
    interface Sign {
        boolean isThere() throws IOException;
    }

    /**
     * Runs a command on a disk of room for files of so many KiB only; 0 for any.
     *
     * @param said file for all that it says
     */
    AerateProcess(int room, Path said, Stream<Object> words) throws IOException {
        String limit = room == 0 ? "unlimited" : String.valueOf(room);
        List<String> command = new ArrayList<>(List.of(
                "bash",
                "-c",
                "ulimit -f " + limit + " && exec \"$@\"",
                "bash",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-Dorg.bytedeco.javacpp.maxphysicalbytes=0",
                "-Dorg.bytedeco.javacpp.maxbytes=0",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        words.map(String::valueOf).forEach(command::add);
        this.said = said;
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
    }

    /** Waits for a sign while the process goes on. */
    final void waitFor(Sign sign) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + LONGEST;
        while (!sign.isThere() && process.isAlive() && System.nanoTime() < deadline) {
            Thread.sleep(20);
        }
        assertThat(process.isAlive()).as(said()).isTrue();
        assertThat(sign.isThere()).as(said()).isTrue();
    }

    /** What it said so far. */
    final String said() throws IOException {
        return Files.readString(said);
    }

    /** Presses Ctrl-C and waits for the end; returns whether the exit code is that of a process ended so. */
    final boolean interrupt() throws IOException, InterruptedException {
        // A test that runs in a script's background has children that are deaf to Ctrl-C.
        int signal = isDeafToInterrupts() ? TERMINATE : INTERRUPT;
        new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                .start()
                .waitFor();
        return ended() == 128 + signal;
    }

    /** Waits for its end; returns its exit code. */
    final int ended() throws IOException, InterruptedException {
        assertThat(process.waitFor(LONGEST, TimeUnit.NANOSECONDS)).as(said()).isTrue();
        return process.exitValue();
    }

    /** Ends it without a warning, as a crash would. */
    final void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    private boolean isDeafToInterrupts() throws IOException {
        Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
        return Files.exists(status)
                && Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("SigIgn:"))
                        .map(line -> Long.parseUnsignedLong(
                                line.substring("SigIgn:".length()).strip(), 16))
                        .anyMatch(ignored -> (ignored >> (INTERRUPT - 1) & 1) == 1);
    }

    @Override
    public final void close() {
        process.destroyForcibly();
    }
}
