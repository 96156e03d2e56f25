package aerate.reading.heatmap;

import aerate.network.Cut;
import aerate.tensor.Tensor;

/**
 * High-resolution class activation map (Draelos &amp; Carin 2020, arXiv 2011.08891, equation 4): L = Σ_k ∂y/∂A^k ⊙ A^k, the
 * gradient not averaged, so that each position keeps its own; negative where it speaks against the class.
 */
public record HiResCam() implements ActivationMap {
    @Override
    public String name() {
        return "hires-cam";
    }

    @Override
    public Tensor maps(Cut network, Tensor features, int index) {
        return ClassScore.gradient(network, features, index).times(features).sum(1); // N x h x w
    }
}
