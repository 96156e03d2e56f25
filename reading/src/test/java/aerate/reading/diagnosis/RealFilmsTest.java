package aerate.reading.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import aerate.film.Film;
import aerate.film.FilmReader;
import aerate.network.Architecture;
import aerate.network.InputTransform;
import aerate.network.Manifest;
import aerate.network.Network;
import aerate.reading.TinyModels;
import aerate.tensor.Device;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On the Guangzhou films, where the environment variable AERATE_DATA names the folder that holds {@code chest-xray}. */
class RealFilmsTest {
    private static final int SIZE = 64;
    private static final int FILMS = 16;
    private static final double UNCHANGED = 0.01; // of a probability

    private static final InputTransform INPUT = new InputTransform(SIZE, 0.48, 0.23);

    @TempDir
    private Path folder;

    @Test
    void diagnoses_areThoseOfTheNetworkInFloat32() throws IOException {
        List<Film> films = films();
        try (Classifier classifier = Classifier.open(classifierThatHasSeen(films), Device.CPU)) {
            List<Diagnosis> diagnoses = classifier.diagnose(films);
            List<Float> margins = classifier.inBatches(films, batch -> margins(classifier.network(), batch));
            for (int i = 0; i < FILMS; i++) {
                double probability = 1 / (1 + Math.exp(-margins.get(i)));
                assertThat(diagnoses.get(i).probability()).isCloseTo(probability, within(UNCHANGED));
            }
            assertThat(margins.stream().distinct()).hasSizeGreaterThan(FILMS / 2);
        }
    }

    /** DenseNet-121 drawn at random, but with the running statistics of the films, as training would leave them. */
    private Path classifierThatHasSeen(List<Film> films) throws IOException {
        byte[] grey = new byte[FILMS * SIZE * SIZE];
        for (int i = 0; i < FILMS; i++) {
            System.arraycopy(films.get(i).resized(SIZE, SIZE).bytes(), 0, grey, i * SIZE * SIZE, SIZE * SIZE);
        }
        Manifest manifest = new Manifest(
                Manifest.FORMAT,
                "untrained",
                Architecture.Classifier.named("densenet121", 1, 64, 2),
                INPUT,
                List.of("NORMAL", "PNEUMONIA"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of());
        return TinyModels.save(folder.resolve("untrained"), manifest, network -> {
            Tensor batch = INPUT.batch(Tensors.of(grey, FILMS, SIZE, SIZE), 1);
            network.training(true);
            for (int i = 0; i < 10; i++) {
                ((Network) network).features(batch);
            }
            network.training(false);
        });
    }

    private static List<Float> margins(Network network, Tensor batch) {
        float[] scores = network.forward(batch).floats();
        List<Float> margins = new ArrayList<>();
        for (int i = 0; i < scores.length; i += 2) {
            margins.add(scores[i + 1] - scores[i]);
        }
        return margins;
    }

    private static List<Film> films() throws IOException {
        String data = System.getenv("AERATE_DATA");
        assumeTrue(data != null, "AERATE_DATA is not set: no real films");
        List<Film> films = new ArrayList<>();
        for (String label : List.of("NORMAL", "PNEUMONIA")) {
            Path collection = Path.of(data, "chest-xray", "train", label);
            assumeTrue(Files.isDirectory(collection), "AERATE_DATA has no chest-xray: no real films");
            try (Stream<Path> files = Files.list(collection)) {
                for (Path file : files.sorted().limit(FILMS / 2).toList()) {
                    films.add(FilmReader.read(file));
                }
            }
        }
        return films;
    }
}
