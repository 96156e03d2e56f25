package aerate.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import aerate.tensor.Device;
import aerate.tensor.Generator;
import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FamiliarityTest {
    @TempDir
    private Path folder;

    /** Eleven films at angles 0°, 1°, …, 10°: the tenth nearest of one at 20° is the one at 1°. */
    @Test
    void distance_isToTheTenthNearest() {
        try (Scope scope = Scope.open();
                Familiarity familiarity = Familiarity.of(atDegrees(0, 1, 11), atDegrees(20, 0, 1))) {
            Familiarity.Rank rank = familiarity.rank(atDegrees(20, 0, 1)).get(0);
            assertThat(rank.distance()).isCloseTo(2 * Math.sin(Math.toRadians(19.0 / 2)), within(1e-4));
        }
    }

    /** Held out at 20°, 30°, …, 110°: of these and itself, eleven, a film at 75° has five as far as itself or farther. */
    @Test
    void share_countsTheHeldOutThatLieAtLeastAsFar() {
        try (Scope scope = Scope.open();
                Familiarity familiarity = Familiarity.of(atDegrees(0, 0.1, 10), atDegrees(20, 10, 10))) {
            assertThat(familiarity.rank(atDegrees(75, 0, 1)).get(0).share()).isCloseTo(5.0 / 11, within(1e-12));
            assertThat(familiarity.rank(atDegrees(5, 0, 1)).get(0).share()).isEqualTo(1);
            assertThat(familiarity.rank(atDegrees(170, 0, 1)).get(0).share()).isCloseTo(1.0 / 11, within(1e-12));
        }
    }

    /** What makes the share a p-value: among films like the held-out ones, at most a share s ranks at s or below. */
    @Test
    void share_ofLikeFilms_isUniform() {
        try (Scope scope = Scope.open();
                Generator random = Generator.seeded(4);
                Familiarity familiarity = Familiarity.of(unit(random.normal(200, 8)), unit(random.normal(400, 8)))) {
            List<Familiarity.Rank> ranks = familiarity.rank(unit(random.normal(1000, 8)));
            double tenth = ranks.stream().filter(rank -> rank.share() <= 0.1).count() / 1000.0;
            assertThat(tenth).isBetween(0.05, 0.15);
        }
    }

    @Test
    void saved_andReadBack_ranksTheSame() throws IOException {
        Manifest manifest = Checkpoints.manifest(Architecture.Classifier.named("densenet-small", 1, 0, 2));
        try (Scope scope = Scope.open();
                Network network = (Network) manifest.architecture().build();
                Familiarity familiarity = Familiarity.of(atDegrees(0, 1, 12), atDegrees(5, 5, 9))) {
            Path saved = folder.resolve("c");
            Checkpoint.save(saved, manifest, network.state(), Checkpoint.Companions.of(Optional.of(familiarity)), "");
            try (Familiarity back =
                    Checkpoint.open(saved).familiarity(Device.CPU).orElseThrow()) {
                Tensor films = atDegrees(0, 7, 20);
                assertThat(back.rank(films)).isEqualTo(familiarity.rank(films));
            }
            Files.delete(saved.resolve("familiarity.safetensors"));
            assertThatThrownBy(() -> Checkpoint.open(saved)).hasMessageContaining("familiarity.safetensors");
        }
    }

    @Test
    void otherTensors_areRefusedByName() throws IOException {
        Manifest manifest = Checkpoints.manifest(Architecture.Classifier.named("densenet-small", 1, 0, 2));
        try (Scope scope = Scope.open();
                Network network = (Network) manifest.architecture().build()) {
            Path saved = folder.resolve("c");
            Checkpoint.save(saved, manifest, network.state(), "");
            assertThat(Checkpoint.open(saved).familiarity(Device.CPU)).isEmpty();
            Safetensors.write(saved.resolve("familiarity.safetensors"), Map.of("other", Tensors.zeros(2)));
            assertThatThrownBy(() -> Checkpoint.open(saved).familiarity(Device.CPU))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("must hold known and distances, held [other]");
        }
    }

    @Test
    void embedding_hasUnitLength_whateverTheNetwork() {
        try (Scope scope = Scope.open();
                Generator random = Generator.seeded(3);
                Network network = DenseNet.small(1, 0, 2)) {
            network.initialise(random);
            Tensor embedding = network.embedding(network.features(random.normal(3, 1, 32, 32)));
            for (float length : embedding.square().sum(1).floats()) {
                assertThat(length).isCloseTo(1, within(1e-5f));
            }
        }
    }

    @Test
    void tooFewKnownFilms_areRefused() {
        try (Scope scope = Scope.open()) {
            assertThatThrownBy(() -> Familiarity.of(atDegrees(0, 1, 9), atDegrees(0, 1, 3)))
                    .hasMessage("familiarity needs at least 10 known films and one held out, had 9 and 3");
        }
    }

    private static Tensor unit(Tensor rows) {
        return rows.over(rows.square().sum(1).sqrt().reshape(rows.size(0), 1));
    }

    /** Unit vectors in the plane. */
    private static Tensor atDegrees(double first, double step, int count) {
        float[] values = new float[2 * count];
        for (int i = 0; i < count; i++) {
            double angle = Math.toRadians(first + i * step);
            values[2 * i] = (float) Math.cos(angle);
            values[2 * i + 1] = (float) Math.sin(angle);
        }
        return Tensors.of(values, count, 2);
    }
}
