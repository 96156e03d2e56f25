package aerate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A run that is interrupted and resumed ends with the same weights, to the byte, as one that is not. */
@ExtendWith(OneWorkshop.class)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "signals are POSIX's")
class InterruptedTrainingTest {
    private static final String EPOCHS = "stages.0.epochs=30";
    private static final int ANY_ROOM = 0;
    private static final int ROOM_FOR_WEIGHTS = 300; // KiB: they take 172, the optimizer's state 406

    @TempDir
    private static Path folder;

    private static byte[] uninterrupted;

    @BeforeAll
    static void trainWithoutInterruption(Workshop workshop) throws IOException {
        Path run = folder.resolve("uninterrupted");
        Ran.training(workshop.denoiserRecipe(), workshop.phantoms(), run, "--set", EPOCHS)
                .succeeded();
        uninterrupted = Files.readAllBytes(weights(run));
    }

    @Test
    void ctrlC_savesTheRun_whichResumesToTheSameWeights(Workshop workshop) throws IOException, InterruptedException {
        Path run = folder.resolve("interrupted");
        try (TrainingProcess training = start(ANY_ROOM, workshop, run)) {
            assertThat(training.hasDoneEpochs(2).interrupt())
                    .as(training.said())
                    .isTrue();
            assertThat(training.said()).contains("stopped and saved; go on with --resume");
            assertThat(run.resolve("resume").resolve("progress.json")).exists();
            assertThat(training.epochs()).isLessThan(30);
        }
        assertThat(resumesToTheSameWeights(workshop, run)).doesNotContain("epoch 1/30");
    }

    @Test
    void crash_costsNoMoreThanSaveEvery_andResumesToTheSameWeights(Workshop workshop)
            throws IOException, InterruptedException {
        Path run = folder.resolve("killed");
        try (TrainingProcess training = start(ANY_ROOM, workshop, run, "--save-every", 0)) {
            training.hasDoneEpochs(2).kill();
            assertThat(training.epochs()).isLessThan(30);
        }
        assertThat(resumesToTheSameWeights(workshop, run)).doesNotContain("epoch 1/30");
    }

    /** A limit on the size of files is to a program what a disk is that fills up. */
    @Test
    void fullDisk_endsTheRunWithAReason_andItResumesToTheSameWeights(Workshop workshop)
            throws IOException, InterruptedException {
        Path run = folder.resolve("full");
        try (TrainingProcess training = start(ROOM_FOR_WEIGHTS, workshop, run, "--save-every", 0)) {
            assertThat(training.ended()).as(training.said()).isEqualTo(1);
            assertThat(training.said())
                    .contains("aerate: " + run.resolve("resume") + ": cannot be written: File too large");
        }
        assertThat(run).isDirectoryNotContaining("glob:**.new");
        assertThat(resumesToTheSameWeights(workshop, run)).contains("epoch 1/30");
    }

    private static TrainingProcess start(int room, Workshop workshop, Path run, Object... more) throws IOException {
        Object[] words =
                Stream.concat(Stream.of("--set", EPOCHS), Stream.of(more)).toArray();
        return TrainingProcess.start(room, workshop.denoiserRecipe(), workshop.phantoms(), run, words);
    }

    /** Returns what the rest of the run said. */
    private static String resumesToTheSameWeights(Workshop workshop, Path run) {
        Ran ran = Ran.training(workshop.denoiserRecipe(), workshop.phantoms(), run, "--set", EPOCHS, "--resume")
                .succeeded();
        assertThat(ran.err()).contains("epoch 30/30");
        assertThat(run.resolve("metrics.jsonl")).content().hasLineCount(30);
        assertThat(weights(run)).hasBinaryContent(uninterrupted);
        return ran.err();
    }

    private static Path weights(Path run) {
        return run.resolve("checkpoint").resolve("weights.safetensors");
    }
}
