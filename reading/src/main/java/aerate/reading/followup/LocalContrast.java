package aerate.reading.followup;

/**
 * A film less its local mean, by its local deviation: what is left are edges of bones, of the heart and of devices, whatever the
 * exposure. Large opacities, which come and go, count less than ribs, which stay.
 */
final class LocalContrast {
    private static final int PARTS = 10; // of a side, half of a window

    /** A tenth of the deviation of a film's bony parts: where there is less, contrast is noise and is not raised. */
    private static final double LEAST_DEVIATION = 0.01;

    private LocalContrast() {}

    /** NaN where the grid is. */
    static float[] of(float[] grid, int side) {
        double[] known = new double[grid.length];
        double[] sum = new double[grid.length];
        double[] square = new double[grid.length];
        for (int i = 0; i < grid.length; i++) {
            if (!Float.isNaN(grid[i])) {
                known[i] = 1;
                sum[i] = grid[i];
                square[i] = (double) grid[i] * grid[i];
            }
        }
        int reach = Math.max(1, side / PARTS);
        double[] count = windows(known, side, reach);
        double[] sums = windows(sum, side, reach);
        double[] squares = windows(square, side, reach);
        float[] contrast = new float[grid.length];
        for (int i = 0; i < grid.length; i++) {
            double mean = sums[i] / count[i];
            double deviation = Math.sqrt(Math.max(0, squares[i] / count[i] - mean * mean));
            contrast[i] = (float) ((grid[i] - mean) / (deviation + LEAST_DEVIATION));
        }
        return contrast;
    }

    /** The sum over the window around each pixel, from a table of sums over all pixels above and to the left. */
    private static double[] windows(double[] values, int side, int reach) {
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
}
