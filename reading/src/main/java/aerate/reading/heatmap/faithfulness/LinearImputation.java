package aerate.reading.heatmap.faithfulness;

/**
 * Fills removed pixels so that each is the weighted mean of its eight neighbours, 1/6 beside and 1/12 diagonally (Rong et
 * al. 2022, arXiv 2202.00449, section 4.2; at the border the neighbours there are weigh more): no edge is left that would
 * tell where pixels are missing. Solved by conjugate gradients (Hestenes &amp; Stiefel 1952).
 */
final class LinearImputation {
    private static final double BESIDE = 1.0 / 6;
    private static final double DIAGONAL = 1.0 / 12;
    private static final double TOLERANCE = 1e-4; // of the residual's norm to the right-hand side's
    private static final int MOST_ITERATIONS = 2000;

    private final int stride; // rows have a pixel of padding at either side, the image a row above and below
    private final int[] removed; // places in the padded image
    private final double[] image; // padded
    private final double[] diagonal; // of the system's matrix, for each removed pixel

    private LinearImputation(float[] values, int width, int height, boolean[] mask) {
        stride = width + 2;
        image = new double[stride * (height + 2)];
        boolean[] inside = new boolean[image.length];
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            int place = (i / width + 1) * stride + i % width + 1;
            inside[place] = true;
            image[place] = mask[i] ? 0 : values[i];
            count += mask[i] ? 1 : 0;
        }
        removed = new int[count];
        diagonal = new double[count];
        double[] ones = new double[image.length];
        for (int place = 0; place < ones.length; place++) {
            ones[place] = inside[place] ? 1 : 0;
        }
        int next = 0;
        for (int i = 0; i < values.length; i++) {
            if (mask[i]) {
                removed[next] = (i / width + 1) * stride + i % width + 1;
                diagonal[next] = around(ones, removed[next]);
                next++;
            }
        }
    }

    /**
     * The image with the removed pixels filled.
     *
     * @param values row by row
     * @param removed true for each pixel to fill, row by row; at least one must stay
     */
    static float[] fill(float[] values, int width, int height, boolean[] removed) {
        LinearImputation system = new LinearImputation(values, width, height, removed);
        double[] solution = system.solve();
        float[] filled = values.clone();
        int next = 0;
        for (int i = 0; i < filled.length; i++) {
            if (removed[i]) {
                filled[i] = (float) solution[next++];
            }
        }
        return filled;
    }

    private double[] solve() {
        double[] solution = new double[removed.length];
        double[] residual = new double[removed.length];
        double[] direction = new double[image.length]; // padded: 0 wherever nothing is to be filled
        double[] product = new double[removed.length];
        double square = 0;
        for (int i = 0; i < removed.length; i++) {
            residual[i] = around(image, removed[i]);
            direction[removed[i]] = residual[i];
            square += residual[i] * residual[i];
        }
        double enough = square * TOLERANCE * TOLERANCE;
        for (int iteration = 0; iteration < MOST_ITERATIONS && square > enough; iteration++) {
            double curvature = 0;
            for (int i = 0; i < removed.length; i++) {
                double along = direction[removed[i]];
                product[i] = diagonal[i] * along - around(direction, removed[i]);
                curvature += along * product[i];
            }
            double step = square / curvature;
            double before = square;
            square = 0;
            for (int i = 0; i < removed.length; i++) {
                solution[i] += step * direction[removed[i]];
                residual[i] -= step * product[i];
                square += residual[i] * residual[i];
            }
            for (int i = 0; i < removed.length; i++) {
                direction[removed[i]] = residual[i] + square / before * direction[removed[i]];
            }
        }
        return solution;
    }

    private double around(double[] padded, int place) {
        int above = place - stride;
        int below = place + stride;
        return BESIDE * (padded[place - 1] + padded[place + 1] + padded[above] + padded[below])
                + DIAGONAL * (padded[above - 1] + padded[above + 1] + padded[below - 1] + padded[below + 1]);
    }
}
