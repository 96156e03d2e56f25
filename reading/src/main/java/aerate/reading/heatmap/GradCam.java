package aerate.reading.heatmap;

import aerate.network.Network;
import aerate.tensor.Functions;
import aerate.tensor.Gradients;
import aerate.tensor.Tensor;

/**
 * Gradient-weighted class activation map (Selvaraju et al. 2017, equations 1 and 2): α_k = mean over positions of
 * ∂y/∂A^k, L = ReLU(Σ_k α_k A^k), with the class's score y before softmax. For every head.
 */
public record GradCam() implements Explainer {
    @Override
    public String name() {
        return "grad-cam";
    }

    @Override
    public Tensor maps(Network network, Tensor features, int index) {
        Tensor a = features.detach().requiresGradient(); // N x K x h x w
        // No film's score depends on another's features, so the gradient of the sum is each film's own.
        Tensor scores = network.head(a).select(1, index).sum();
        Tensor alpha = Gradients.of(scores, a).mean(2, 3).reshape(a.size(0), a.size(1), 1, 1);
        return Functions.relu(alpha.times(a).sum(1)); // N x h x w
    }
}
