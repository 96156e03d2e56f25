package aerate.reading.followup;

/** Sums and means over the square window around each pixel of a grid, as far as it is known and within the grid. */
final class Windows {
    private Windows() {}

    /**
     * The sums of values, from a table of sums over all pixels above and to the left.
     *
     * @param reach pixels from the window's middle to its edge
     */
    static double[] sums(double[] values, int side, int reach) {
        double[] table = new double[(side + 1) * (side + 1)];
        for (int i = 0; i < values.length; i++) {
            int below = (i / side + 1) * (side + 1) + i % side + 1;
            table[below] = values[i] + table[below - 1] + table[below - side - 1] - table[below - side - 2];
        }
        double[] sums = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            int top = Math.max(0, i / side - reach) * (side + 1);
            int bottom = Math.min(side, i / side + reach + 1) * (side + 1);
            int left = Math.max(0, i % side - reach);
            int right = Math.min(side, i % side + reach + 1);
            sums[i] = table[bottom + right] - table[bottom + left] - table[top + right] + table[top + left];
        }
        return sums;
    }

    /** The means of what is known, weighted; NaN where the grid is, and where no weight is near. */
    static float[] means(float[] grid, float[] weights, int side, int reach) {
        double[] weight = new double[grid.length];
        double[] weighted = new double[grid.length];
        for (int i = 0; i < grid.length; i++) {
            if (!Float.isNaN(grid[i])) {
                weight[i] = weights[i];
                weighted[i] = (double) weights[i] * grid[i];
            }
        }
        double[] sums = sums(weighted, side, reach);
        double[] counts = sums(weight, side, reach);
        float[] means = new float[grid.length];
        for (int i = 0; i < grid.length; i++) {
            means[i] = Float.isNaN(grid[i]) || counts[i] < 1e-6 ? Float.NaN : (float) (sums[i] / counts[i]);
        }
        return means;
    }
}
