package aerate.reading.heatmap;

import aerate.network.Cut;
import aerate.tensor.Functions;
import aerate.tensor.Tensor;

/**
 * Grad-CAM++ (Chattopadhay et al. 2018, arXiv 1710.11063, equations 10 and 19, for a score of exponential activation): with
 * g = ∂y/∂A^k, a = g² / (2g² + g³ Σ A^k + 1e-6) at each position, w_k = Σ a ReLU(g), L = ReLU(Σ_k w_k A^k).
 */
public record GradCamPlusPlus() implements ActivationMap {
    private static final double EPSILON = 1e-6;

    @Override
    public String name() {
        return "grad-cam++";
    }

    @Override
    public Tensor maps(Cut network, Tensor features, int index) {
        // Only where g is positive does a count, and only there is its denominator sure to be: no 0 · ∞ elsewhere.
        Tensor g = Functions.relu(ClassScore.gradient(network, features, index));
        Tensor total = features.sum(2, 3).unsqueeze(2).unsqueeze(3); // N x K x 1 x 1
        Tensor square = g.square();
        Tensor a =
                square.over(square.times(2).plus(square.times(g).times(total)).plus(EPSILON));
        Tensor weights = a.times(g).sum(2, 3).unsqueeze(2).unsqueeze(3);
        return Functions.relu(weights.times(features).sum(1)); // N x h x w
    }
}
