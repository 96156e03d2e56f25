package aerate.reading.heatmap;

import aerate.network.Network;
import aerate.tensor.Functions;
import aerate.tensor.Gradients;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import aerate.tensor.layer.Linear;
import java.util.Optional;

/** A network whose last feature maps are its films, under global average pooling and known weights. */
final class HandMade extends Network {
    private final Linear scores;
    private final boolean squared;

    private HandMade(int channels, boolean squared, float... weights) {
        this.scores = child("classifier", Linear.of(channels, weights.length / channels));
        this.squared = squared;
        try (Gradients off = Gradients.off()) {
            scores.weight().assign(Tensors.of(weights, weights.length / channels, channels));
        }
    }

    /**
     * Pooling straight into the scores.
     *
     * @param weights {@code classes x channels}
     */
    static HandMade linear(int channels, float... weights) {
        return new HandMade(channels, false, weights);
    }

    /** Pooled values are squared on the way to the scores: a head that has no class weights. */
    static HandMade squared(int channels, float... weights) {
        return new HandMade(channels, true, weights);
    }

    @Override
    public Tensor features(Tensor films) {
        return films;
    }

    @Override
    public Tensor head(Tensor features) {
        Tensor pooled = Functions.globalAveragePool(features);
        return scores.forward(squared ? pooled.square() : pooled);
    }

    @Override
    public Optional<Tensor> classWeights() {
        return squared ? Optional.empty() : Optional.of(scores.weight());
    }
}
