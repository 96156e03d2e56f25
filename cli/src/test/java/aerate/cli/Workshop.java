package aerate.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the commands work with, made by the commands themselves: phantoms, a classifier and a denoiser trained on them.
 * Nothing changes it once it is made.
 */
final class Workshop implements AutoCloseable {
    /** T of the denoiser. */
    static final int LEVELS = 50;

    static final int FILMS = 60;

    /** Width and height of the phantoms. */
    static final int SIZE = 32;

    private static final String CLASSIFIER = """
            name: tiny
            task: {name: diagnosis, labelSmoothing: 0, balanced: true}
            network: {name: densenet-small, channels: 1, hidden: 0, classes: 2}
            input: {size: 32, mean: 0.45, deviation: 0.25}
            split: {validation: 0.25, test: 0.25, honourGiven: true, seed: 7}
            stages: [{size: 32, epochs: 2}]
            batch: 8
            optimizer: {name: adamw, learningRate: 0.004, momentum: 0, weightDecay: 0.02}
            schedule: {name: one-cycle, warmup: 0.3}
            precision: float32
            seed: 1
            """;

    private static final String DENOISER = """
            name: tiny-noise
            task: {name: denoising, schedule: linear, steps: 50}
            network: {name: unet, size: 16, channels: 1, width: 8, multipliers: [1, 2], blocks: 1, attention: [],
                      heads: 1, dropout: 0.1}
            input: {size: 16, mean: 0.5, deviation: 0.5}
            split: {validation: 0.25, test: 0, honourGiven: true, seed: 7}
            stages: [{size: 16, epochs: 2}]
            batch: 8
            optimizer: {name: adamw, learningRate: 0.004, momentum: 0, weightDecay: 0}
            schedule: {name: cosine, warmup: 0.3}
            ema: 0.9
            precision: float32
            seed: 1
            """;

    private final Path folder;

    private Workshop(Path folder) {
        this.folder = folder;
    }

    static Workshop open() throws IOException {
        Workshop workshop = new Workshop(Files.createTempDirectory("aerate-workshop"));
        Files.writeString(workshop.classifierRecipe(), CLASSIFIER);
        Files.writeString(workshop.denoiserRecipe(), DENOISER);
        Path phantoms = workshop.phantoms();
        Ran.of("phantom", phantoms, "--films", FILMS, "--size", SIZE, "--seed", 3)
                .succeeded();
        Ran.training(workshop.classifierRecipe(), phantoms, workshop.folder.resolve("classifier"))
                .succeeded();
        Ran.training(workshop.denoiserRecipe(), phantoms, workshop.folder.resolve("denoiser"))
                .succeeded();
        return workshop;
    }

    Path phantoms() {
        return folder.resolve("phantoms");
    }

    Path classifierRecipe() {
        return folder.resolve("classifier.yaml");
    }

    Path denoiserRecipe() {
        return folder.resolve("denoiser.yaml");
    }

    /** A checkpoint. */
    Path classifier() {
        return folder.resolve("classifier").resolve("checkpoint");
    }

    /** A checkpoint. */
    Path denoiser() {
        return folder.resolve("denoiser").resolve("checkpoint");
    }

    /** Files of sick phantoms, in the order of their names. */
    List<Path> sick() throws IOException {
        try (Stream<Path> files = Files.list(phantoms().resolve("PNEUMONIA"))) {
            return files.sorted().toList();
        }
    }

    @Override
    public void close() throws IOException {
        List<Path> all;
        try (Stream<Path> walk = Files.walk(folder)) {
            all = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : all) {
            Files.delete(path);
        }
    }
}
