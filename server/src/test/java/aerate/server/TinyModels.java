package aerate.server;

import aerate.film.Film;
import aerate.film.FilmInfo;
import aerate.film.FilmWriter;
import aerate.network.Architecture;
import aerate.network.Checkpoint;
import aerate.network.InputTransform;
import aerate.network.Manifest;
import aerate.network.UNet;
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

/** Small random models that take a few milliseconds a film, and films for them. */
public final class TinyModels {
    private TinyModels() {}

    /** A classifier; another seed, another model. */
    public static Path classifier(Path folder, long seed) throws IOException {
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
        return save(folder, manifest, seed);
    }

    /** A denoiser of 16 px, whose λ goes to 40. */
    public static Path denoiser(Path folder) throws IOException {
        return denoiser(folder, 40);
    }

    /** A denoiser of 16 px, whose λ goes to the given. */
    public static Path denoiser(Path folder, int steps) throws IOException {
        Manifest manifest = new Manifest(
                Manifest.FORMAT,
                "tiny denoiser",
                new UNet.Shape(16, 1, 8, List.of(1, 2), 1, List.of(), 1, 0),
                new InputTransform(16, 0.5, 0.5),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(new Manifest.Noise("linear", steps)),
                Map.of());
        return save(folder, manifest, 1);
    }

    private static Path save(Path folder, Manifest manifest, long seed) throws IOException {
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
