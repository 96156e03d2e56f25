package aerate.training;

import static org.assertj.core.api.Assertions.assertThat;

import aerate.film.Fingerprint;
import aerate.network.Checkpoint;
import aerate.network.InputTransform;
import aerate.network.Json;
import aerate.network.Manifest;
import aerate.network.Network;
import aerate.tensor.Device;
import aerate.tensor.Gradients;
import aerate.tensor.Scope;
import aerate.training.recipe.Recipe;
import aerate.training.recipe.Recipes;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointContentsTest {
    private static final ToyFilms FILMS = ToyFilms.of(18, 14);

    @TempDir
    private Path folder;

    @Test
    void diagnosis_hasAllThatReadingNeeds() throws IOException {
        Manifest manifest = trained(ToyRecipes.diagnosis(Map.of())).manifest();
        assertThat(manifest.name()).isEqualTo("toy");
        assertThat(manifest.classes()).containsExactly("NORMAL", "PNEUMONIA");
        assertThat(manifest.input()).isEqualTo(new InputTransform(32, 0.4, 0.25));
        assertThat(manifest.calibration()).isPresent();
        assertThat(manifest.operatingPoint())
                .hasValueSatisfying(point -> assertThat(point.chosen())
                        .startsWith(
                                "greatest sensitivity + specificity, since for 97.5 % sensitivity with a guarantee "));
        assertThat(manifest.noise()).isEmpty();
    }

    @Test
    void checkpointOfAnEarlierStage_hasItsSize() throws IOException {
        Trainer[] trainer = new Trainer[1];
        trainer[0] = Runs.trainer(ToyRecipes.diagnosis(Map.of()), new TrainingListener() {
            @Override
            public void checkpointWritten(Path written) {
                trainer[0].stop();
            }
        });
        Path checkpoint = trainer[0].train(FILMS, folder);
        assertThat(Checkpoint.open(checkpoint).manifest().input()).isEqualTo(new InputTransform(16, 0.4, 0.25));
    }

    @Test
    void denoising_hasItsNoiseAndNoClasses() throws IOException {
        Manifest manifest = trained(ToyRecipes.denoising(Map.of())).manifest();
        assertThat(manifest.noise()).contains(new Manifest.Noise("cosine", 100));
        assertThat(manifest.classes()).isEmpty();
        assertThat(manifest.calibration()).isEmpty();
        assertThat(manifest.operatingPoint()).isEmpty();
    }

    @Test
    void denoising_ofSimplexNoise_saysSo() throws IOException {
        Manifest manifest = trained(ToyRecipes.denoising(Map.of(
                        "task", "{name: denoising, schedule: linear, steps: 100, noise: simplex}",
                        "stages", "[{size: 16, epochs: 1}]")))
                .manifest();
        assertThat(manifest.noise().orElseThrow().kind()).contains("SIMPLEX");
    }

    @Test
    void weights_areThoseOfTheAverage_whereThereIsOne() throws IOException {
        Recipe recipe = ToyRecipes.denoising(Map.of("stages", "[{size: 16, epochs: 1}]"));
        trained(recipe);
        assertThat(Runs.checkpointWeights(folder))
                .isEqualTo(Files.readAllBytes(folder.resolve("resume/average.safetensors")))
                .isNotEqualTo(Files.readAllBytes(folder.resolve("resume/network.safetensors")));
    }

    @Test
    void network_givesNumbersForFilms() throws IOException {
        Checkpoint checkpoint = trained(ToyRecipes.diagnosis(Map.of()));
        try (Scope scope = Scope.open();
                Gradients off = Gradients.off();
                Network network = checkpoint.classifier(Device.CPU)) {
            FilmCache films = FilmCache.of(FILMS, FILMS.films().subList(0, 3), 32);
            assertThat(network.forward(checkpoint.manifest().input().batchOfValues(films.values(0, 1, 2), 1))
                            .isFinite())
                    .isTrue();
        }
    }

    @Test
    void provenance_isEnoughToMakeItAgain() throws IOException {
        Recipe recipe = ToyRecipes.diagnosis(Map.of());
        JsonNode provenance = Json.MAPPER.valueToTree(trained(recipe).manifest().provenance());
        assertThat(provenance.properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("recipe", "data", "code", "machine", "run");
        assertThat(Recipes.parse("provenance", provenance.path("recipe").toString(), Map.of()))
                .isEqualTo(recipe);
        JsonNode data = provenance.path("data");
        assertThat(data.path("name").asText()).isEqualTo("toy films");
        assertThat(data.path("licence").asText()).isEqualTo("CC0-1.0");
        assertThat(data.path("fingerprint").asText()).isEqualTo(Fingerprint.of(FILMS));
        JsonNode films = data.path("films");
        assertThat(films.path("TRAIN").asInt()
                        + films.path("VALIDATION").asInt()
                        + films.path("TEST").asInt())
                .isEqualTo(FILMS.films().size());
        assertThat(provenance.path("code").path("commit").asText()).isNotEmpty();
        assertThat(provenance.path("machine").properties())
                .extracting(Map.Entry::getKey)
                .containsExactlyInAnyOrder("java", "libtorch", "os", "device", "threads", "bfloat16");
        JsonNode run = provenance.path("run");
        assertThat(run.path("films").asInt())
                .isEqualTo(run.path("steps").asInt() * recipe.batch())
                .isPositive();
    }

    /** A batch is at most all training films, and provenance counts what was seen. */
    @Test
    void provenance_countsFilmsOfASmallBatch() throws IOException {
        Recipe recipe = ToyRecipes.denoising(Map.of("batch", "500", "stages", "[{size: 16, epochs: 1}]"));
        JsonNode provenance = Json.MAPPER.valueToTree(trained(recipe).manifest().provenance());
        assertThat(provenance.path("run").path("films").asInt())
                .isEqualTo(provenance.path("data").path("films").path("TRAIN").asInt());
    }

    @Test
    void card_saysWhatItIsAndWhatItIsNot() throws IOException {
        Checkpoint checkpoint = trained(ToyRecipes.diagnosis(Map.of()));
        assertThat(checkpoint.folder().resolve("card.md"))
                .content()
                .startsWith("# toy\n")
                .contains("Research use only: not a medical device")
                .contains("toy films (licence: CC0-1.0)")
                .contains("resized to 32 x 32")
                .contains("A film is called pneumonia from a probability of 0.")
                .contains("| accuracy | ")
                .contains("| auroc | ")
                .doesNotContain("%s", "%d", "%n");
    }

    private Checkpoint trained(Recipe recipe) throws IOException {
        return Checkpoint.open(Runs.trainer(recipe).train(FILMS, folder));
    }
}
