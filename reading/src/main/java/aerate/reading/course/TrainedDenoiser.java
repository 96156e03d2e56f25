package aerate.reading.course;

import aerate.diffusion.ClassDenoiser;
import aerate.diffusion.Denoiser;
import aerate.diffusion.ForwardProcess;
import aerate.diffusion.NoiseKind;
import aerate.diffusion.NoiseSchedule;
import aerate.diffusion.Parameterization;
import aerate.network.AutoEncoder;
import aerate.network.Checkpoint;
import aerate.network.InputTransform;
import aerate.network.Manifest;
import aerate.network.UNet;
import aerate.tensor.Device;
import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A denoiser with all that its checkpoint says of its use.
 *
 * @param untold of a network that is told no classes; of one that is, told nothing
 * @param told of one that is
 * @param kind of the noise that it has learnt to take away
 * @param space where it works
 * @param input of a film
 * @param release what {@link HealthyPrior#close} does
 */
record TrainedDenoiser(
        Denoiser untold,
        Optional<ClassDenoiser> told,
        NoiseSchedule schedule,
        NoiseKind kind,
        Space space,
        InputTransform input,
        Device device,
        Runnable release) {
    /** One of one-channel films, with nothing to close. */
    static TrainedDenoiser of(Denoiser denoiser, NoiseSchedule schedule, InputTransform input, Device device) {
        Space pixels = new PixelSpace(input.size());
        return new TrainedDenoiser(
                denoiser.clamped(-1, 1),
                Optional.empty(),
                schedule,
                NoiseKind.GAUSSIAN,
                pixels,
                input,
                device,
                () -> {});
    }

    /**
     * Loads a checkpoint, with its auto-encoder where it has one.
     *
     * @throws IOException naming what is missing, damaged or of another kind
     */
    static TrainedDenoiser open(Path folder, Device device) throws IOException {
        Checkpoint checkpoint = Checkpoint.open(folder);
        Manifest manifest = checkpoint.manifest();
        Optional<Checkpoint> autoencoder = checkpoint.autoencoder();
        if (!(manifest.architecture() instanceof UNet.Shape shape)
                || (shape.channels() != 1 && autoencoder.isEmpty())) {
            throw new IOException(folder + ": a denoiser of one-channel films is wanted, but this is a checkpoint of "
                    + manifest.architecture());
        }
        Manifest.Noise noise = manifest.noise()
                .orElseThrow(() -> new IOException(folder + ": a denoiser's checkpoint must name its noise"));
        if (!manifest.input().spansMinusOneToOne()) {
            throw new IOException(folder + ": a denoiser's input must have mean 0.5 and deviation 0.5, had "
                    + manifest.input().mean() + " and " + manifest.input().deviation());
        }
        NoiseSchedule schedule = schedule(noise, folder);
        Parameterization parameterization = parameterization(noise, folder);
        try (Scope scope = Scope.open()) {
            UNet network = (UNet) checkpoint.network(device);
            Space space = autoencoder.isEmpty()
                    ? new PixelSpace(shape.size())
                    : new LatentSpace(encoder(autoencoder.get(), device), shape.channels(), shape.size());
            Denoiser untold = parameterization.denoiser(schedule, network::forward);
            return new TrainedDenoiser(
                    space.clamped() ? untold.clamped(-1, 1) : untold,
                    shape.classes().map(classes -> told(network, parameterization, schedule, space)),
                    schedule,
                    kind(noise, folder),
                    space,
                    manifest.input(),
                    device,
                    () -> {
                        network.close();
                        space.close();
                    });
        }
    }

    private static AutoEncoder encoder(Checkpoint checkpoint, Device device) throws IOException {
        AutoEncoder encoder = (AutoEncoder) checkpoint.network(device);
        encoder.channelsLast();
        return encoder;
    }

    private static ClassDenoiser told(
            UNet network, Parameterization parameterization, NoiseSchedule schedule, Space space) {
        ForwardProcess forward = new ForwardProcess(schedule);
        return (noisy, levels, labels) -> {
            Tensor given = network.forward(noisy, levels, labels);
            Tensor clean = parameterization.clean(forward, noisy, levels, given);
            return space.clamped() ? clean.clamp(-1, 1) : clean;
        };
    }

    private static NoiseSchedule schedule(Manifest.Noise noise, Path folder) throws IOException {
        try {
            NoiseSchedule named = NoiseSchedule.named(noise.schedule(), noise.steps());
            return noise.zeroTerminal().orElse(false) ? named.zeroTerminal() : named;
        } catch (IllegalArgumentException e) {
            throw new IOException(folder + ": " + e.getMessage(), e);
        }
    }

    private static Parameterization parameterization(Manifest.Noise noise, Path folder) throws IOException {
        return named(noise.prediction(), Parameterization.NOISE, folder, "prediction");
    }

    private static NoiseKind kind(Manifest.Noise noise, Path folder) throws IOException {
        return named(noise.kind(), NoiseKind.GAUSSIAN, folder, "kind");
    }

    private static <E extends Enum<E>> E named(Optional<String> name, E absent, Path folder, String what)
            throws IOException {
        if (name.isEmpty()) {
            return absent;
        }
        E[] all = absent.getDeclaringClass().getEnumConstants();
        return Arrays.stream(all)
                .filter(one -> one.name().equals(name.get().toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IOException(folder + ": noise." + what + " must be one of "
                        + Arrays.toString(all) + ", was " + name.get()));
    }
}
