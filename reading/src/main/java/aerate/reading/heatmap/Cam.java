package aerate.reading.heatmap;

import aerate.network.Cut;
import aerate.network.Network;
import aerate.tensor.Tensor;
import java.util.List;

/**
 * Class activation map (Zhou et al. 2016, arXiv 1512.04150, equation 2): L = Σ_k w_k A^k with the weights w of the class's
 * score. For heads that are global average pooling straight into the scores.
 */
public record Cam() implements ActivationMap {
    @Override
    public String name() {
        return "cam";
    }

    @Override
    public boolean needsPooledHead() {
        return true;
    }

    @Override
    public Tensor maps(Cut network, Tensor features, int index) {
        Tensor weights = network.classWeights()
                .orElseThrow(() -> new IllegalArgumentException(
                        "cam needs a head that is global average pooling straight into the scores, but this one has "
                                + between(network) + "; grad-cam works with every head"));
        return ClassScore.of(weights.transpose(0, 1), index) // K
                .reshape(1, -1, 1, 1)
                .times(features)
                .sum(1); // N x h x w
    }

    private static String between(Cut cut) {
        if (!(cut instanceof Network network)) {
            return "layers before the pooling";
        }
        List<String> head = network.parameters().keySet().stream()
                .filter(name -> name.startsWith("classifier.") || name.startsWith("fc."))
                .toList();
        return head.toString();
    }
}
