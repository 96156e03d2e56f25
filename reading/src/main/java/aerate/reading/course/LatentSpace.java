package aerate.reading.course;

import aerate.network.AutoEncoder;
import aerate.tensor.Tensor;

/**
 * The latents of films of a size (Rombach et al. 2022). What decoding loses of a film is lost of the healed one too, and so is
 * no change.
 */
record LatentSpace(AutoEncoder encoder, int channels, int side) implements Space {
    @Override
    public Tensor points(Tensor films) {
        return encoder.latents(films.channelsLast()).contiguous();
    }

    @Override
    public Tensor films(Tensor points) {
        return encoder.films(points.channelsLast()).contiguous();
    }

    /** Softly: a latent colours the film some pixels around it, and the mask takes that back. */
    @Override
    public Tensor change(Tensor before, Tensor after, Tensor mask) {
        return films(after).minus(films(before)).times(mask);
    }

    @Override
    public boolean clamped() {
        return false;
    }

    @Override
    public void close() {
        encoder.close();
    }
}
