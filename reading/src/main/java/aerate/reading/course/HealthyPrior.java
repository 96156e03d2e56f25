package aerate.reading.course;

import aerate.diffusion.ClassifierFree;
import aerate.diffusion.Control;
import aerate.diffusion.Denoiser;
import aerate.diffusion.Healing;
import aerate.diffusion.Noise;
import aerate.diffusion.NoiseSchedule;
import aerate.film.Film;
import aerate.film.Label;
import aerate.film.Resampling;
import aerate.network.InputTransform;
import aerate.reading.diagnosis.Classifier;
import aerate.reading.heatmap.HeatMap;
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
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A denoiser that knows healthy films, because it has seen no others or because it is told which are, with all that its
 * checkpoint says of its use.
 */
public final class HealthyPrior implements AutoCloseable {
    private final TrainedDenoiser trained;

    private HealthyPrior(TrainedDenoiser trained) {
        this.trained = trained;
    }

    /** A denoiser of one-channel films, with nothing to close. */
    public static HealthyPrior of(Denoiser denoiser, NoiseSchedule schedule, InputTransform input, Device device) {
        return new HealthyPrior(TrainedDenoiser.of(denoiser, schedule, input, device));
    }

    /**
     * Loads a denoiser's checkpoint, with its auto-encoder where it has one.
     *
     * @throws IOException naming what is missing, damaged or of another kind
     */
    public static HealthyPrior open(Path folder, Device device) throws IOException {
        return new HealthyPrior(TrainedDenoiser.open(folder, device));
    }

    /** T, the greatest λ. */
    public int levels() {
        return trained.schedule().levels();
    }

    /** The noise levels that it knows. */
    public NoiseSchedule schedule() {
        return trained.schedule();
    }

    /** Height and width of the films that it heals; others are brought to it. */
    public int size() {
        return trained.input().size();
    }

    /** Whether it is told classes, so that it can be guided away from disease. */
    public boolean guidable() {
        return trained.told().isPresent();
    }

    @Override
    public void close() {
        trained.release().run();
    }

    /**
     * What healing changes in each of some films; a film's change depends on no other film.
     *
     * @param regions of this prior's size, one for each film
     * @param classifier that a guided way follows
     * @param afterStep is run after each call of the denoiser
     * @return by λ, then by film
     * @throws ArithmeticException if the denoiser gives no finite numbers
     */
    List<List<Change>> heal(
            List<Film> films,
            List<Region> regions,
            List<Integer> lambdas,
            CourseSettings settings,
            Classifier classifier,
            Runnable afterStep) {
        Denoiser watched = watched(settings, afterStep);
        try (Scope scope = Scope.open();
                Gradients off = Gradients.off();
                Precision precision = precision()) {
            Tensor before = points(films);
            Space space = trained.space();
            Tensor weights = grids(regions, space.side(), region -> region.weights(space.side()));
            Tensor mask = settings.method().keepsTheRest()
                    ? grids(regions, size(), region -> region.mask(size()))
                    : Tensors.full(1, 1, 1, 1, 1).to(trained.device());
            Noise noise = noise(films.size(), settings);
            Control towardsNormal = new ClassifierControl(space, classifier);
            Steering steering = new Steering(Optional.of(towardsNormal), trained.told(), afterStep);
            List<Tensor> after =
                    settings.healing(trained.schedule(), steering).heal(watched, before, weights, lambdas, noise);
            List<List<Change>> changes = new ArrayList<>();
            for (int i = 0; i < lambdas.size(); i++) {
                try (Scope one = Scope.open()) {
                    Tensor change = space.change(before, after.get(i), mask);
                    changes.add(changes(change.times(trained.input().deviation().get(0)), lambdas.get(i)));
                }
            }
            return changes;
        }
    }

    /**
     * What films' healthy counterparts tell: healed everywhere by the method of the settings, without a classifier.
     *
     * @param lambda λ, how far
     * @param map of the space, the films' points and those of their counterparts to {@code N x h x w}
     */
    List<HeatMap> maps(List<Film> films, CourseSettings settings, int lambda, String name, CounterpartMap map) {
        Denoiser asked = watched(settings, () -> {});
        Healing healing =
                settings.healing(trained.schedule(), new Steering(Optional.empty(), trained.told(), () -> {}));
        try (Scope scope = Scope.open();
                Gradients off = Gradients.off();
                Precision precision = precision()) {
            Tensor before = points(films);
            Space space = trained.space();
            Tensor everywhere =
                    Tensors.full(1, films.size(), 1, space.side(), space.side()).to(trained.device());
            Tensor after = healing.heal(asked, before, everywhere, lambda, noise(films.size(), settings));
            Tensor values = map.of(space, before, after);
            int height = (int) values.size(1);
            int width = (int) values.size(2);
            float[] all = values.contiguous().floats();
            return IntStream.range(0, films.size())
                    .mapToObj(i -> HeatMap.of(
                            width,
                            height,
                            Arrays.copyOfRange(all, i * height * width, (i + 1) * height * width),
                            Label.PNEUMONIA,
                            name))
                    .toList();
        }
    }

    /** What is read from a film's points and those of its healthy counterpart. */
    @FunctionalInterface
    interface CounterpartMap {
        Tensor of(Space space, Tensor before, Tensor after);
    }

    private Denoiser watched(CourseSettings settings, Runnable afterStep) {
        Denoiser asked = trained.told()
                .<Denoiser>map(network ->
                        new ClassifierFree(network, Label.NORMAL.index(), Label.PNEUMONIA.index(), settings.strength()))
                .orElse(trained.untold());
        return (noisy, levels) -> {
            Tensor clean = asked.clean(noisy, levels);
            afterStep.run();
            return clean;
        };
    }

    private Precision precision() {
        return Precision.of(trained.device(), Libtorch.prefersBfloat16(trained.device()));
    }

    private Tensor points(List<Film> films) {
        return trained.space().points(trained.input().batchOfValues(grids(films, size(), this::shrunk), 1));
    }

    private Noise noise(int films, CourseSettings settings) {
        Space space = trained.space();
        return Noise.seeded(
                trained.kind(), seeds(films, settings.seed()), space.channels(), space.side(), space.side());
    }

    private float[] shrunk(Film film) {
        return Resampling.resize(film.values(), film.width(), film.height(), size(), size());
    }

    private <T> Tensor grids(List<T> items, int side, Function<T, float[]> grid) {
        int pixels = side * side;
        float[] all = new float[items.size() * pixels];
        for (int i = 0; i < items.size(); i++) {
            System.arraycopy(grid.apply(items.get(i)), 0, all, i * pixels, pixels);
        }
        return Tensors.of(all, items.size(), 1, side, side).to(trained.device()); // N x 1 x side x side
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
