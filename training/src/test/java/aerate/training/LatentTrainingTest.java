package aerate.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import aerate.network.AutoEncoder;
import aerate.network.Checkpoint;
import aerate.network.InputTransform;
import aerate.network.Manifest;
import aerate.tensor.Generator;
import aerate.tensor.Gradients;
import aerate.tensor.Scope;
import aerate.tensor.layer.ParameterTree;
import aerate.training.recipe.Recipe;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Denoisers that learn on the latents of an auto-encoder: 8 x 8 of films of 16. */
class LatentTrainingTest {
    private static final ToyFilms FILMS = ToyFilms.of(18, 14);

    @TempDir
    private Path folder;

    private Path encoder;

    @BeforeEach
    void drawAutoEncoder() throws IOException {
        AutoEncoder.Shape shape = new AutoEncoder.Shape(1, List.of(8), List.of(1), 2);
        Manifest manifest = new Manifest(
                Manifest.FORMAT,
                "toy encoder",
                shape,
                new InputTransform(16, 0.5, 0.5),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of());
        encoder = folder.resolve("encoder");
        try (Scope scope = Scope.open();
                Gradients off = Gradients.off();
                Generator random = Generator.seeded(1);
                ParameterTree network = shape.build()) {
            network.initialise(random);
            Checkpoint.save(encoder, manifest, network.state(), "toy");
        }
    }

    private Recipe recipe(Map<String, String> changes) {
        Map<String, String> all = new HashMap<>(Map.of(
                "autoencoder",
                encoder.toString(),
                "network",
                "{name: unet, size: 8, channels: 2, width: 8, multipliers: [1, 2], blocks: 1, attention: [], heads: 1,"
                        + " dropout: 0}",
                "stages",
                "[{size: 16, epochs: 4}]",
                "augmentation",
                "[{name: affine, rotate: 5, scale: 0.1, translate: 0.05, flip: 0}]"));
        all.putAll(changes);
        return ToyRecipes.denoising(all);
    }

    /** Also where the stop comes after some variants were encoded, which are then encoded anew. */
    @Test
    void runInPieces_endsAsTheUninterruptedOne() throws IOException {
        for (Map<String, String> changes : List.of(Map.<String, String>of(), Map.of("variants", "2"))) {
            Path whole = folder.resolve("whole" + changes.size());
            Path pieces = folder.resolve("pieces" + changes.size());
            Runs.trainer(recipe(changes)).train(FILMS, whole);
            assertThat(Runs.trainInPieces(recipe(changes), FILMS, pieces)).isGreaterThan(4);
            Runs.assertSame(whole, pieces);
        }
    }

    @Test
    void variants_areTheFilms_andAsManyAsAskedFor() throws IOException {
        List<Double> anew = losses("plain", Map.of("augmentation", "[]"));
        List<Double> kept = losses("kept", Map.of("augmentation", "[]", "variants", "1"));
        for (int i = 0; i < anew.size(); i++) {
            assertThat(kept.get(i)).isCloseTo(anew.get(i), within(2e-3)); // kept in 16 bits
        }
        assertThat(losses("one", Map.of("variants", "1"))).isNotEqualTo(losses("four", Map.of("variants", "4")));
    }

    private List<Double> losses(String name, Map<String, String> changes) throws IOException {
        Runs.trainer(recipe(changes)).train(FILMS, folder.resolve(name));
        return Runs.log(folder.resolve(name)).stream()
                .map(line -> line.path("loss").asDouble())
                .toList();
    }
}
