package aerate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(OneWorkshop.class)
class WrongWordsTest {
    @TempDir
    private Path folder;

    /** What is typed, and what the answer must name. */
    @ParameterizedTest
    @CsvSource({
        "diagnos, Did you mean: aerate diagnose",
        "data --jsn x, Unknown option: '--jsn'",
        "data, Missing required parameter: 'DIR'",
        "'', ''",
        "phantom out --films many, 'many' is not an int",
        "evaluate --split half, 'half'"
    })
    void word_thatIsNone_isAUsageError(String words, String named) {
        Ran ran = Ran.of((Object[]) words.split(" "));
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).isNotBlank().contains(named).doesNotContain("\tat ");
        assertThat(ran.out()).isEmpty();
    }

    @Test
    void recipe_withAnUnknownKey_isRefusedByName(Workshop workshop) throws IOException {
        Path recipe = folder.resolve("odd.yaml");
        Files.writeString(recipe, Files.readString(workshop.classifierRecipe()) + "sede: 2\n");
        train(workshop, recipe).refused(2, recipe, "sede");
    }

    @Test
    void recipe_thatIsMissing_isRefusedByName(Workshop workshop) {
        Path recipe = folder.resolve("none.yaml");
        train(workshop, recipe).refused(2, recipe, "no such recipe");
    }

    /** What is set, and what the answer must name. */
    @ParameterizedTest
    @CsvSource({
        "optimizer.lerningRate=1, lerningRate",
        "optimzer.learningRate=1, optimzer",
        "stages.7.epochs=1, stages.7.epochs",
        "batch=0, batch must be at least 1",
        "split.test=2, test must be in",
    })
    void set_ofWhatTheRecipeHasNot_isRefusedByName(String change, String named, Workshop workshop) {
        train(workshop, workshop.classifierRecipe(), "--set", change).refused(2, named);
    }

    @Test
    void debug_showsTheStackTrace(Workshop workshop) {
        Ran ran = train(workshop, folder.resolve("none.yaml"), "--debug");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("no such recipe", "\tat aerate.");
    }

    @ParameterizedTest
    @CsvSource({"--threads, 0, threads must be at least 1", "--device, tpu, tpu"})
    void machine_thatIsNone_isRefused(String option, String value, String named, Workshop workshop) throws IOException {
        Ran.of("diagnose", workshop.sick().get(0), "--model", workshop.classifier(), option, value)
                .refused(2, named);
    }

    /** Refused, and no run is there. */
    private Ran train(Workshop workshop, Path recipe, Object... more) {
        Path run = folder.resolve("run");
        Ran ran = Ran.training(recipe, workshop.phantoms(), run, more);
        assertThat(run).doesNotExist();
        return ran;
    }
}
