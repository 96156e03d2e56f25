package aerate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** {@code train} in a process of its own, which can be interrupted for real. */
final class TrainingProcess implements AutoCloseable {
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(120);
    private static final int INTERRUPT = 2; // SIGINT
    private static final int TERMINATE = 15; // SIGTERM

    private final Process process;
    private final Path run;
    private final Path said;

    private TrainingProcess(Process process, Path run, Path said) {
        this.process = process;
        this.run = run;
        this.said = said;
    }

    /** Trains on a disk of room for files of so many KiB only; 0 for any. */
    static TrainingProcess start(int room, Path recipe, Path data, Path run, Object... more) throws IOException {
        Stream<Object> words = Stream.of("train", recipe, "--data", data, "--out", run, "--threads", 1);
        return start(room, run, Stream.concat(words, Stream.of(more)));
    }

    /** Runs a command that trains in a folder. */
    static TrainingProcess of(Path run, Object... words) throws IOException {
        Files.createDirectories(run.getParent());
        return start(0, run, Stream.of(words));
    }

    private static TrainingProcess start(int room, Path run, Stream<Object> words) throws IOException {
        Path said = run.resolveSibling(run.getFileName() + ".log");
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
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        return new TrainingProcess(process, run, said);
    }

    /** Waits until the run has done some epochs, but goes on. */
    TrainingProcess hasDoneEpochs(int count) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + LONGEST;
        while (epochs() < count && process.isAlive() && System.nanoTime() < deadline) {
            Thread.sleep(20);
        }
        assertThat(process.isAlive()).as(said()).isTrue();
        assertThat(epochs()).as(said()).isGreaterThanOrEqualTo(count);
        return this;
    }

    /** Epochs that are logged. */
    int epochs() throws IOException {
        Path log = run.resolve("metrics.jsonl");
        return Files.exists(log) ? Files.readAllLines(log).size() : 0;
    }

    /** What it said so far. */
    String said() throws IOException {
        return Files.readString(said);
    }

    /** Presses Ctrl-C and waits for the end; returns whether the exit code is that of a process ended so. */
    boolean interrupt() throws IOException, InterruptedException {
        // A test that runs in a script's background has children that are deaf to Ctrl-C.
        int signal = isDeafToInterrupts() ? TERMINATE : INTERRUPT;
        new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid()))
                .start()
                .waitFor();
        return ended() == 128 + signal;
    }

    /** Waits for its end; returns its exit code. */
    int ended() throws IOException, InterruptedException {
        assertThat(process.waitFor(LONGEST, TimeUnit.NANOSECONDS)).as(said()).isTrue();
        return process.exitValue();
    }

    /** Ends it without a warning, as a crash would. */
    void kill() throws InterruptedException {
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
    public void close() {
        process.destroyForcibly();
    }
}
