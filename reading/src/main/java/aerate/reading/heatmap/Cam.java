package aerate.reading.heatmap;

import aerate.network.Network;
import aerate.tensor.Tensor;
import java.util.List;

/**
 * Class activation map (Zhou et al. 2016, equation 2): L = Σ_k w_k A^k with the weights w of the class's score. For heads
 * that are global average pooling straight into the scores.
 */
public record Cam() implements Explainer {
    @Override
    public String name() {
        return "cam";
    }

    @Override
    public Tensor maps(Network network, Tensor features, int index) {
        Tensor weights = network.classWeights()
                .orElseThrow(() -> new IllegalArgumentException(
                        "cam needs a head that is global average pooling straight into the scores, but this one has "
                                + head(network) + "; grad-cam works with every head"));
        return weights.select(0, index).reshape(1, -1, 1, 1).times(features).sum(1); // N x h x w
    }

    private static List<String> head(Network network) {
        return network.parameters().keySet().stream()
                .filter(name -> name.startsWith("classifier.") || name.startsWith("fc."))
                .toList();
    }
}
