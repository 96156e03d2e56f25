package aerate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import aerate.network.Json;
import aerate.training.recipe.Recipes;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(OneWorkshop.class)
class SearchCommandTest {
    /** The second diverges, the third cannot be: Nesterov's momentum must be above 0. */
    private static final String THREE = """
            name: three
            base: classifier.yaml
            set: {schedule: {name: constant, warmup: 0}, clip: null, optimizer.name: sgd}
            epochs: [1, 2]
            axes:
              - {path: optimizer.name, values: [sgd, nag]}
              - {path: optimizer.learningRate, values: [0.01, 1.0e+30], when: {optimizer.name: [sgd]}}
            """;

    private static final String LONG = """
            name: long
            base: classifier.yaml
            set: {stages: [{size: 32, epochs: 40}]}
            axes: [{path: seed, values: [1, 2]}]
            """;

    @TempDir
    private Path folder;

    @Test
    void everyTrial_isRecordedOnce_withItsErrorIfItFailed(Workshop workshop) throws IOException {
        Path out = folder.resolve("out");
        Ran ran = search(workshop, THREE, out).succeeded();
        List<JsonNode> trials = trials(out);
        assertThat(trials).extracting(trial -> trial.path("trial").asInt()).containsExactly(1, 2, 3);
        assertThat(trials.get(0).path("error").isNull()).isTrue();
        assertThat(trials.get(0).path("readings")).hasSize(2);
        assertThat(trials.get(1).path("error").asText()).startsWith("the loss must stay finite, was ");
        assertThat(trials.get(2).path("error").asText()).contains("momentum must be above 0 for nag, was 0");
        assertThat(ran.out()).contains("3 trials, 2 failed; best: trial 1");
        assertThat(out.resolve("search.html")).content().contains("Parallel coordinates", "the loss must stay finite");
        assertThat(Recipes.read(out.resolve("best.yaml"), Map.of()).optimizer().learningRate())
                .isEqualTo(0.01);
        search(workshop, THREE, out).refused(2, out, "there is a search already");
        search(workshop, THREE.replace("0.01", "0.02"), out, "--resume")
                .refused(2, out.resolve("plan.yaml"), "can only be resumed with its own grid");
        assertThat(trials(out)).isEqualTo(trials);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "signals are POSIX's")
    void killedSearch_leavesNoTrialBehind_andGoesOnWithTheOneThatDied(Workshop workshop)
            throws IOException, InterruptedException {
        Path out = folder.resolve("out");
        Path grid = grid(workshop, LONG);
        Path first = out.resolve("trials/0001");
        try (TrainingProcess search = TrainingProcess.of(
                first, "search", grid, "--data", workshop.phantoms(), "--out", out, "--threads", 1)) {
            search.hasDoneEpochs(1).kill();
        }
        int epochs = Files.readAllLines(first.resolve("metrics.jsonl")).size();
        assertThat(epochs).isLessThan(40);
        Ran.computing("search", grid, "--data", workshop.phantoms(), "--out", out, "--resume")
                .succeeded();
        assertThat(trials(out)).extracting(trial -> trial.path("trial").asInt()).containsExactly(1, 2);
        assertThat(first.resolve("metrics.jsonl")).content().hasLineCount(40);
    }

    @Test
    void wrongGrid_isRefused_andLeavesNothing(Workshop workshop) throws IOException {
        Path out = folder.resolve("out");
        search(workshop, THREE + "colour: blue\n", out).refused(2, "colour");
        search(workshop, THREE.replace("[sgd, nag]}", "[]}"), out).refused(2, "an axis must have values");
        search(workshop, THREE, out, "--workers", 0).refused(2, "--workers must be at least 1, was 0");
        assertThat(out).doesNotExist();
    }

    private Ran search(Workshop workshop, String grid, Path out, Object... more) throws IOException {
        List<Object> words =
                new ArrayList<>(List.of("search", grid(workshop, grid), "--data", workshop.phantoms(), "--out", out));
        words.addAll(List.of(more));
        return Ran.computing(words.toArray());
    }

    private Path grid(Workshop workshop, String grid) throws IOException {
        Files.writeString(folder.resolve("classifier.yaml"), Files.readString(workshop.classifierRecipe()));
        return Files.writeString(folder.resolve("grid.yaml"), grid);
    }

    private static List<JsonNode> trials(Path out) throws IOException {
        List<JsonNode> trials = new ArrayList<>();
        for (String line : Files.readAllLines(out.resolve("trials.jsonl"))) {
            trials.add(Json.MAPPER.readTree(line));
        }
        return trials;
    }
}
