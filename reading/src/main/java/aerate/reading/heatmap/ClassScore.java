package aerate.reading.heatmap;

import aerate.network.Cut;
import aerate.tensor.Gradients;
import aerate.tensor.Tensor;

/** A class's score y before softmax or sigmoid, and its gradient: for heads of one score and of several. */
final class ClassScore {
    private ClassScore() {}

    /**
     * The scores of a class.
     *
     * @param scores {@code N x classes}, or {@code N x 1} of the logit of class 1, whose negative is that of class 0
     * @return {@code N}
     */
    static Tensor of(Tensor scores, int index) {
        if (scores.size(1) > 1) {
            return scores.select(1, index);
        }
        Tensor logit = scores.select(1, 0);
        return index == 1 ? logit : logit.times(-1);
    }

    /**
     * ∂y/∂A, each film's own.
     *
     * @param features A, {@code N x K x h x w}
     * @return {@code N x K x h x w}
     */
    static Tensor gradient(Cut network, Tensor features, int index) {
        Tensor a = features.detach().requiresGradient();
        // No film's score depends on another's features, so the gradient of the sum is each film's own.
        return Gradients.of(of(network.head(a), index).sum(), a);
    }
}
