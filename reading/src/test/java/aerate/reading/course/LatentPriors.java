package aerate.reading.course;

import aerate.network.AutoEncoder;
import aerate.network.Manifest;
import aerate.network.UNet;
import aerate.reading.TinyModels;
import aerate.tensor.Device;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Priors like those that ship, of a second. */
final class LatentPriors {
    private LatentPriors() {}

    /** Latents of 8 x 8 of films of 16, and a denoiser that is told classes. */
    static HealthyPrior open(Path folder) throws IOException {
        AutoEncoder.Shape encoder = new AutoEncoder.Shape(1, List.of(8), List.of(1), 2);
        Manifest ofEncoder = TinyModels.imaging(encoder, 16, Optional.empty());
        Path autoencoder = TinyModels.save(folder.resolve("encoder"), ofEncoder, network -> {});
        UNet.Shape shape = new UNet.Shape(8, 2, 8, List.of(1, 2), 1, List.of(), 1, 0, Optional.of(2));
        Manifest.Noise noise = new Manifest.Noise(
                "linear", TinyModels.LEVELS, Optional.empty(), Optional.of("VELOCITY"), Optional.empty());
        return HealthyPrior.open(
                TinyModels.latentDenoiser(
                        folder.resolve("latent"), TinyModels.imaging(shape, 16, Optional.of(noise)), autoencoder),
                Device.CPU);
    }
}
