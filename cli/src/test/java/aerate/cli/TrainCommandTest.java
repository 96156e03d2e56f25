package aerate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import aerate.network.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(OneWorkshop.class)
class TrainCommandTest {
    @TempDir
    private Path folder;

    @Test
    void run_leavesACheckpointAndALineForEachEpoch(Workshop workshop) throws IOException {
        Path run = folder.resolve("run");
        Ran ran = train(workshop, run, "--set", "stages.0.epochs=3").succeeded();
        assertThat(ran.out().strip()).isEqualTo(run.resolve("checkpoint").toString());
        assertThat(ran.err()).contains("epoch 3/3 at 16 px");
        for (String file : List.of("weights.safetensors", "checkpoint.json", "card.md", "SHA256SUMS")) {
            assertThat(run.resolve("checkpoint").resolve(file)).isNotEmptyFile();
        }
        List<String> lines = Files.readAllLines(run.resolve("metrics.jsonl"));
        assertThat(lines).hasSize(3);
        JsonNode last = Json.MAPPER.readTree(lines.get(2));
        assertThat(last.path("epoch").asInt()).isEqualTo(3);
        assertThat(last.path("loss").asDouble()).isPositive();
    }

    @Test
    void set_isWhatTheRunSaysOfItself(Workshop workshop) throws IOException {
        Path run = folder.resolve("run");
        train(workshop, run, "--set", "seed=5", "--set", "optimizer.learningRate=0.001")
                .succeeded();
        JsonNode manifest = Json.MAPPER.readTree(
                run.resolve("checkpoint").resolve("checkpoint.json").toFile());
        assertThat(manifest.at("/provenance/recipe/seed").asInt()).isEqualTo(5);
        assertThat(manifest.at("/provenance/recipe/optimizer/learningRate").asDouble())
                .isEqualTo(0.001);
    }

    @Test
    void resume_ofAFinishedRun_leavesItAsItIs(Workshop workshop) throws IOException {
        Path run = folder.resolve("run");
        train(workshop, run).succeeded();
        byte[] weights = Files.readAllBytes(run.resolve("checkpoint").resolve("weights.safetensors"));
        train(workshop, run, "--resume").succeeded();
        assertThat(run.resolve("checkpoint").resolve("weights.safetensors")).hasBinaryContent(weights);
        assertThat(run.resolve("metrics.jsonl")).content().hasLineCount(2);
    }

    @Test
    void run_isNeverOverwrittenNorMixedWithAnother(Workshop workshop) {
        Path run = folder.resolve("run");
        train(workshop, run, "--resume").refused(2, run, "no run to resume");
        train(workshop, run).succeeded();
        train(workshop, run).refused(2, run, "there is a run already");
        train(workshop, run, "--resume", "--set", "seed=2").refused(2, run, "own recipe");
    }

    private static Ran train(Workshop workshop, Path run, Object... more) {
        return Ran.training(workshop.denoiserRecipe(), workshop.phantoms(), run, more);
    }
}
