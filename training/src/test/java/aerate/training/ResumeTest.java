package aerate.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aerate.tensor.Device;
import aerate.training.recipe.Recipe;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResumeTest {
    private static final ToyFilms FILMS = ToyFilms.of(18, 14);
    private static final String NESTEROV = "{name: nag, learningRate: 0.05, momentum: 0.9, weightDecay: 0.001}";
    private static final String ADAMW = "{name: adamw, learningRate: 0.003, momentum: 0, weightDecay: 0.01}";

    @TempDir
    private Path folder;

    /** So also in the middle of an epoch, between its last step and its validation, and where a stage ends. */
    @ParameterizedTest
    @CsvSource({
        "diagnosis, true,  true",
        "diagnosis, true,  false",
        "diagnosis, false, true",
        "denoising, true,  true",
        "denoising, false, false"
    })
    void runStoppedAfterEveryStep_endsAsTheUninterruptedOne(String task, boolean average, boolean nesterov)
            throws IOException {
        Map<String, String> changes = new HashMap<>();
        changes.put("ema", average ? "0.9" : "null");
        changes.put("optimizer", nesterov ? NESTEROV : ADAMW);
        Recipe recipe = task.equals("diagnosis") ? ToyRecipes.diagnosis(changes) : ToyRecipes.denoising(changes);
        Runs.trainer(recipe).train(FILMS, folder.resolve("whole"));
        int stops = Runs.trainInPieces(recipe, FILMS, folder.resolve("pieces"));
        assertThat(stops).isGreaterThanOrEqualTo(8 + 4); // at least 2 steps in each of 4 epochs, and their validations
        Runs.assertSame(folder.resolve("whole"), folder.resolve("pieces"));
    }

    /** A listener fails after the log was written and before the state was: as far as files show, a crash. */
    @ParameterizedTest
    @CsvSource({"1, 0", "3, 0", "3, 1000000"})
    void runThatCrashed_endsAsTheUninterruptedOne(int epoch, long saveEverySeconds) throws IOException {
        Recipe recipe = ToyRecipes.diagnosis(Map.of());
        Runs.trainer(recipe).train(FILMS, folder.resolve("whole"));
        Path crashed = folder.resolve("crashed");
        TrainingListener crash = new TrainingListener() {
            @Override
            public void epochDone(EpochReport report) {
                if (report.epoch() == epoch) {
                    throw new UnsupportedOperationException("the power is gone");
                }
            }
        };
        Trainer first = new Trainer(recipe, Device.CPU, Duration.ofSeconds(saveEverySeconds), List.of(crash));
        assertThatThrownBy(() -> first.train(FILMS, crashed)).hasMessage("the power is gone");
        assertThat(Files.readAllLines(crashed.resolve("metrics.jsonl"))).hasSize(epoch);
        Files.writeString(crashed.resolve("metrics.jsonl"), "{\"epoch\": 4, \"half a li", StandardOpenOption.APPEND);
        Runs.trainer(recipe).resume(FILMS, crashed);
        Runs.assertSame(folder.resolve("whole"), crashed);
    }

    @Test
    void runThatCrashedWhileItReplacedItsState_goesOnFromTheOldOne() throws IOException {
        Recipe recipe = ToyRecipes.denoising(Map.of());
        Runs.trainer(recipe).train(FILMS, folder.resolve("whole"));
        Path run = folder.resolve("run");
        Runs.trainInPieces(recipe, FILMS, run);
        Files.move(run.resolve("resume"), run.resolve("resume.old"));
        Runs.trainer(recipe).resume(FILMS, run);
        Runs.assertSame(folder.resolve("whole"), run);
    }

    @ParameterizedTest
    @CsvSource({"null", "1"})
    void finishedRun_isLeftAsItIs(String patience) throws IOException {
        Recipe recipe = ToyRecipes.denoising(Map.of("patience", patience, "optimizer.learningRate", "1e-30"));
        Runs.trainer(recipe).train(FILMS, folder);
        List<Path> files = List.of(
                folder.resolve("metrics.jsonl"),
                folder.resolve("resume/progress.json"),
                folder.resolve("resume/network.safetensors"),
                folder.resolve("checkpoint/checkpoint.json"));
        FileTime longAgo = FileTime.fromMillis(0);
        for (Path file : files) {
            Files.setLastModifiedTime(file, longAgo);
        }
        List<String> log = Files.readAllLines(folder.resolve("metrics.jsonl"));
        assertThat(Runs.trainer(recipe).resume(FILMS, folder)).isEqualTo(folder.resolve("checkpoint"));
        assertThat(Files.readAllLines(folder.resolve("metrics.jsonl"))).isEqualTo(log);
        assertThat(Files.getLastModifiedTime(files.get(1))).isEqualTo(longAgo);
        assertThat(Files.getLastModifiedTime(files.get(2))).isEqualTo(longAgo);
        assertThat(Files.getLastModifiedTime(files.get(3))).isEqualTo(longAgo);
    }

    @Test
    void anotherRecipe_isRefused() throws IOException {
        Runs.trainer(ToyRecipes.denoising(Map.of())).train(FILMS, folder);
        assertThatThrownBy(() ->
                        Runs.trainer(ToyRecipes.denoising(Map.of("seed", "2"))).resume(FILMS, folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(folder.resolve("recipe.yaml")
                        + ": a run can only be resumed with its own recipe, and this one differs");
    }

    @Test
    void otherFilms_areRefused() throws IOException {
        Recipe recipe = ToyRecipes.denoising(Map.of());
        Runs.trainer(recipe).train(FILMS, folder);
        assertThatThrownBy(() -> Runs.trainer(recipe).resume(ToyFilms.of(18, 14, 2), folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(folder.resolve("films.sha256")
                        + ": a run can only be resumed with its own films, and these differ");
    }

    @Test
    void folderWithoutARun_isRefused() {
        assertThatThrownBy(() -> Runs.trainer(ToyRecipes.denoising(Map.of())).resume(FILMS, folder))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(folder + ": there is no run to resume");
    }

    @Test
    void damagedState_isNamed() throws IOException {
        Recipe recipe = ToyRecipes.denoising(Map.of());
        Runs.trainer(recipe).train(FILMS, folder);
        Path progress = folder.resolve("resume/progress.json");
        Files.writeString(progress, "{\"step\": \"far\"}");
        assertThatThrownBy(() -> Runs.trainer(recipe).resume(FILMS, folder))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(progress.toString())
                .hasMessageContaining("step: ");
        Files.writeString(folder.resolve("resume/network.safetensors"), "none");
        assertThatThrownBy(() -> Runs.trainer(recipe).resume(FILMS, folder))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(
                        folder.resolve("resume/network.safetensors").toString());
    }
}
