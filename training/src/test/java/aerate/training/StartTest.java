package aerate.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import aerate.network.Checkpoint;
import aerate.network.Safetensors;
import aerate.tensor.Device;
import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import aerate.training.recipe.Recipe;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that start from a checkpoint, and what a checkpoint remembers of its films. */
class StartTest {
    private static final ToyFilms FILMS = ToyFilms.of(18, 14);

    @TempDir
    private Path folder;

    private Path start;

    @BeforeEach
    void train() throws IOException {
        start = Runs.trainer(ToyRecipes.denoising(Map.of())).train(FILMS, folder.resolve("first"));
    }

    /** A rate this small changes no weight. */
    @Test
    void start_isTheCheckpointsWeights() throws IOException {
        Recipe recipe = ToyRecipes.denoising(Map.of(
                "start",
                start.toString(),
                "optimizer",
                "{name: adamw, learningRate: 1.0e-30, momentum: 0, weightDecay: 0}"));
        Runs.trainer(recipe).train(FILMS, folder.resolve("second"));
        assertThat(Runs.checkpointWeights(folder.resolve("second")))
                .isEqualTo(Runs.checkpointWeights(folder.resolve("first")));
    }

    /** A model soup: one third twice, one third once. */
    @Test
    void severalStarts_areTheirMean() throws IOException {
        Path other = Runs.trainer(ToyRecipes.denoising(Map.of("seed", "8"))).train(FILMS, folder.resolve("other"));
        Recipe recipe = ToyRecipes.denoising(Map.of("start", "[%s, %s, %s]".formatted(start, other, start)));
        try (Scope scope = Scope.open();
                Learner learner = new Learner(recipe, Device.CPU)) {
            Map<String, Tensor> one = Safetensors.read(start.resolve("weights.safetensors"));
            Map<String, Tensor> two = Safetensors.read(other.resolve("weights.safetensors"));
            learner.network().state().forEach((name, tensor) -> {
                float[] expected = one.get(name)
                        .times(2.0 / 3)
                        .plus(two.get(name).times(1.0 / 3))
                        .floats();
                assertThat(tensor.detach().floats()).as(name).containsExactly(expected, within(1e-6f));
            });
        }
    }

    @Test
    void runWithAStart_stoppedAfterEveryStep_endsAsTheUninterruptedOne() throws IOException {
        Recipe recipe = ToyRecipes.denoising(Map.of("start", start.toString(), "seed", "5"));
        Runs.trainer(recipe).train(FILMS, folder.resolve("whole"));
        Runs.trainInPieces(recipe, FILMS, folder.resolve("pieces"));
        Runs.assertSame(folder.resolve("whole"), folder.resolve("pieces"));
    }

    @Test
    void startThatIsNotThere_isNamed_andNoRunIsMade() {
        Path none = folder.resolve("none");
        Recipe recipe = ToyRecipes.denoising(Map.of("start", none.toString()));
        assertThatThrownBy(() -> Runs.trainer(recipe).train(FILMS, folder.resolve("second")))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(none + ": not a checkpoint");
        assertThat(folder.resolve("second")).doesNotExist();
    }

    @Test
    void startOfAnotherNetwork_isRefused_andNoRunIsMade() {
        Recipe recipe = ToyRecipes.diagnosis(Map.of("start", start.toString()));
        assertThatThrownBy(() -> Runs.trainer(recipe).train(FILMS, folder.resolve("second")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("these are weights of another network");
        assertThat(folder.resolve("second")).doesNotExist();
    }

    @Test
    void checkpoint_knowsTheFilmsItSaw() throws IOException {
        TrainedOn trainedOn = TrainedOn.of(Checkpoint.open(start).manifest());
        assertThat(trainedOn.split()).isEqualTo(ToyRecipes.denoising(Map.of()).split());
        assertThat(trainedOn.saw(FILMS)).isTrue();
        assertThat(trainedOn.saw(ToyFilms.of(18, 14, 2))).isFalse();
        assertThat(trainedOn.saw(ToyFilms.of(18, 13))).isFalse();
    }
}
