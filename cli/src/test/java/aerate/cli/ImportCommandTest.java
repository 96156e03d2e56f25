package aerate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import aerate.network.Architecture;
import aerate.network.Checkpoint;
import aerate.network.InputTransform;
import aerate.network.Manifest;
import aerate.network.Network;
import aerate.network.Safetensors;
import aerate.tensor.Generator;
import aerate.tensor.Gradients;
import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportCommandTest {
    @TempDir
    private Path folder;

    private Path weights;
    private Path out;

    @BeforeEach
    void writeWeights() throws IOException {
        weights = folder.resolve("resnet18.safetensors");
        out = folder.resolve("imported");
        try (Scope scope = Scope.open();
                Generator random = Generator.seeded(1);
                Network network =
                        Architecture.Classifier.named("resnet18", 3, 0, 2).build()) {
            network.initialise(random);
            Safetensors.write(weights, network.state());
        }
    }

    @Test
    void checkpoint_saysWhatTheWeightsWant() throws IOException {
        Ran ran = importing("--size", 96).succeeded();
        assertThat(ran.out()).contains(out.toString());
        Manifest manifest = Checkpoint.open(out).manifest();
        assertThat(manifest.architecture()).isEqualTo(Architecture.Classifier.named("resnet18", 3, 0, 2));
        assertThat(manifest.input())
                .isEqualTo(new InputTransform(96, List.of(0.485, 0.456, 0.406), List.of(0.229, 0.224, 0.225)));
        assertThat(manifest.classes()).containsExactly("NORMAL", "PNEUMONIA");
        assertThat(out.resolve("card.md")).content().contains("resnet18.safetensors", "Research use only");
    }

    @Test
    void oneChannel_diagnosesAsThreeOfOneMean() throws IOException {
        Path grey = folder.resolve("grey");
        importing("--size", 64, "--mean", "0.4", "--std", "0.3").succeeded();
        Ran.of(
                        "import",
                        "resnet18",
                        weights,
                        "--out",
                        grey,
                        "--channels",
                        1,
                        "--size",
                        64,
                        "--mean",
                        "0.4",
                        "--std",
                        0.3)
                .succeeded();
        Path film = TestFilms.deep(folder.resolve("film.png"), 70, 60);
        double[] colour = logits(out, film);
        assertThat(colour).hasSize(2);
        assertThat(logits(grey, film))
                .containsExactly(colour, within(0.05)); // of bfloat16's rounding, where it is used
    }

    @Test
    void logits_areTheNetworksOwn() throws IOException {
        importing("--channels", 1, "--size", 64, "--mean", "0.4", "--std", "0.3")
                .succeeded();
        Path film = TestFilms.deep(folder.resolve("film.png"), 64, 64);
        double[] before = logits(out, film);
        try (Scope scope = Scope.open();
                Gradients off = Gradients.off()) {
            Map<String, Tensor> read = Safetensors.read(weights);
            Map<String, Tensor> moved = new LinkedHashMap<>(read);
            moved.put("fc.bias", read.get("fc.bias").plus(3));
            Safetensors.write(folder.resolve("moved.safetensors"), moved);
        }
        weights = folder.resolve("moved.safetensors");
        importing("--channels", 1, "--size", 64, "--mean", "0.4", "--std", "0.3")
                .succeeded();
        assertThat(logits(out, film)).containsExactly(new double[] {before[0] + 3, before[1] + 3}, within(0.1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "resnet50 | --classes 2 | 1 | missing [",
                "resnet18 | --classes 3 | 1 | fc.weight must have the shape [3, 512], had [2, 512]",
                "resnet18 | --hidden 4 | 1 | left over [fc.bias, fc.weight]",
                "resnet19 | --classes 2 | 2 | resnet19",
                "resnet18 | --classes 1 | 2 | network.classes must be at least 2, was 1",
                "resnet18 | --channels 2 | 2 | network.channels must be 1 or 3, was 2",
                "resnet18 | --size 0 | 2 | input.size must be at least 1, was 0",
                "resnet18 | --std 0,1,1 | 2 | input.deviation must be above 0, was 0.0",
                "resnet18 | --mean 0.5,0.5 | 2 | input.mean and input.deviation must be equally many, were 2 and 3",
                "resnet18 | --channels 1 --mean 0.5,0.5,0.5 --std 1,1,1 | 2 | one for each of 1 channels, were 3"
            })
    void wrongWords_areRefused_andNothingIsWritten(String network, String words, int exit, String reason) {
        Object[] options = words.split(" ");
        Ran.of(words("import", network, weights, "--out", out, options)).refused(exit, reason);
        assertThat(out).doesNotExist();
    }

    @Test
    void missingTensor_isNamed() throws IOException {
        try (Scope scope = Scope.open()) {
            Map<String, Tensor> fewer = new LinkedHashMap<>(Safetensors.read(weights));
            fewer.remove("layer2.0.downsample.0.weight");
            Path file = folder.resolve("fewer.safetensors");
            Safetensors.write(file, fewer);
            Ran.of("import", "resnet18", file, "--out", out)
                    .refused(1, file, "missing [layer2.0.downsample.0.weight], left over []");
        }
        assertThat(out).doesNotExist();
    }

    @Test
    void fileThatIsNone_isRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("text.safetensors"), "no weights");
        Ran.of("import", "resnet18", file, "--out", out).refused(1, file);
        Ran.of("import", "resnet18", folder.resolve("none"), "--out", out).refused(1, folder.resolve("none"));
    }

    private Ran importing(Object... more) {
        return Ran.of(words("import", "resnet18", weights, "--out", out, more));
    }

    private static Object[] words(
            String command, String network, Path weights, String option, Path out, Object... more) {
        Object[] words = new Object[5 + more.length];
        System.arraycopy(new Object[] {command, network, weights, option, out}, 0, words, 0, 5);
        System.arraycopy(more, 0, words, 5, more.length);
        return words;
    }

    private static double[] logits(Path model, Path film) throws IOException {
        var logits = Ran.diagnosing(model, film, "--json").succeeded().json().at("/0/diagnosis/logits");
        return new double[] {logits.path(0).asDouble(), logits.path(1).asDouble()};
    }
}
