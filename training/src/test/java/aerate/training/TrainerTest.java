package aerate.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import aerate.tensor.Libtorch;
import aerate.training.recipe.Recipe;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainerTest {
    private static final ToyFilms FILMS = ToyFilms.of(18, 14);

    @TempDir
    private Path folder;

    @Test
    void diagnosis_ofFilmsThatAChildTellsApart_isLearnt() throws IOException {
        Recipe recipe = ToyRecipes.diagnosis(Map.of("stages", "[{size: 32, epochs: 12}]"));
        Path checkpoint = Runs.trainer(recipe).train(ToyFilms.of(30, 30), folder);
        assertThat(checkpoint).isEqualTo(folder.resolve("checkpoint")).isDirectory();
        JsonNode figures = best();
        assertThat(figures.path("accuracy").asDouble()).isEqualTo(1);
        assertThat(figures.path("auroc").asDouble()).isEqualTo(1);
        assertThat(figures.path("loss").asDouble()).isLessThan(0.1);
    }

    /** Who always says "no noise" has a loss of 1. */
    @Test
    void denoising_becomesBetterThanNothing() throws IOException {
        Recipe recipe = ToyRecipes.denoising(
                Map.of("stages", "[{size: 16, epochs: 30}]", "optimizer.learningRate", "0.01", "augmentation", "[]"));
        Runs.trainer(recipe).train(ToyFilms.of(30, 2), folder);
        assertThat(best().path("loss").asDouble()).isBetween(0.0, 0.6);
    }

    @Test
    void denoising_takesNoNoticeOfSickFilms() throws IOException {
        Recipe recipe = ToyRecipes.denoising(Map.of());
        Runs.trainer(recipe).train(FILMS, folder.resolve("one"));
        Runs.trainer(recipe).train(ToyFilms.of(18, 9, 77), folder.resolve("other"));
        assertThat(Runs.checkpointWeights(folder.resolve("one")))
                .isEqualTo(Runs.checkpointWeights(folder.resolve("other")));
    }

    @Test
    void seed_decidesTheWeights() throws IOException {
        Runs.trainer(ToyRecipes.diagnosis(Map.of())).train(FILMS, folder.resolve("once"));
        Runs.trainer(ToyRecipes.diagnosis(Map.of())).train(FILMS, folder.resolve("again"));
        Runs.trainer(ToyRecipes.diagnosis(Map.of("seed", "2"))).train(FILMS, folder.resolve("other"));
        assertThat(Runs.checkpointWeights(folder.resolve("again")))
                .isEqualTo(Runs.checkpointWeights(folder.resolve("once")))
                .isNotEqualTo(Runs.checkpointWeights(folder.resolve("other")));
    }

    @Test
    void checkpoint_isOfTheBestEpochOfTheLastStage() throws IOException {
        Runs.trainer(ToyRecipes.diagnosis(Map.of())).train(FILMS, folder);
        List<JsonNode> log = Runs.log(folder);
        assertThat(log).extracting(line -> line.path("epoch").asInt()).containsExactly(1, 2, 3, 4);
        assertThat(log).extracting(line -> line.path("size").asInt()).containsExactly(16, 16, 32, 32);
        assertThat(log.get(0).path("best").asBoolean()).isTrue();
        assertThat(log.get(2).path("best").asBoolean()).isTrue(); // each stage judges anew
        boolean lastIsBest = log.get(3).path("validation").path("loss").asDouble()
                < log.get(2).path("validation").path("loss").asDouble();
        assertThat(log.get(3).path("best").asBoolean()).isEqualTo(lastIsBest);
    }

    @Test
    void listener_hearsEveryStepAndEpoch() throws IOException {
        List<String> heard = new ArrayList<>();
        List<Double> rates = new ArrayList<>();
        TrainingListener listener = new TrainingListener() {
            @Override
            public void stageStarting(int size, int films) {
                heard.add("stage " + size + " of " + films);
            }

            @Override
            public void stepDone(StepReport report) {
                heard.add("step " + report.step() + "/" + report.steps() + " of " + report.films());
                assertThat(report.loss()).isPositive();
                assertThat(report.seconds()).isPositive();
            }

            @Override
            public void epochDone(EpochReport report) {
                heard.add("epoch " + report.epoch() + "/" + report.epochs());
                rates.add(report.learningRate());
                assertThat(report.seconds()).isGreaterThan(report.stepSeconds());
            }

            @Override
            public void checkpointWritten(Path written) {
                assertThat(written).isEqualTo(folder.resolve("checkpoint")).isDirectory();
                heard.add("checkpoint");
            }
        };
        Recipe recipe = ToyRecipes.diagnosis(Map.of("stages", "[{size: 16, epochs: 1}, {size: 32, epochs: 1}]"));
        Runs.trainer(recipe, listener).train(ToyFilms.of(15, 13), folder);
        assertThat(heard)
                .containsExactly(
                        "stage 16 of 26",
                        "step 1/4 of 8",
                        "step 2/4 of 8",
                        "checkpoint",
                        "epoch 1/2",
                        "stage 32 of 26",
                        "step 3/4 of 8",
                        "step 4/4 of 8",
                        "checkpoint",
                        "epoch 2/2");
        double greatest = recipe.optimizer().learningRate();
        assertThat(rates.get(0)).isCloseTo(greatest * recipe.schedule().factor(1, 4), within(1e-15));
        assertThat(rates.get(1)).isCloseTo(greatest * recipe.schedule().factor(3, 4), within(1e-15));
    }

    /** A rate this small changes no weight, so that no epoch is better than the first of its stage. */
    @Test
    void patience_endsTheLastStageAndNoOther() throws IOException {
        Recipe recipe = ToyRecipes.denoising(Map.of(
                "optimizer.learningRate", "1e-30",
                "patience", "2",
                "stages", "[{size: 16, epochs: 5}, {size: 16, epochs: 9}]"));
        Runs.trainer(recipe).train(FILMS, folder);
        assertThat(Runs.log(folder)).hasSize(5 + 1 + 2);
    }

    @Test
    void fewerFilmsThanABatch_areOneStep() throws IOException {
        Recipe recipe = ToyRecipes.denoising(Map.of("batch", "1000", "stages", "[{size: 16, epochs: 2}]"));
        Runs.trainer(recipe).train(FILMS, folder);
        assertThat(Runs.log(folder))
                .extracting(line -> line.path("step").asInt())
                .containsExactly(1, 2);
    }

    @Test
    void fiveHundredSteps_leaveNoNativeObjectBehind() throws IOException {
        Recipe recipe =
                ToyRecipes.diagnosis(Map.of("batch", "2", "input.size", "16", "stages", "[{size: 16, epochs: 50}]"));
        ToyFilms films = ToyFilms.of(15, 15);
        Runs.trainer(ToyRecipes.diagnosis(Map.of())).train(films, folder.resolve("warm-up"));
        List<Long> alive = new ArrayList<>();
        TrainingListener counter = new TrainingListener() {
            @Override
            public void stepDone(StepReport report) {
                alive.add(Libtorch.liveObjects());
            }
        };
        long before = Libtorch.liveObjects();
        Runs.trainer(recipe, counter).train(films, folder.resolve("long"));
        assertThat(Libtorch.liveObjects()).isLessThanOrEqualTo(before);
        assertThat(alive).hasSizeGreaterThanOrEqualTo(500);
        // Each count, lest the garbage collector hides a leak; less is what others left to it.
        assertThat(alive).allMatch(count -> count <= alive.get(0));
        assertThat(Files.readAllLines(folder.resolve("long/metrics.jsonl"))).hasSize(50);
    }

    /** Figures of the last epoch that was the best. */
    private JsonNode best() throws IOException {
        return Runs.log(folder).stream()
                .filter(line -> line.path("best").asBoolean())
                .reduce((earlier, later) -> later)
                .orElseThrow()
                .path("validation");
    }
}
