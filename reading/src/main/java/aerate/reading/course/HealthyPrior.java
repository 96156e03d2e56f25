package aerate.reading.course;

import aerate.diffusion.Ddpm;
import aerate.diffusion.Denoiser;
import aerate.diffusion.Noise;
import aerate.diffusion.NoiseSchedule;
import aerate.diffusion.Sampler;
import aerate.film.Film;
import aerate.film.Resampling;
import aerate.network.Checkpoint;
import aerate.network.InputTransform;
import aerate.network.Manifest;
import aerate.network.UNet;
import aerate.tensor.Device;
import aerate.tensor.Gradients;
import aerate.tensor.Libtorch;
import aerate.tensor.Precision;
import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** A denoiser that has seen healthy films only, with all that its checkpoint says of its use. */
public final class HealthyPrior implements AutoCloseable {
    private final Denoiser denoiser;
    private final NoiseSchedule schedule;
    private final InputTransform input;
    private final Device device;
    private final Runnable release;

    private HealthyPrior(
            Denoiser denoiser, NoiseSchedule schedule, InputTransform input, Device device, Runnable release) {
        this.denoiser = denoiser;
        this.schedule = schedule;
        this.input = input;
        this.device = device;
        this.release = release;
    }

    /** A denoiser of one-channel films, with nothing to close. */
    public static HealthyPrior of(Denoiser denoiser, NoiseSchedule schedule, InputTransform input, Device device) {
        return new HealthyPrior(denoiser, schedule, input, device, () -> {});
    }

    /**
     * Loads a denoiser's checkpoint.
     *
     * @throws IOException naming what is missing, damaged or of another kind
     */
    public static HealthyPrior open(Path folder, Device device) throws IOException {
        Checkpoint checkpoint = Checkpoint.open(folder);
        Manifest manifest = checkpoint.manifest();
        if (!(manifest.architecture() instanceof UNet.Shape shape) || shape.channels() != 1) {
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
        try (Scope scope = Scope.open()) {
            UNet network = (UNet) checkpoint.network(device);
            return new HealthyPrior(network::forward, schedule, manifest.input(), device, network::close);
        }
    }

    private static NoiseSchedule schedule(Manifest.Noise noise, Path folder) throws IOException {
        try {
            return NoiseSchedule.named(noise.schedule(), noise.steps());
        } catch (IllegalArgumentException e) {
            throw new IOException(folder + ": " + e.getMessage(), e);
        }
    }

    /** T, the greatest λ. */
    public int levels() {
        return schedule.levels();
    }

    /** Height and width of what the denoiser sees. */
    public int size() {
        return input.size();
    }

    @Override
    public void close() {
        release.run();
    }

    /** A sampler of about so many steps for the full range of levels. */
    Sampler sampler(int steps) {
        return new Ddpm(schedule, (int) Math.ceil((double) schedule.levels() / steps));
    }

    /**
     * What healing changes in each of some films, all at once; a film's change depends on no other film.
     *
     * @param regions of this prior's size, one for each film
     * @param afterStep is run after each step of the sampler
     * @throws ArithmeticException if the denoiser gives no finite numbers
     */
    List<Change> heal(List<Film> films, List<Region> regions, int lambda, CourseSettings settings, Runnable afterStep) {
        Denoiser watched = (noisy, levels) -> {
            Tensor noise = denoiser.predict(noisy, levels);
            afterStep.run();
            return noise;
        };
        try (Scope scope = Scope.open();
                Gradients off = Gradients.off();
                Precision precision = Precision.of(device, Libtorch.prefersBfloat16(device))) {
            Tensor before = input.batchOfValues(grids(films, this::shrunk), 1); // N x 1 x size x size
            Tensor weights = grids(regions, Region::weights);
            Noise noise = Noise.seeded(seeds(films.size(), settings.seed()), 1, size(), size());
            Tensor after =
                    settings.method().healing(sampler(settings.steps())).heal(watched, before, weights, lambda, noise);
            return changes(after.minus(before).times(input.deviation().get(0)), lambda);
        }
    }

    private float[] shrunk(Film film) {
        return Resampling.resize(film.values(), film.width(), film.height(), size(), size());
    }

    private <T> Tensor grids(List<T> items, Function<T, float[]> grid) {
        int pixels = size() * size();
        float[] all = new float[items.size() * pixels];
        for (int i = 0; i < items.size(); i++) {
            System.arraycopy(grid.apply(items.get(i)), 0, all, i * pixels, pixels);
        }
        return Tensors.of(all, items.size(), 1, size(), size()).to(device); // N x 1 x size x size
    }

    private List<Change> changes(Tensor difference, int lambda) {
        if (!difference.isFinite()) {
            throw new ArithmeticException("the denoiser's films at λ = " + lambda + " must be finite, were not");
        }
        float[] all = difference.floats();
        int pixels = size() * size();
        List<Change> changes = new ArrayList<>();
        for (int from = 0; from < all.length; from += pixels) {
            changes.add(new Change(size(), Arrays.copyOfRange(all, from, from + pixels)));
        }
        return changes;
    }

    /** The same noise for every film, so that its course is the same alone and among others. */
    private static long[] seeds(int films, long seed) {
        long[] seeds = new long[films];
        Arrays.fill(seeds, seed);
        return seeds;
    }
}
