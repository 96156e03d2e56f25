package aerate.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aerate.film.LabelledFilm;
import aerate.film.Split;
import aerate.training.metrics.Prediction;
import aerate.training.recipe.Recipe;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObservationTest {
    private static final ToyFilms FILMS = ToyFilms.of(18, 14);
    private static final Recipe RECIPE = ToyRecipes.diagnosis(Map.of());

    @TempDir
    private Path folder;

    @Test
    void run_isTheSameToTheBit_whetherOrNotItIsObserved() throws IOException {
        Runs.trainer(RECIPE).train(FILMS, folder.resolve("plain"));
        Runs.trainer(RECIPE).observing(Split.TEST).train(FILMS, folder.resolve("observed"));
        Runs.assertSame(folder.resolve("plain"), folder.resolve("observed"));
    }

    @Test
    void everyEpoch_isObservedOnTheFilmsOfThePartAlone() throws IOException {
        Runs.trainer(RECIPE).observing(Split.TEST).train(FILMS, folder);
        List<Observation> observations = Observation.read(folder);
        List<String> test = RECIPE.split().split(FILMS).get(Split.TEST).stream()
                .map(LabelledFilm::name)
                .toList();
        assertThat(test).isNotEmpty();
        assertThat(observations).extracting(Observation::epoch).containsExactly(1, 2, 3, 4);
        assertThat(observations)
                .allSatisfy(observation -> assertThat(observation.predictions())
                        .extracting(Prediction::name)
                        .containsExactlyElementsOf(test));
    }

    /** The same films observed as chosen by have the accuracy that the log tells. */
    @Test
    void observation_ofTheValidationFilms_agreesWithTheLog() throws IOException {
        Runs.trainer(RECIPE).observing(Split.VALIDATION).train(FILMS, folder);
        List<TrainingListener.EpochReport> log = MetricsLog.read(folder);
        for (Observation observation : Observation.read(folder)) {
            int right = 0;
            for (boolean correct : observation.correct()) {
                right += correct ? 1 : 0;
            }
            assertThat((double) right / observation.predictions().size())
                    .isEqualTo(log.get(observation.epoch() - 1).validation().get("accuracy"));
        }
    }

    @Test
    void denoiser_cannotBeObserved() {
        Trainer denoising = Runs.trainer(ToyRecipes.denoising(Map.of()));
        assertThatThrownBy(() -> denoising.observing(Split.TEST))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("only a diagnosis can be observed");
    }
}
