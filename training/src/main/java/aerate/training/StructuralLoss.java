package aerate.training;

import aerate.tensor.Device;
import aerate.tensor.Functions;
import aerate.tensor.Precision;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;

/**
 * Structural similarity (Wang et al. 2004, equation 13) that can be descended: {@code Similarity.ssim} of a batch, as a
 * tensor.
 */
final class StructuralLoss {
    private static final int WINDOW = 11;
    private static final double SIGMA = 1.5;
    private static final double C1 = 0.01 * 0.01; // (K₁ L)², L = 1
    private static final double C2 = 0.03 * 0.03; // (K₂ L)²

    private StructuralLoss() {}

    /**
     * Mean similarity over films and positions, one element in [-1, 1].
     *
     * @param one {@code N x 1 x H x W}, brightness with black 0 and white 1, at least 11 x 11
     * @param other of the same shape
     */
    static Tensor similarity(Tensor one, Tensor other) {
        long films = one.size(0);
        // In float32: variances are small differences of large numbers.
        try (Precision precision = Precision.float32(one.device())) {
            Tensor all = Tensors.concatenate(0, one, other, one.square(), other.square(), one.times(other));
            Tensor window = window(one.device());
            Tensor rows = Functions.conv2d(all, window, null, 1, 0, 0);
            Tensor means = Functions.conv2d(rows, window.transpose(2, 3), null, 1, 0, 0); // 5N x 1 x H-10 x W-10
            Tensor a = means.narrow(0, 0, films);
            Tensor b = means.narrow(0, films, films);
            Tensor varianceA = means.narrow(0, 2 * films, films).minus(a.square());
            Tensor varianceB = means.narrow(0, 3 * films, films).minus(b.square());
            Tensor covariance = means.narrow(0, 4 * films, films).minus(a.times(b));
            Tensor luminance = a.times(b)
                    .times(2)
                    .plus(C1)
                    .over(a.square().plus(b.square()).plus(C1));
            Tensor variances = varianceA.plus(varianceB).clamp(0, Float.MAX_VALUE); // rounding may take it below
            Tensor structure = covariance.times(2).plus(C2).over(variances.plus(C2));
            return luminance.times(structure).mean();
        }
    }

    private static Tensor window(Device device) {
        float[] weights = new float[WINDOW];
        double sum = 0;
        for (int i = 0; i < WINDOW; i++) {
            double x = i - WINDOW / 2;
            weights[i] = (float) Math.exp(-x * x / (2 * SIGMA * SIGMA));
            sum += weights[i];
        }
        return Tensors.of(weights, 1, 1, 1, WINDOW).over(sum).to(device);
    }
}
