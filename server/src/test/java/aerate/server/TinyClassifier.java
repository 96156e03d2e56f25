package aerate.server;

import aerate.film.Film;
import aerate.film.FilmInfo;
import aerate.film.FilmWriter;
import aerate.network.Architecture;
import aerate.network.Checkpoint;
import aerate.network.InputTransform;
import aerate.network.Manifest;
import aerate.tensor.Generator;
import aerate.tensor.Gradients;
import aerate.tensor.Scope;
import aerate.tensor.layer.ParameterTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** A small random classifier that reads a film in a few milliseconds, and films for it. */
public final class TinyClassifier {
    private TinyClassifier() {}

    /** A checkpoint; another seed, another model. */
    public static Path save(Path folder, long seed) throws IOException {
        Manifest manifest = new Manifest(
                Manifest.FORMAT,
                "tiny " + seed,
                Architecture.Classifier.named("densenet-small", 1, 8, 2),
                new InputTransform(32, 0.5, 0.25),
                List.of("NORMAL", "PNEUMONIA"),
                Optional.empty(),
                Optional.of(new Manifest.OperatingPoint(0.5, "for a test")),
                Optional.empty(),
                Map.of());
        try (Scope scope = Scope.open();
                Gradients off = Gradients.off();
                Generator random = Generator.seeded(seed);
                ParameterTree network = manifest.architecture().build()) {
            network.initialise(random);
            Checkpoint.save(folder, manifest, network.state(), "of a test");
        }
        return folder;
    }

    /** A PNG of smooth shades, different for each seed. */
    public static byte[] film(int side, long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        double across = random.nextDouble(1, 6) / side;
        double down = random.nextDouble(1, 6) / side;
        float[] values = new float[side * side];
        for (int i = 0; i < values.length; i++) {
            int row = i / side;
            values[i] = (float) (0.5 + 0.4 * Math.sin(across * (i % side) + seed) * Math.cos(down * row));
        }
        return FilmWriter.png(Film.ofValues(side, side, 8, values, FilmInfo.of("film " + seed)));
    }
}
