package aerate.training.ladder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aerate.network.Architecture;
import aerate.training.recipe.Recipe;
import aerate.training.recipe.Recipes;
import aerate.training.recipe.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScaleTest {
    private static final int TRAINING = 4172;
    private static final int JUDGED = 1044;

    @ParameterizedTest
    @CsvSource({"20", "60", "300", "1000", "5000", "100000"})
    void work_fitsTheBudget(double minutes) {
        Scale scale = Scale.of(minutes, 15, TRAINING, JUDGED, 100);
        double area = scale.size() * scale.size() / 4096.0;
        double passes = 15 * scale.epochs() * area * (scale.share() * TRAINING + JUDGED / 3.0);
        assertThat(passes).isLessThanOrEqualTo(minutes * 60 * Scale.PASSES_PER_SECOND * 1.01);
        assertThat(scale.epochs()).isBetween(1, 100);
    }

    @Test
    void greaterBudget_buysMoreFilmsThenLargerOnes() {
        assertThat(Scale.of(20, 15, TRAINING, JUDGED, 100).share()).isLessThan(1);
        assertThat(Scale.of(200, 15, TRAINING, JUDGED, 100).share()).isEqualTo(1);
        assertThat(Scale.of(5000, 15, TRAINING, JUDGED, 100)).isEqualTo(new Scale(256, 1, 16));
        assertThat(Scale.of(1e6, 15, TRAINING, JUDGED, 100)).isEqualTo(new Scale(256, 1, 100));
    }

    @ParameterizedTest
    @CsvSource({"0", "-3", "NaN"})
    void budgetThatIsNone_isRefused(double minutes) {
        assertThatThrownBy(() -> Scale.of(minutes, 15, TRAINING, JUDGED, 100))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a budget must be above 0 minutes, was " + minutes);
    }

    @Test
    void recipe_hasTheScale_andAShallowNetworkWhereFilmsAreFew() throws IOException {
        Recipe base = Recipes.read(base(), Map.of());
        Recipe small = Recipes.parse("small", new Scale(64, 0.25, 6).recipe(base, 3), Map.of());
        assertThat(small.stages()).containsExactly(new Stage(64, 6));
        assertThat(small.split().training()).isEqualTo(Optional.of(0.25));
        assertThat(small.seed()).isEqualTo(3);
        assertThat(small.batch()).isEqualTo(Scale.SMALL_BATCH);
        assertThat(((Architecture.Classifier) small.network()).name()).isEqualTo(Architecture.Kind.RESNET_18);
        Recipe whole = Recipes.parse("whole", new Scale(128, 1, 6).recipe(base, 3), Map.of());
        assertThat(whole.network()).isEqualTo(base.network());
        assertThat(whole.batch()).isEqualTo(base.batch());
    }

    private static Path base() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
                .map(folder -> folder.resolve("recipes/ladder-base.yaml"))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
    }
}
