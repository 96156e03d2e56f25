package aerate.training.augmentation;

import aerate.tensor.Tensor;
import aerate.tensor.Tensors;

/**
 * Gaussian filtering as two matrix products: kernel and border rule together are one matrix for each axis, which serves
 * kernels longer than the film as well. The kernel ends at four deviations, as SciPy's does.
 */
final class Gaussian {
    private static final double DEVIATIONS = 4;

    /** What is taken to lie beyond the edge of {@code a b c}. */
    enum Border {
        /** {@code c b | a b c | b a}: OpenCV's reflect-101. */
        MIRROR,
        /** {@code b a | a b c | c b}: SciPy's reflect. */
        REPEATED_MIRROR
    }

    private Gaussian() {}

    /**
     * Filters along the last two axes.
     *
     * @param values {@code … x H x W}
     * @param sigma deviation in pixels, at least 0; 0 leaves all as it is
     */
    static Tensor blur(Tensor values, double sigma, Border border) {
        int height = (int) values.size(-2);
        int width = (int) values.size(-1);
        Tensor rows = matrix(height, sigma, border);
        Tensor columns = height == width ? rows : matrix(width, sigma, border);
        return rows.matmul(values).matmul(columns.transpose(0, 1));
    }

    /** The weights of every old position (column) in every new one (row); rows sum to one. */
    private static Tensor matrix(int size, double sigma, Border border) {
        int radius = (int) (DEVIATIONS * sigma + 0.5);
        double[] kernel = kernel(radius, sigma);
        float[] weights = new float[size * size];
        for (int row = 0; row < size; row++) {
            for (int k = -radius; k <= radius; k++) {
                weights[row * size + inside(row + k, size, border)] += (float) kernel[k + radius];
            }
        }
        return Tensors.of(weights, size, size);
    }

    private static double[] kernel(int radius, double sigma) {
        double[] kernel = new double[2 * radius + 1];
        double sum = 0;
        for (int k = -radius; k <= radius; k++) {
            kernel[k + radius] = k == 0 ? 1 : Math.exp(-0.5 * k * k / (sigma * sigma));
            sum += kernel[k + radius];
        }
        for (int k = 0; k < kernel.length; k++) {
            kernel[k] /= sum;
        }
        return kernel;
    }

    /** The position that a position beyond an edge shows. */
    private static int inside(int position, int size, Border border) {
        int repeated = border == Border.REPEATED_MIRROR ? 1 : 0;
        int period = Math.max(1, 2 * (size - 1 + repeated));
        int folded = Math.floorMod(position, period);
        return folded < size ? folded : period - folded - repeated;
    }
}
