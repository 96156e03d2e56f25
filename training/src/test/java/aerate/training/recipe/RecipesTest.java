package aerate.training.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aerate.network.UNet;
import aerate.training.augmentation.Affine;
import aerate.training.augmentation.Blur;
import aerate.training.augmentation.Elastic;
import aerate.training.augmentation.Exposure;
import aerate.training.augmentation.Range;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecipesTest {
    private static final String DIAGNOSIS = """
            name: small
            task: {name: diagnosis, labelSmoothing: 0.1, balanced: true}
            network: {name: densenet-small, channels: 1, hidden: 0, classes: 2}
            input: {size: 64, mean: 0.5, deviation: 0.25}
            split: {validation: 0.1, test: 0.2, honourGiven: true, seed: 7}
            stages: [{size: 32, epochs: 1}, {size: 64, epochs: 3}]
            batch: 16
            optimizer: {name: nag, learningRate: 0.1, momentum: 0.9, weightDecay: 0}
            schedule: {name: one-cycle, warmup: 0.2}
            augmentation:
              - {name: affine, rotate: 10, scale: 0.1, translate: 0.05, flip: 0.5}
              - {name: exposure, gamma: 0.2, contrast: 0.1, brightness: 0.1}
            patience: 5
            seed: 3
            """;

    private static final String DENOISING = DIAGNOSIS
            .replace(
                    "{name: diagnosis, labelSmoothing: 0.1, balanced: true}",
                    "{name: denoising, schedule: linear, steps: 1000}")
            .replace(
                    "{name: densenet-small, channels: 1, hidden: 0, classes: 2}",
                    "{name: unet, size: 64, channels: 1, width: 8, multipliers: [1, 2], blocks: 1, attention: [],"
                            + " heads: 1, dropout: 0}")
            .replace("deviation: 0.25", "deviation: 0.5")
            .replace("size: 32", "size: 64");

    @Test
    void denoiser_whoseInputIsNotWhatDiffusionClampsTo_isRefused() {
        assertThatThrownBy(() -> parse(DENOISING, Map.of("input.deviation", "0.25")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("mean 0.5 and deviation 0.5, had [0.5] and [0.25]");
    }

    @Test
    void everyKey_isRead() {
        Recipe recipe = parse(DIAGNOSIS, Map.of());
        assertThat(recipe.name()).isEqualTo("small");
        assertThat(recipe.task()).isEqualTo(new Task.Diagnosis(0.1, true, Optional.empty()));
        assertThat(recipe.stages()).containsExactly(new Stage(32, 1), new Stage(64, 3));
        assertThat(recipe.batch()).isEqualTo(16);
        assertThat(recipe.optimizer()).isEqualTo(new OptimizerChoice(OptimizerChoice.Name.NAG, 0.1, 0.9, 0));
        assertThat(recipe.schedule()).isEqualTo(new LearningRate(LearningRate.Name.ONE_CYCLE, 0.2));
        assertThat(recipe.augmentation()).containsExactly(new Affine(10, 0.1, 0.05, 0.5), new Exposure(0.2, 0.1, 0.1));
        assertThat(recipe.patience()).contains(5);
        assertThat(recipe.seed()).isEqualTo(3);
    }

    @Test
    void keysThatMayBeLeftOut_haveTheirDefaults() {
        Recipe recipe = parse(DIAGNOSIS.replaceAll("(?s)augmentation:.*patience: 5\n", ""), Map.of());
        assertThat(recipe.augmentation()).isEmpty();
        assertThat(recipe.clip()).isEmpty();
        assertThat(recipe.ema()).isEmpty();
        assertThat(recipe.patience()).isEmpty();
        assertThat(recipe.precision()).isEqualTo(PrecisionChoice.AUTO);
    }

    @Test
    void writeThenParse_isIdentity() {
        for (String yaml : List.of(DIAGNOSIS, DENOISING)) {
            Recipe recipe = parse(yaml, Map.of("clip", "0.1", "optimizer.learningRate", "0.30000000000000004"));
            assertThat(parse(Recipes.write(recipe), Map.of())).isEqualTo(recipe);
        }
    }

    @Test
    void everyAugmentation_isWrittenAsItIsRead() {
        String some = """
                [{name: some-of, count: 4, of: [
                  {name: elastic, probability: 0.5, alpha: [100, 300], sigma: 6, field: uniform},
                  {name: grid-distortion, steps: 5, limit: [-0.3, 0.3], normalized: true},
                  {name: optical-distortion, k: [-0.2, 0.3], shift: [0, 0]},
                  {name: affine, rotate: 10, scale: 0, translate: 0, flip: 0, probability: 0.5},
                  {name: exposure, gamma: 0.3, contrast: 0.2, brightness: 0.1, probability: 0.25},
                  {name: noise, deviation: [0, 0.05]},
                  {name: blur, sigma: [0, 1.5]},
                  {name: sharpening, amount: [0, 1], sigma: 2},
                  {name: clahe, clip: [1, 4], tiles: 8},
                  {name: coarse-dropout, holes: [1, 4], side: [0.05, 0.2], fill: 0}]}]
                """;
        Recipe recipe = parse(DIAGNOSIS, Map.of("augmentation", some));
        assertThat(recipe.augmentation().get(0).parts())
                .hasSize(10)
                .contains(
                        new Affine(10, 0, 0, 0, Optional.of(0.5)),
                        new Blur(Optional.empty(), new Range(0, 1.5)),
                        new Elastic(Optional.of(0.5), new Range(100, 300), 6, Elastic.Field.UNIFORM));
        assertThat(parse(Recipes.write(recipe), Map.of())).isEqualTo(recipe);
    }

    /** So that a recipe of before probabilities is written as it was. */
    @Test
    void probability_thatIsAbsent_isNotWritten() {
        assertThat(Recipes.write(parse(DIAGNOSIS, Map.of()))).doesNotContain("probability");
    }

    @ParameterizedTest
    @CsvSource({
        "optimizer.name, sgd",
        "optimizer.name, nag",
        "optimizer.name, adam",
        "optimizer.name, adamw",
        "schedule.name, constant",
        "schedule.name, cosine",
        "schedule.name, one-cycle",
        "precision, auto",
        "precision, float32",
        "precision, bfloat16"
    })
    void choice_isWrittenAsItIsRead(String key, String word) {
        Recipe recipe = parse(DIAGNOSIS, Map.of(key, word));
        String last = key.substring(key.indexOf('.') + 1);
        assertThat(Recipes.write(recipe)).contains(last + ": \"" + word + "\"");
    }

    @Test
    void set_changesWhatItsPathNames() {
        Recipe recipe = parse(
                DIAGNOSIS,
                Map.of(
                        "optimizer.learningRate", "1e-3",
                        "stages.1.epochs", "9",
                        "augmentation", "[]",
                        "ema", "0.99",
                        "patience", "null",
                        "name", "other"));
        assertThat(recipe.optimizer().learningRate()).isEqualTo(1e-3);
        assertThat(recipe.stages().get(1)).isEqualTo(new Stage(64, 9));
        assertThat(recipe.stages().get(0)).isEqualTo(new Stage(32, 1));
        assertThat(recipe.augmentation()).isEmpty();
        assertThat(recipe.ema()).isEqualTo(Optional.of(0.99));
        assertThat(recipe.patience()).isEmpty();
        assertThat(recipe.name()).isEqualTo("other");
    }

    @ParameterizedTest
    @CsvSource({"optimiser.learningRate, 1", "stages.2.epochs, 1", "stages.2, 1", "stages.x, 1", "batch.size, 1"})
    void set_ofAPlaceThatIsNotThere_isRefused(String path, String value) {
        assertThatThrownBy(() -> parse(DIAGNOSIS, Map.of(path, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("--set " + path + ": the recipe has no such place");
    }

    /** What is wrong, and the key, the rule and the value that the message must have. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "epochs;             3;         epochs;              Unrecognized field",
                "optimizer.nesterov; true;      optimizer.nesterov;  Unrecognized field",
                "batch;              0;         batch must be at least 1;                was 0",
                "batch;              many;      batch;               'many'",
                "batch;              2.5;       batch;               2.5",
                "batch;              null;      batch;               is missing",
                "seed;               [1];       seed;                START_ARRAY",
                "clip;               0;         clip must be above 0;                    was 0.0",
                "ema;                1;         ema must be in (0, 1);                   was 1.0",
                "patience;           0;         patience must be at least 1;             was 0",
                "variants;           4;         variants must be at least 1, with an autoencoder; was 4",
                "precision;          half;      precision;           'half'",
                "precision;          1;         precision;           1",
                "stages;             [];        stages must not be empty;                stages",
                "stages.0.epochs;    0;         stages.[0]: epochs must be at least 1;   was 0",
                "stages.1.size;      32;        the last stage must have the input's size 64; had 32",
                "optimizer.name;     sdg;       optimizer.name;      'sdg'",
                "optimizer.momentum; 1;         optimizer: momentum must be in [0, 1);   was 1.0",
                "schedule.warmup;    1;         schedule: warmup must be in [0, 1);      was 1.0",
                "task.labelSmoothing; 1;        task: labelSmoothing must be in [0, 1);  was 1.0",
                "task.name;          detection; task;                'detection'",
                "network.classes;    3;         network.classes must be 2;               was 3",
                "network.hidden;     -1;        network.hidden must be at least 0;       was -1",
                "split.test;         1.5;       split: test must be in [0, 1);           was 1.5",
                "augmentation.0.flip; 2;        augmentation.[0]: affine.flip must be in [0, 1]; was 2.0",
                "augmentation.1.name; smear;    augmentation.[1];    'smear'",
                "augmentation.0.probability; 1.1; augmentation.[0]: affine.probability must be in [0, 1]; was 1.1",
                "augmentation.1; {name: blur, sigma: [2, 1]}; augmentation.[1].sigma; not below it, was [2.0, 1.0]",
                "augmentation.1; {name: blur, sigma: [0, 21]}; augmentation.[1]: blur.sigma must be within; was [0.0, 21.0]",
                "augmentation.1; {name: blur}; augmentation.[1]; blur.sigma is missing",
                "augmentation.1; {name: blur, sigma: [0, 1], probabilty: 1}; augmentation.[1].probabilty; Unrecognized",
                "augmentation.1; {name: noise, probability: -1, deviation: [0, 1]}; noise.probability; was -1.0",
                "augmentation.1; {name: some-of, count: 2, of: [{name: clahe, clip: [1, 2], tiles: 8}]};"
                        + " augmentation.[1]: some-of.count must be in [1, 1]; was 2",
                "augmentation.1; {name: some-of, count: 1, of: [{name: clahe, clip: [3, 2], tiles: 8}]};"
                        + " augmentation.[1].of.[0].clip; was [3.0, 2.0]"
            })
    void mistake_isNamedByFileKeyRuleAndValue(String path, String value, String key, String what) {
        assertThatThrownBy(() -> parse(DIAGNOSIS, Map.of(path, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("small.yaml: ")
                .hasMessageContaining(key)
                .hasMessageContaining(what);
    }

    @ParameterizedTest
    @CsvSource({"name", "task", "network", "input", "split", "stages", "batch", "optimizer", "schedule", "seed"})
    void keyThatIsMissing_isNamed(String key) {
        String without = DIAGNOSIS.replaceAll("(?m)^" + key + ":.*\n", "");
        assertThatThrownBy(() -> parse(without, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("small.yaml: ")
                .hasMessageContaining(key);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "task.schedule;    sine; a noise schedule must be linear or cosine, was sine",
                "task.steps;       20;   a linear schedule must have more than 20 levels, had 20",
                "network.channels; 2;    network.channels must be 1 or 3, was 2",
                "stages.0.size;    32;   every stage must have the U-Net's size 64",
                "task;             {name: diagnosis, labelSmoothing: 0, balanced: false}; learnt by a classifier, not by Shape"
            })
    void denoisingThatCannotWork_isRefused(String path, String value, String message) {
        assertThat(parse(DENOISING, Map.of()).network()).isInstanceOf(UNet.Shape.class);
        assertThatThrownBy(() -> parse(DENOISING, Map.of(path, value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("small.yaml: ")
                .hasMessageContaining(message);
    }

    @Test
    void denoisingByAClassifier_isRefused() {
        assertThatThrownBy(() -> parse(DIAGNOSIS, Map.of("task", "{name: denoising, schedule: linear, steps: 1000}")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("denoising is learnt by a U-Net, not by DenseNetSmall");
    }

    @Test
    void keyTwice_isRefused() {
        assertThatThrownBy(() -> parse(DIAGNOSIS + "batch: 8\n", Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("small.yaml: ")
                .hasMessageContaining("batch");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"''", "just words", "[1, 2]", "'name: {'", "'# only a comment'"})
    void textThatIsNoRecipe_isRefused(String yaml) {
        assertThatThrownBy(() -> parse(yaml, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("small.yaml: ");
    }

    @Test
    void read_isParseOfTheFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("small.yaml"), DIAGNOSIS);
        assertThat(Recipes.read(file, Map.of("batch", "4"))).isEqualTo(parse(DIAGNOSIS, Map.of("batch", "4")));
        assertThatThrownBy(() -> Recipes.read(file, Map.of("batch", "0")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(file.toString());
    }

    @Test
    void fileThatIsNotThere_isNamed(@TempDir Path folder) {
        assertThatThrownBy(() -> Recipes.read(folder.resolve("none.yaml"), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(folder.resolve("none.yaml") + ": there is no such recipe");
    }

    private static Recipe parse(String yaml, Map<String, String> changes) {
        return Recipes.parse("small.yaml", yaml, changes);
    }
}
