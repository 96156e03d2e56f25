package aerate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import aerate.network.Architecture;
import aerate.network.Checkpoint;
import aerate.network.InputTransform;
import aerate.network.Json;
import aerate.network.Manifest;
import aerate.tensor.Generator;
import aerate.tensor.Scope;
import aerate.tensor.layer.ParameterTree;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(OneWorkshop.class)
class CompareCommandTest {
    @TempDir
    private Path folder;

    @Test
    void comparison_hasTheDocumentedFields_andAPage(Workshop workshop) throws IOException {
        Path json = folder.resolve("figures/comparison.json");
        Path html = folder.resolve("comparison.html");
        Ran ran = compare(workshop, judge(), "--methods", "per-pixel,uniform", "--json", json, "--html", html);
        assertThat(ran.succeeded().out()).contains("per-pixel", "uniform", "judged normal", "seconds per course");
        JsonNode figures = Json.MAPPER.readTree(json.toFile());
        assertThat(figures.path("films").asInt()).isEqualTo(3);
        for (String method : List.of("per-pixel", "uniform")) {
            JsonNode measured = figures.path("methods").path(method);
            assertThat(measured.path("monotonicity").asDouble(9)).isBetween(-1.0, 1.0);
            assertThat(measured.path("seconds_per_course").asDouble()).isPositive();
            for (String lambda : List.of("0", "20", "50")) {
                JsonNode point = measured.path(lambda);
                assertThat(point.path("normal_rate").asDouble(9)).isBetween(0.0, 1.0);
                assertThat(point.path("outside_ssim").asDouble(9)).isBetween(-1.0, 1.0);
                assertThat(point.path("reidentified").asDouble(9)).isBetween(0.0, 1.0);
                assertThat(point.path("frechet").isNumber()).isTrue();
                assertThat(point.path("kernel").isNumber()).isTrue();
                assertThat(point.at("/intervals/normal_rate")).hasSize(2);
            }
            assertThat(measured.at("/0/outside_mae").asDouble(9)).isZero();
            assertThat(measured.at("/0/lesion_error").asDouble(9)).isEqualTo(1); // of a phantom as it is
        }
        assertThat(figures.at("/methods/per-pixel/50/outside_mae").asDouble(9)).isZero();
        assertThat(figures.at("/methods/uniform/50/outside_mae").asDouble()).isPositive();
        assertThat(Files.readString(html)).contains("Methods of treatment courses", "data:image/");
    }

    @Test
    void judgeThatDrewTheMaps_isRefused(Workshop workshop) {
        compare(workshop, workshop.classifier()).refused(2, "must be another network", "was the same");
    }

    @Test
    void unknownMethod_noFilms_andALambdaTooGreat_areRefused(Workshop workshop) throws IOException {
        compare(workshop, judge(), "--methods", "magic").refused(2, "one of [counterfactual", "was magic");
        compare(workshop, judge(), "--films", "0").refused(2, "--films must be at least 1, was 0");
        compare(workshop, judge(), "--lambdas", "51").refused(2, "must be in [0, 50], was 51");
    }

    private static Ran compare(Workshop workshop, Path judge, Object... more) {
        List<Object> words = new ArrayList<>(List.of(
                "compare",
                "--data",
                workshop.phantoms(),
                "--split",
                "all",
                "--model",
                workshop.classifier(),
                "--judge",
                judge));
        words.addAll(List.of("--diffusion", workshop.denoiser(), "--steps", 5, "--sampler", "ddpm"));
        words.addAll(List.of(more));
        if (!words.contains("--films")) {
            words.addAll(List.of("--films", 3));
        }
        if (!words.contains("--lambdas")) {
            words.addAll(List.of("--lambdas", "20,50"));
        }
        return Ran.computing(words.toArray());
    }

    /** Another network, of random weights. */
    private Path judge() throws IOException {
        Path saved = folder.resolve("judge");
        Architecture.Classifier shape = Architecture.Classifier.named("resnet18", 1, 0, 2);
        Manifest manifest = new Manifest(
                Manifest.FORMAT,
                "judge",
                shape,
                new InputTransform(32, 0.5, 0.25),
                List.of("NORMAL", "PNEUMONIA"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of());
        try (Scope scope = Scope.open();
                Generator random = Generator.seeded(3);
                ParameterTree network = shape.build()) {
            network.initialise(random);
            Checkpoint.save(saved, manifest, network.state(), "random");
        }
        return saved;
    }
}
