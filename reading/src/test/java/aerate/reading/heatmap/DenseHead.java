package aerate.reading.heatmap;

import aerate.network.Network;
import aerate.tensor.Functions;
import aerate.tensor.Gradients;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import aerate.tensor.layer.Linear;
import java.util.Map;
import java.util.Optional;

/** A network whose last feature maps are its films, under two dense layers that see every position by its own weight. */
final class DenseHead extends Network {
    private final Linear hidden;
    private final Linear scores;

    private DenseHead(int inputs, int width, int classes) {
        this.hidden = child("classifier.0", Linear.of(inputs, width));
        this.scores = child("classifier.2", Linear.of(width, classes));
    }

    /**
     * A head of the given weights.
     *
     * @param w1 {@code width x inputs}
     * @param b1 {@code width}
     * @param w2 {@code classes x width}
     * @param b2 {@code classes}
     */
    static DenseHead of(float[] w1, float[] b1, float[] w2, float[] b2) {
        DenseHead network = new DenseHead(w1.length / b1.length, b1.length, b2.length);
        Map<String, float[]> values = Map.of(
                "classifier.0.weight", w1, "classifier.0.bias", b1, "classifier.2.weight", w2, "classifier.2.bias", b2);
        try (Gradients off = Gradients.off()) {
            network.parameters().forEach((name, tensor) -> tensor.assign(Tensors.of(values.get(name), tensor.shape())));
        }
        return network;
    }

    @Override
    public Tensor features(Tensor films) {
        return films;
    }

    @Override
    public Tensor head(Tensor features) {
        Tensor flat = features.reshape(features.size(0), -1);
        return scores.forward(Functions.relu(hidden.forward(flat)));
    }

    @Override
    public Optional<Tensor> classWeights() {
        return Optional.empty();
    }
}
