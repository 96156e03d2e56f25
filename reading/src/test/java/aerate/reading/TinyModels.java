package aerate.reading;

import aerate.film.Film;
import aerate.film.FilmInfo;
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
import java.util.function.Consumer;

/** Small random networks as checkpoints, and films to read with them. */
public final class TinyModels {
    /** T of the denoiser. */
    public static final int LEVELS = 40;

    private TinyModels() {}

    /** A classifier of 32 px with the given operating point. */
    public static Path classifier(Path folder, int hidden, Optional<Manifest.OperatingPoint> operatingPoint)
            throws IOException {
        Architecture architecture = Architecture.Classifier.named("densenet-small", 1, hidden, 2);
        Manifest manifest = new Manifest(
                Manifest.FORMAT,
                "tiny classifier",
                architecture,
                new InputTransform(32, 0.5, 0.25),
                List.of("NORMAL", "PNEUMONIA"),
                Optional.of(new Manifest.Calibration(2)),
                operatingPoint,
                Optional.empty(),
                Map.of());
        return save(folder, manifest, network -> {});
    }

    /** A denoiser of 16 px that changes what it is given. */
    public static Path denoiser(Path folder) throws IOException {
        UNet.Shape shape = new UNet.Shape(16, 1, 8, List.of(1, 2), 1, List.of(), 1, 0);
        return save(folder, denoiser(shape, Optional.of(new Manifest.Noise("linear", LEVELS))), network -> {
            try (Generator random = Generator.seeded(2)) {
                var exit = network.parameters().get("exit.weight"); // zero in a fresh network
                exit.assign(random.normal(exit.shape()).times(0.3));
            }
        });
    }

    /** The manifest of a denoiser of films. */
    public static Manifest denoiser(UNet.Shape shape, Optional<Manifest.Noise> noise) {
        return imaging(shape, shape.size(), noise);
    }

    /** The manifest of a network that gives films, or latents of films, of a size. */
    public static Manifest imaging(Architecture shape, int size, Optional<Manifest.Noise> noise) {
        return new Manifest(
                Manifest.FORMAT,
                "tiny denoiser",
                shape,
                new InputTransform(size, 0.5, 0.5),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                noise,
                Map.of());
    }

    /** Saves a denoiser, with nothing at zero, of the latents of an auto-encoder's checkpoint. */
    public static Path latentDenoiser(Path folder, Manifest manifest, Path autoencoder) throws IOException {
        Checkpoint.Companions companions =
                new Checkpoint.Companions(Optional.empty(), Optional.of(Checkpoint.open(autoencoder)));
        return save(folder, manifest, companions, network -> {
            try (Generator random = Generator.seeded(2)) {
                network.parameters()
                        .values()
                        .forEach(parameter -> parameter.assign(
                                parameter.plus(random.normal(parameter.shape()).times(0.1))));
            }
        });
    }

    /** Saves the manifest's network, drawn at random and then changed. */
    public static Path save(Path folder, Manifest manifest, Consumer<ParameterTree> change) throws IOException {
        return save(folder, manifest, Checkpoint.Companions.NONE, change);
    }

    private static Path save(
            Path folder, Manifest manifest, Checkpoint.Companions companions, Consumer<ParameterTree> change)
            throws IOException {
        try (Scope scope = Scope.open();
                Gradients off = Gradients.off();
                Generator random = Generator.seeded(1);
                ParameterTree network = manifest.architecture().build()) {
            network.initialise(random);
            change.accept(network);
            Checkpoint.save(folder, manifest, network.state(), companions, "tiny");
            return folder;
        }
    }

    /** A film of smooth shades, different for each seed. */
    public static Film film(int width, int height, int bits, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double across = random.nextDouble(1, 6) / width;
        double down = random.nextDouble(1, 6) / height;
        float[] values = new float[width * height];
        for (int i = 0; i < values.length; i++) {
            int column = i % width;
            int row = i / width;
            values[i] = (float) (0.5 + 0.4 * Math.sin(across * column + seed) * Math.cos(down * row));
        }
        return Film.ofValues(width, height, bits, values, FilmInfo.of("film " + seed));
    }
}
