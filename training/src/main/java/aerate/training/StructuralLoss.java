package aerate.training;

import aerate.tensor.Device;
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
            Tensor rows = all.matmul(windows(all.size(3), all.device()));
            Tensor means = rows.transpose(2, 3).matmul(windows(all.size(2), all.device())); // 5N x 1 x W-10 x H-10
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

    /** A window at each of its places along a line, as the columns of a band matrix: {@code length x length-10}. */
    private static Tensor windows(long length, Device device) {
        double[] window = new double[WINDOW];
        double sum = 0;
        for (int i = 0; i < WINDOW; i++) {
            double x = i - WINDOW / 2;
            window[i] = Math.exp(-x * x / (2 * SIGMA * SIGMA));
            sum += window[i];
        }
        int places = Math.toIntExact(length) - WINDOW + 1;
        float[] band = new float[Math.toIntExact(length) * places];
        for (int place = 0; place < places; place++) {
            for (int i = 0; i < WINDOW; i++) {
                band[(place + i) * places + place] = (float) (window[i] / sum);
            }
        }
        return Tensors.of(band, length, places).to(device);
    }
}
