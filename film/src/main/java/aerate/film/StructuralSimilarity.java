package aerate.film;

/**
 * Structural similarity (Wang et al. 2004, equation 13) over a sliding Gaussian window.
 *
 * <p>A window's statistics are five weighted means: of x, y, x², y² and xy. The window is separable, so each row is
 * filtered once as it comes, and only as many filtered rows are kept as the window is high.
 */
final class StructuralSimilarity {
    private static final int WINDOW = Similarity.SSIM_WINDOW;
    private static final double SIGMA = 1.5;
    private static final double C1 = 0.01 * 0.01; // (K₁ L)², L = 1
    private static final double C2 = 0.03 * 0.03; // (K₂ L)²
    private static final int STATISTICS = 5;

    private final double[] window = gaussian();
    private final double[][][] rows; // the last rows, filtered along x: WINDOW x STATISTICS x positions

    private StructuralSimilarity(int positions) {
        rows = new double[WINDOW][STATISTICS][positions];
    }

    /**
     * The mean over the windows whose middle counts; NaN if none does.
     *
     * @param where true for each pixel that counts, row by row
     */
    static double mean(float[] one, float[] other, int width, int height, boolean[] where) {
        if (width < WINDOW || height < WINDOW) {
            throw new IllegalArgumentException(
                    "films must be at least 11 x 11 pixels to compare structure, were " + width + " x " + height);
        }
        int positions = width - WINDOW + 1;
        StructuralSimilarity similarity = new StructuralSimilarity(positions);
        double sum = 0;
        int count = 0;
        for (int y = 0; y < height; y++) {
            similarity.add(y, one, other, y * width);
            for (int x = 0; y >= WINDOW - 1 && x < positions; x++) {
                if (where[(y - WINDOW / 2) * width + x + WINDOW / 2]) {
                    sum += similarity.at(x, y);
                    count++;
                }
            }
        }
        return sum / count;
    }

    private void add(int y, float[] one, float[] other, int start) {
        double[][] row = rows[y % WINDOW];
        for (int position = 0; position < row[0].length; position++) {
            double meanOne = 0;
            double meanOther = 0;
            double squareOne = 0;
            double squareOther = 0;
            double product = 0;
            for (int k = 0; k < WINDOW; k++) {
                double a = one[start + position + k];
                double b = other[start + position + k];
                double weight = window[k];
                meanOne += weight * a;
                meanOther += weight * b;
                squareOne += weight * a * a;
                squareOther += weight * b * b;
                product += weight * a * b;
            }
            row[0][position] = meanOne;
            row[1][position] = meanOther;
            row[2][position] = squareOne;
            row[3][position] = squareOther;
            row[4][position] = product;
        }
    }

    /** Of the window whose last row is {@code y}. */
    private double at(int x, int y) {
        double meanOne = filtered(0, x, y);
        double meanOther = filtered(1, x, y);
        double varianceOne = filtered(2, x, y) - meanOne * meanOne;
        double varianceOther = filtered(3, x, y) - meanOther * meanOther;
        double covariance = filtered(4, x, y) - meanOne * meanOther;
        return (2 * meanOne * meanOther + C1)
                * (2 * covariance + C2)
                / ((meanOne * meanOne + meanOther * meanOther + C1) * (varianceOne + varianceOther + C2));
    }

    private double filtered(int statistic, int x, int y) {
        double sum = 0;
        for (int k = 0; k < WINDOW; k++) {
            sum += window[k] * rows[(y + 1 + k) % WINDOW][statistic][x];
        }
        return sum;
    }

    private static double[] gaussian() {
        double[] weights = new double[WINDOW];
        double sum = 0;
        for (int k = 0; k < WINDOW; k++) {
            double distance = (k - WINDOW / 2) / SIGMA;
            weights[k] = Math.exp(-distance * distance / 2);
            sum += weights[k];
        }
        for (int k = 0; k < WINDOW; k++) {
            weights[k] /= sum;
        }
        return weights;
    }
}
