package aerate.training;

import aerate.network.Architecture;
import aerate.network.AutoEncoder;
import aerate.network.Checkpoint;
import aerate.network.InputTransform;
import aerate.tensor.Device;
import aerate.tensor.Gradients;
import aerate.tensor.Libtorch;
import aerate.tensor.Precision;
import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import aerate.training.recipe.PrecisionChoice;
import aerate.training.recipe.Recipe;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How films get to a network: transformed, on its device, in its layout, computed in its precision; as latents where a
 * recipe names an auto-encoder.
 *
 * @param channels of a film
 * @param channelsLast whether channels are innermost in memory
 * @param bfloat16 whether convolutions and matrix products run in bfloat16
 * @param encoder that makes latents of films, where the network learns on these
 */
record Inputs(
        InputTransform transform,
        int channels,
        Device device,
        boolean channelsLast,
        boolean bfloat16,
        Optional<AutoEncoder> encoder)
        implements AutoCloseable {
    /**
     * What a recipe asks for on a device.
     *
     * @throws IOException if its auto-encoder cannot be read
     * @throws IllegalArgumentException if its auto-encoder's latents are not what its network takes
     */
    static Inputs on(Device device, Recipe recipe) throws IOException {
        boolean bfloat16 = recipe.precision() == PrecisionChoice.BFLOAT16
                || (recipe.precision() == PrecisionChoice.AUTO && Libtorch.prefersBfloat16(device));
        if (recipe.autoencoder().isEmpty()) {
            return of(device, recipe.input(), recipe.network(), bfloat16);
        }
        Checkpoint checkpoint = Checkpoint.open(Path.of(recipe.autoencoder().get()));
        AutoEncoder.Shape shape = checkpoint.autoEncoderShape();
        shape.requireFit(recipe.network(), recipe.input().size());
        try (Scope scope = Scope.open()) {
            AutoEncoder encoder = (AutoEncoder) checkpoint.network(device);
            encoder.channelsLast();
            return new Inputs(recipe.input(), shape.channels(), device, true, bfloat16, Optional.of(encoder));
        }
    }

    /** Of a network that is not trained any more, in the precision that suits the device. */
    static Inputs on(Device device, InputTransform transform, Architecture network) {
        return of(device, transform, network, Libtorch.prefersBfloat16(device));
    }

    private static Inputs of(Device device, InputTransform transform, Architecture network, boolean bfloat16) {
        return new Inputs(transform, network.channels(), device, network.channelsLast(), bfloat16, Optional.empty());
    }

    /** A batch of brightnesses in [0, 1], {@code N x 1 x H x W}, as the network's input. */
    Tensor of(Tensor values) {
        Tensor batch = transform.batchOfValues(values, channels).to(device);
        Tensor films = channelsLast ? batch.channelsLast() : batch;
        return encoder.map(encoding -> latents(encoding, films)).orElse(films);
    }

    private Tensor latents(AutoEncoder encoding, Tensor films) {
        try (Gradients off = Gradients.off();
                Precision precision = precision()) {
            return encoding.latents(films).contiguous(); // N x latent x h x w
        }
    }

    Precision precision() {
        return Precision.of(device, bfloat16);
    }

    @Override
    public void close() {
        encoder.ifPresent(AutoEncoder::close);
    }
}
