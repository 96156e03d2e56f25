package aerate.reading.heatmap;

import aerate.network.Cut;
import aerate.tensor.Functions;
import aerate.tensor.Tensor;

/**
 * Gradient-weighted class activation map (Selvaraju et al. 2017, arXiv 1610.02391, equations 1 and 2): α_k = mean over
 * positions of ∂y/∂A^k, L = ReLU(Σ_k α_k A^k), with the class's score y before softmax. For every head.
 */
public record GradCam() implements ActivationMap {
    @Override
    public String name() {
        return "grad-cam";
    }

    @Override
    public Tensor maps(Cut network, Tensor features, int index) {
        Tensor alpha = ClassScore.gradient(network, features, index).mean(2, 3); // N x K
        Tensor weights = alpha.unsqueeze(2).unsqueeze(3);
        return Functions.relu(weights.times(features).sum(1)); // N x h x w
    }
}
