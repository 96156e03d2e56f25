package aerate.reading.diagnosis;

import aerate.film.Film;
import aerate.film.Label;
import aerate.network.Architecture;
import aerate.network.Checkpoint;
import aerate.network.InputTransform;
import aerate.network.Manifest;
import aerate.network.Network;
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

/** A trained network that tells pneumonia from normal, with all that its checkpoint says of its use. */
public final class Classifier implements AutoCloseable {
    private static final int BATCH = 16;

    private final Network network;
    private final InputTransform input;
    private final int channels;
    private final Judgement judgement;
    private final Device device;

    private Classifier(Network network, InputTransform input, int channels, Judgement judgement, Device device) {
        this.network = network;
        this.input = input;
        this.channels = channels;
        this.judgement = judgement;
        this.device = device;
    }

    /**
     * Loads a classifier's checkpoint.
     *
     * @throws IOException naming what is missing, damaged or of another kind
     */
    public static Classifier open(Path folder, Device device) throws IOException {
        Checkpoint checkpoint = Checkpoint.open(folder);
        Manifest manifest = checkpoint.manifest();
        List<String> classes = Arrays.stream(Label.values()).map(Label::name).toList();
        if (manifest.architecture() instanceof Architecture.Classifier
                && !manifest.classes().equals(classes)) {
            throw new IOException(folder + ": its classes must be " + classes + ", were " + manifest.classes());
        }
        try (Scope scope = Scope.open()) {
            Network network = checkpoint.classifier(device);
            network.channelsLast();
            int channels = manifest.architecture().channels();
            Judgement judgement = Judgement.of(manifest, checkpoint.weightsHash());
            return new Classifier(network, manifest.input(), channels, judgement, device);
        }
    }

    /** What reports call the model. */
    public String model() {
        return judgement.model();
    }

    /** From which probability a film is called sick, and how that was chosen. */
    public Manifest.OperatingPoint operatingPoint() {
        return judgement.operatingPoint();
    }

    /** The network, for explainers; it stays this classifier's. */
    public Network network() {
        return network;
    }

    /** As {@link #diagnose(List)}, of one film. */
    public Diagnosis diagnose(Film film) {
        return diagnose(List.of(film)).get(0);
    }

    /**
     * The diagnoses of films, in their order. To the rounding of the arithmetic, a film's depends on no other film.
     *
     * @throws ArithmeticException if the network gives a score that is no finite number, naming film and model
     */
    public List<Diagnosis> diagnose(List<Film> films) {
        List<float[]> logits = inBatches(films, batch -> {
            try (Precision precision = Precision.of(device, Libtorch.prefersBfloat16(device))) {
                return rows(network.forward(batch));
            }
        });
        List<Diagnosis> diagnoses = new ArrayList<>();
        for (int i = 0; i < films.size(); i++) {
            diagnoses.add(judgement.of(films.get(i).info().source(), logits.get(i)));
        }
        return diagnoses;
    }

    /**
     * Prepares films as the network's input, batch by batch, and gathers what a function makes of them: without gradients,
     * each batch in a scope of its own.
     *
     * @param function of {@code N x channels x size x size} to N results that are plain Java
     */
    public <R> List<R> inBatches(List<Film> films, Function<Tensor, List<R>> function) {
        List<R> results = new ArrayList<>();
        for (int from = 0; from < films.size(); from += BATCH) {
            List<Film> some = films.subList(from, Math.min(films.size(), from + BATCH));
            try (Scope scope = Scope.open();
                    Gradients off = Gradients.off()) {
                results.addAll(function.apply(batch(some)));
            }
        }
        return results;
    }

    @Override
    public void close() {
        network.close();
    }

    private Tensor batch(List<Film> films) {
        int size = input.size();
        byte[] grey = new byte[films.size() * size * size];
        for (int i = 0; i < films.size(); i++) {
            byte[] film = films.get(i).resized(size, size).bytes();
            System.arraycopy(film, 0, grey, i * film.length, film.length);
        }
        Tensor bytes = Tensors.of(grey, films.size(), size, size).to(device);
        return input.batch(bytes, channels).channelsLast(); // N x channels x size x size
    }

    private static List<float[]> rows(Tensor scores) {
        float[] all = scores.floats();
        int classes = (int) scores.size(1);
        List<float[]> rows = new ArrayList<>();
        for (int from = 0; from < all.length; from += classes) {
            rows.add(Arrays.copyOfRange(all, from, from + classes));
        }
        return rows;
    }
}
