package aerate.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aerate.tensor.Device;
import aerate.tensor.Generator;
import aerate.tensor.Gradients;
import aerate.tensor.Libtorch;
import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {
    private static final Architecture SMALL = Architecture.Classifier.named("densenet-small", 1, 0, 2);

    @TempDir
    private Path runs;

    private Path saved;
    private Network network;

    @BeforeEach
    void save() throws IOException {
        saved = runs.resolve("best");
        network = DenseNet.small(1, 0, 2);
        try (Generator random = Generator.seeded(3);
                Scope scope = Scope.open()) {
            network.initialise(random);
        }
        Checkpoint.save(saved, Checkpoints.manifest(SMALL), network.state(), "# A test's\n");
    }

    @AfterEach
    void closeNetwork() {
        network.close();
    }

    @Test
    void saveThenOpen_isIdentity() throws IOException {
        Checkpoint checkpoint = Checkpoint.open(saved);
        assertThat(checkpoint.manifest()).isEqualTo(Checkpoints.manifest(SMALL));
        assertThat(checkpoint.folder()).isEqualTo(saved);
        assertThat(saved.resolve("card.md")).hasContent("# A test's\n");
        try (Scope scope = Scope.open();
                Network read = checkpoint.classifier(Device.CPU)) {
            assertThat(read.isTraining()).isFalse();
            Map<String, Tensor> state = read.state();
            assertThat(state).hasSameSizeAs(network.state());
            network.state()
                    .forEach((name, tensor) ->
                            assertThat(state.get(name).floats()).as(name).isEqualTo(tensor.floats()));
        }
    }

    @Test
    void loadedWeights_outliveTheirFile() throws IOException {
        try (Scope scope = Scope.open();
                Gradients off = Gradients.off();
                Network read = Checkpoint.open(saved).classifier(Device.CPU)) {
            Path weights = saved.resolve("weights.safetensors");
            Files.write(weights, new byte[(int) Files.size(weights)]);
            Tensor films = GoldenNumbers.films(2, 1);
            assertThat(read.forward(films).floats())
                    .isEqualTo(network.forward(films).floats());
        }
    }

    @Test
    void weightsHash_isThatOfTheWeightsAlone() throws IOException {
        String hash = Checkpoint.open(saved).weightsHash();
        assertThat(hash).matches("[0-9a-f]{64}");
        Checkpoint.save(runs.resolve("copy"), Checkpoints.manifest(SMALL), network.state(), "another card");
        assertThat(Checkpoint.open(runs.resolve("copy")).weightsHash()).isEqualTo(hash);
        assertThat(Files.readString(saved.resolve("SHA256SUMS"))).contains(hash + "  weights.safetensors\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"weights.safetensors", "checkpoint.json"})
    void flippedByte_isRefused(String name) throws IOException {
        byte[] bytes = Files.readAllBytes(saved.resolve(name));
        bytes[bytes.length / 2] ^= 1;
        Files.write(saved.resolve(name), bytes);
        assertRefused(name, "damaged", "SHA-256");
    }

    @ParameterizedTest
    @ValueSource(strings = {"weights.safetensors", "checkpoint.json", "SHA256SUMS"})
    void missingFile_isRefused(String name) throws IOException {
        Files.delete(saved.resolve(name));
        assertRefused(saved.toString(), name, "missing");
    }

    @Test
    void missingFolder_isRefused() throws IOException {
        Files.move(saved, runs.resolve("elsewhere"));
        assertRefused(saved.toString(), "no such folder");
    }

    @Test
    void unlistedFile_isRefused() throws IOException {
        Files.writeString(saved.resolve("SHA256SUMS"), "");
        assertRefused("damaged");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"format\" : 1      | \"format\" : 2       | format must be 1, was 2",
                "\"name\" :          | \"nmae\" : 1, \"name\" : | nmae",
                "\"name\" : \"a tes  | \"nmae\" : \"a tes    | name is missing",
                "\"size\" : 64       | \"size\" : 0         | input.size must be at least 1, was 0",
                "\"size\" : 64       | \"size\" : \"large\" | input.size",
                "densenet-small      | densenet-tiny        | densenet-tiny",
                "\"channels\" : 1    | \"channels\" : 2     | network.channels must be 1 or 3, was 2",
                "\"threshold\" : 0.4 | \"threshold\" : 1.4  | operatingPoint.threshold must be in [0, 1], was 1.4",
                "\"temperature\" : 1.5 | \"temperature\" : 0 | calibration.temperature must be above 0, was 0",
                "\"size\" : 64,      | \"size\" : 64, \"side\" : 64, | side",
            })
    void manifestThatBreaksARule_isRefusedInItsWords(String valid, String broken, String rule) throws IOException {
        rewrite(json -> json.replace(valid, broken));
        assertRefused("checkpoint.json", rule);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "null", "[]", "{}", "{\"format\":1} trailing"})
    void manifestThatIsNone_isRefused(String text) throws IOException {
        rewrite(json -> text);
        assertRefused("checkpoint.json");
    }

    @Test
    void weightsOfAnotherArchitecture_areRefusedByName() throws IOException {
        Architecture hidden = Architecture.Classifier.named("densenet-small", 1, 8, 2);
        Checkpoint.save(saved, Checkpoints.manifest(hidden), network.state(), "");
        Checkpoint checkpoint = Checkpoint.open(saved);
        assertThatThrownBy(() -> checkpoint.network(Device.CPU))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll("another network", "missing", "classifier.0.weight", "left over");
    }

    @Test
    void weightsOfAnotherShape_areRefusedByName() throws IOException {
        Architecture colour = Architecture.Classifier.named("densenet-small", 3, 0, 2);
        Checkpoint.save(saved, Checkpoints.manifest(colour), network.state(), "");
        Checkpoint checkpoint = Checkpoint.open(saved);
        assertThatThrownBy(() -> checkpoint.classifier(Device.CPU))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll("features.conv0.weight", "[24, 3, 3, 3]", "[24, 1, 3, 3]");
    }

    @Test
    void refusedWeights_leaveNoNativeObjects() throws IOException {
        Checkpoint.save(
                saved,
                Checkpoints.manifest(Architecture.Classifier.named("densenet-small", 3, 0, 2)),
                network.state(),
                "");
        Checkpoint checkpoint = Checkpoint.open(saved);
        refuse(checkpoint);
        long before = Libtorch.liveObjects();
        for (int i = 0; i < 5; i++) {
            refuse(checkpoint);
        }
        assertThat(Libtorch.liveObjects()).isEqualTo(before);
    }

    private static void refuse(Checkpoint checkpoint) {
        try (Scope scope = Scope.open()) {
            assertThatThrownBy(() -> checkpoint.network(Device.CPU)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void saving_overAnother_replacesItWhole() throws IOException {
        Files.writeString(saved.resolve("stray"), "of the old one");
        Architecture wide = Architecture.Classifier.named("densenet-small", 3, 4, 2);
        try (Network other = DenseNet.small(3, 4, 2)) {
            Checkpoint.save(saved, Checkpoints.manifest(wide), other.state(), "new");
        }
        assertThat(Checkpoint.open(saved).manifest().architecture()).isEqualTo(wide);
        assertThat(saved.resolve("stray")).doesNotExist();
        try (Stream<Path> left = Files.list(runs)) {
            assertThat(left).containsExactly(saved);
        }
    }

    @Test
    void saving_whereNoFolderCanBe_isRefused_andLeavesTheOldOne() throws IOException {
        Path blocked = Files.writeString(runs.resolve("file"), "not a folder").resolve("best");
        assertThatThrownBy(() -> Checkpoint.save(blocked, Checkpoints.manifest(SMALL), network.state(), ""))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("file");
        Files.writeString(runs.resolve("best.new"), "in the way of the next save");
        Checkpoint.save(saved, Checkpoints.manifest(SMALL), network.state(), "after a crash");
        assertThat(Checkpoint.open(saved).manifest()).isEqualTo(Checkpoints.manifest(SMALL));
    }

    private void rewrite(UnaryOperator<String> change) throws IOException {
        String before = Files.readString(saved.resolve("checkpoint.json"));
        String after = change.apply(before);
        assertThat(after).isNotEqualTo(before);
        Files.writeString(saved.resolve("checkpoint.json"), after);
        Checksums.write(saved, List.of("weights.safetensors", "checkpoint.json"));
    }

    private void assertRefused(String... words) {
        assertThatThrownBy(() -> Checkpoint.open(saved))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll(words);
    }
}
