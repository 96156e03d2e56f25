package aerate.reading.heatmap;

import aerate.network.Cut;
import aerate.tensor.Functions;
import aerate.tensor.Tensor;

/**
 * LayerCAM (Jiang et al. 2021, IEEE Transactions on Image Processing 30, equations 6 to 8): L = ReLU(Σ_k ReLU(∂y/∂A^k) ⊙
 * A^k), made for finer layers than the last, where one weight for a whole map is too few.
 */
public record LayerCam() implements ActivationMap {
    @Override
    public String name() {
        return "layer-cam";
    }

    @Override
    public Tensor maps(Cut network, Tensor features, int index) {
        Tensor weights = Functions.relu(ClassScore.gradient(network, features, index));
        return Functions.relu(weights.times(features).sum(1)); // N x h x w
    }
}
