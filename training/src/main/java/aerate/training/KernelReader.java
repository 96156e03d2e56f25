package aerate.training;

import aerate.film.FilmSource;
import aerate.film.Label;
import aerate.film.LabelledFilm;
import aerate.film.Split;
import aerate.network.Architecture;
import aerate.network.Network;
import aerate.tensor.DataType;
import aerate.tensor.Device;
import aerate.tensor.Gradients;
import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import aerate.training.kernel.Descent;
import aerate.training.kernel.EmpiricalKernel;
import aerate.training.kernel.KernelRegression;
import aerate.training.kernel.Spectrum;
import aerate.training.kernel.WidthReading;
import aerate.training.recipe.Recipe;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleConsumer;
import java.util.stream.IntStream;

/** Reads the tangent kernels that the networks of recipes have on the same few films that they would train on. */
public final class KernelReader {
    private final FilmCache films;
    private final String fingerprint;
    private final Device device;

    private KernelReader(FilmCache films, String fingerprint, Device device) {
        this.films = films;
        this.fingerprint = fingerprint;
        this.device = device;
    }

    /**
     * Draws films from the training part of a collection: as many sick as normal, or one more, each of another patient.
     *
     * @param recipe whose split and split's seed decide
     * @param count at least 2
     * @param size side of the films in pixels
     * @throws IllegalArgumentException if there are not so many, or of one class only
     * @throws IOException if films cannot be read
     */
    public static KernelReader open(FilmSource source, Recipe recipe, int count, int size, Device device)
            throws IOException {
        if (!(recipe.network() instanceof Architecture.Classifier)) {
            throw new IllegalArgumentException("tangent kernels are read of classifiers, not of " + recipe.network());
        }
        if (count < 2) {
            throw new IllegalArgumentException("films must be at least 2, were " + count);
        }
        if (size < 1) {
            throw new IllegalArgumentException("size must be at least 1, was " + size);
        }
        TrainingData data =
                TrainingData.of(source, recipe.split(), recipe.task().labels());
        List<LabelledFilm> drawn =
                draw(data.films(Split.TRAIN), count, recipe.split().seed());
        return new KernelReader(FilmCache.of(source, drawn, size), data.fingerprint(), device);
    }

    private static List<LabelledFilm> draw(List<LabelledFilm> films, int count, long seed) {
        Map<Label, Integer> wanted = new EnumMap<>(Label.class);
        wanted.put(Label.NORMAL, count / 2);
        wanted.put(Label.PNEUMONIA, count - count / 2);
        Set<String> patients = new HashSet<>();
        List<LabelledFilm> drawn = new ArrayList<>();
        for (int index : Seeds.permutation(films.size(), Seeds.of(seed))) {
            LabelledFilm film = films.get(index);
            if (wanted.get(film.label()) > 0 && patients.add(film.patient())) {
                wanted.merge(film.label(), -1, Integer::sum);
                drawn.add(film);
            }
        }
        wanted.forEach((label, missing) -> {
            if (missing > 0) {
                throw new IllegalArgumentException(
                        "films must be at most as many as there are patients to draw from: of " + count + " films "
                                + missing + " of label " + label + " are missing");
            }
        });
        return drawn;
    }

    /** SHA-256 over names, labels and contents of the whole collection. */
    public String fingerprint() {
        return fingerprint;
    }

    /**
     * Reads the kernel that a recipe's network has before training, batch statistics as they are.
     *
     * @param recipe of a classifier of two classes
     * @param steps of descent after which the kernel is read again, 0 for none
     * @param progress is told the share that is done
     * @throws IOException if the checkpoint that the network starts from cannot be read
     * @throws IllegalStateException if the kernel is not finite
     */
    public WidthReading read(Recipe recipe, int steps, DoubleConsumer progress) throws IOException {
        try (Scope scope = Scope.open();
                Network network = (Network) Learner.fresh(recipe, device)) {
            int[] all = IntStream.range(0, films.count()).toArray();
            Tensor batch = Inputs.on(device, recipe).of(films.values(all));
            double[] labels = films.labels(all).doubles();
            double[] targets = oneHot(labels);
            int kernels = steps == 0 ? 1 : 2;
            EmpiricalKernel before = EmpiricalKernel.of(network, batch, done -> progress.accept(done / kernels));
            KernelRegression regression = new KernelRegression(before.kernel(), scores(network, batch), targets);
            WidthReading reading = WidthReading.of(
                    ((Architecture.Classifier) recipe.network()).hidden(),
                    recipe.seed(),
                    network.parameterCount(),
                    before,
                    regression,
                    labels,
                    recipe.optimizer().momentum());
            if (steps == 0) {
                return reading;
            }
            Tensor wanted =
                    Tensors.of(targets, labels.length, 2).to(DataType.FLOAT32).to(device);
            double rate = WidthReading.halfRate(Spectrum.of(before.kernel()));
            Descent.run(network, batch, wanted, rate, steps);
            EmpiricalKernel after = EmpiricalKernel.of(network, batch, done -> progress.accept((1 + done) / kernels));
            double start = regression.loss(0);
            return reading.with(new WidthReading.Trained(
                    steps,
                    after.kernel().driftSince(before.kernel()),
                    regression.loss(steps * rate) / start,
                    Descent.loss(network, batch, wanted) / start));
        }
    }

    private static double[] scores(Network network, Tensor batch) {
        List<double[]> scores = new ArrayList<>();
        for (long film = 0; film < batch.size(0); film++) {
            try (Scope scope = Scope.open();
                    Gradients off = Gradients.off()) {
                scores.add(network.forward(batch.narrow(0, film, 1)).doubles());
            }
        }
        return scores.stream().flatMapToDouble(Arrays::stream).toArray();
    }

    private static double[] oneHot(double... labels) {
        double[] targets = new double[2 * labels.length];
        for (int i = 0; i < labels.length; i++) {
            targets[2 * i + (int) labels[i]] = 1;
        }
        return targets;
    }
}
