package aerate.reading.diagnosis;

import aerate.film.Label;
import aerate.network.Architecture;
import aerate.network.Checkpoint;
import aerate.network.Familiarity;
import aerate.network.Inference;
import aerate.network.InputTransform;
import aerate.network.Manifest;
import aerate.network.Network;
import aerate.tensor.Device;
import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * One network of a classifier.
 *
 * @param network for explainers
 * @param inference the same network in the form that judges
 * @param input how films become its input
 * @param channels of its input
 * @param judgement how its scores are read
 * @param familiarity with films, where the checkpoint tells
 */
record Member(
        Network network,
        Inference inference,
        InputTransform input,
        int channels,
        Judgement judgement,
        Optional<Familiarity> familiarity,
        Device device)
        implements AutoCloseable {
    /**
     * Loads a checkpoint.
     *
     * @throws IOException naming what is missing, damaged or of another kind
     */
    static Member open(Path folder, Device device) throws IOException {
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
            return new Member(
                    network,
                    Inference.of(network, device),
                    manifest.input(),
                    manifest.architecture().channels(),
                    Judgement.of(manifest, checkpoint.weightsHash()),
                    checkpoint.familiarity(device),
                    device);
        }
    }

    /**
     * What one network says of one film.
     *
     * @param logits by {@link Label#index()}, the mean of the views
     * @param typicality of the film as it is, where the checkpoint tells
     */
    record Opinion(List<Double> logits, Optional<Typicality> typicality) {}

    /** What it says of a batch, film by film. */
    List<Opinion> opinions(Tensor films, Views views) {
        List<Tensor> logits = new ArrayList<>();
        List<Typicality> typicality = new ArrayList<>();
        for (Tensor view : views.of(films)) {
            Inference.Result result = inference.infer(view);
            logits.add(result.scores());
            if (typicality.isEmpty() && familiarity.isPresent()) { // the first view is the film as it is
                familiarity.get().rank(result.embedding()).stream()
                        .map(rank -> Typicality.of(rank.distance(), rank.share()))
                        .forEach(typicality::add);
            }
        }
        Tensor mean = logits.stream().reduce(Tensor::plus).orElseThrow().over(logits.size());
        double[] all = mean.doubles();
        int classes = (int) mean.size(1);
        List<Opinion> opinions = new ArrayList<>();
        for (int i = 0; i < mean.size(0); i++) {
            opinions.add(new Opinion(
                    DoubleStream.of(all)
                            .skip((long) i * classes)
                            .limit(classes)
                            .boxed()
                            .toList(),
                    typicality.isEmpty() ? Optional.empty() : Optional.of(typicality.get(i))));
        }
        return opinions;
    }

    @Override
    public void close() {
        inference.close();
        network.close();
        familiarity.ifPresent(Familiarity::close);
    }
}
