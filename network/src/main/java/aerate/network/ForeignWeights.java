package aerate.network;

import aerate.tensor.Gradients;
import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** Weights that torchvision's networks were trained to, for ours of the same parameter names. */
public final class ForeignWeights {
    private ForeignWeights() {}

    /**
     * Fills a network. Where it takes one channel and the file's stem three, the stem is summed over them: a grey film
     * gets the scores that it gets as three equal channels.
     *
     * @param file safetensors
     * @throws IOException naming each tensor that is missing, left over or of another shape
     */
    public static void fill(Network network, Path file) throws IOException {
        try (Scope scope = Scope.open();
                Gradients off = Gradients.off()) {
            Map<String, Tensor> weights = Safetensors.read(file);
            Map<String, Tensor> state = network.state();
            String stem = state.keySet().iterator().next();
            Tensor colour = weights.get(stem);
            if (colour != null
                    && colour.rank() == 4
                    && colour.size(1) == 3
                    && state.get(stem).size(1) == 1) {
                weights.put(stem, colour.sum(1).unsqueeze(1));
            }
            Checkpoint.fill(state, weights, file);
        }
    }
}
