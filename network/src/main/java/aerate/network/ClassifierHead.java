package aerate.network;

import aerate.tensor.Functions;
import aerate.tensor.Tensor;
import aerate.tensor.layer.Layer;
import aerate.tensor.layer.Linear;
import java.util.Optional;

/** Global average pooling and one linear layer, or two with ReLU between: {@code N x K x h x w} to {@code N x classes}. */
final class ClassifierHead extends Layer {
    private final Linear hidden;
    private final Linear scores;
    private final double dropout;

    private ClassifierHead(Linear hidden, Linear scores, double dropout) {
        this.hidden = hidden;
        this.scores = scores;
        this.dropout = dropout;
    }

    /**
     * A head of the given width.
     *
     * @param hidden units of the layer between, 0 for none
     */
    static ClassifierHead of(int features, int hidden, int classes) {
        return named("classifier", features, hidden, classes, 0);
    }

    /**
     * As {@link #of}.
     *
     * @param name of its parameters
     * @param dropout of the pooled features, in [0, 1)
     */
    static ClassifierHead named(String name, int features, int hidden, int classes, double dropout) {
        if (hidden == 0) {
            ClassifierHead head = new ClassifierHead(null, Linear.of(features, classes), dropout);
            head.child(name, head.scores);
            return head;
        }
        ClassifierHead head = new ClassifierHead(Linear.of(features, hidden), Linear.of(hidden, classes), dropout);
        head.child(name + ".0", head.hidden);
        head.child(name + ".2", head.scores);
        return head;
    }

    @Override
    public Tensor forward(Tensor features) {
        Tensor pooled = Functions.dropout(Functions.globalAveragePool(features), dropout, isTraining());
        return scores.forward(hidden == null ? pooled : Functions.relu(hidden.forward(pooled)));
    }

    Optional<Tensor> classWeights() {
        return hidden == null ? Optional.of(scores.weight()) : Optional.empty();
    }
}
