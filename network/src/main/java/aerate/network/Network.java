package aerate.network;

import aerate.tensor.DataType;
import aerate.tensor.Functions;
import aerate.tensor.Tensor;
import aerate.tensor.layer.Layer;
import java.util.Optional;

/**
 * A classifier in two halves, so that an explainer can stand between them: libtorch has no hooks that would let it in.
 */
public abstract class Network extends Layer {
    private static final double TINY = 1e-12; // a film that excites nothing has no direction

    /** Films {@code N x channels x H x W} to the last feature map, {@code N x K x h x w}, not negative. */
    public abstract Tensor features(Tensor films);

    /** The last feature map to class scores before softmax, {@code N x classes}. */
    public abstract Tensor head(Tensor features);

    /** Films to class scores before softmax, {@code N x classes}. */
    @Override
    public final Tensor forward(Tensor films) {
        return head(features(films));
    }

    /**
     * What the network sees in films as one vector each: the mean of the last feature map over its positions, at unit
     * length, {@code N x K}, float32. Films that look alike to it lie near each other.
     */
    public final Tensor embedding(Tensor features) {
        Tensor mean = Functions.globalAveragePool(features.to(DataType.FLOAT32)).reshape(features.size(0), -1);
        Tensor length = mean.square().sum(1).sqrt().reshape(features.size(0), 1);
        return mean.over(length.clamp(TINY, Double.MAX_VALUE));
    }

    /** As {@link #forward}, with the scores of an auxiliary head where the network has one, which only a loss wants. */
    public TrainingScores trainingScores(Tensor films) {
        return new TrainingScores(forward(films), Optional.empty());
    }

    /**
     * The weights {@code classes x K} of a head that is global average pooling straight into the scores, which is what
     * class activation maps need; empty for any other head.
     */
    public abstract Optional<Tensor> classWeights();
}
