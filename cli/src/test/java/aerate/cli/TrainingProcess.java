package aerate.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** {@code train} in a process of its own. */
final class TrainingProcess extends AerateProcess {
    private final Path run;

    private TrainingProcess(int room, Path run, Stream<Object> words) throws IOException {
        super(room, run.resolveSibling(run.getFileName() + ".log"), words);
        this.run = run;
    }

    /** Trains on a disk of room for files of so many KiB only; 0 for any. */
    static TrainingProcess start(int room, Path recipe, Path data, Path run, Object... more) throws IOException {
        Stream<Object> words = Stream.of("train", recipe, "--data", data, "--out", run, "--threads", 1);
        return new TrainingProcess(room, run, Stream.concat(words, Stream.of(more)));
    }

    /** Runs a command that trains in a folder. */
    static TrainingProcess of(Path run, Object... words) throws IOException {
        Files.createDirectories(run.getParent());
        return new TrainingProcess(0, run, Stream.of(words));
    }

    /** Waits until the run has done some epochs, but goes on. */
    TrainingProcess hasDoneEpochs(int count) throws IOException, InterruptedException {
        waitFor(() -> epochs() >= count);
        return this;
    }

    /** Epochs that are logged. */
    int epochs() throws IOException {
        Path log = run.resolve("metrics.jsonl");
        return Files.exists(log) ? Files.readAllLines(log).size() : 0;
    }
}
