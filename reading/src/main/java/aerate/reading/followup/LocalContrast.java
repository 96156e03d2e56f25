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
        double[] count = Windows.sums(known, side, reach);
        double[] sums = Windows.sums(sum, side, reach);
        double[] squares = Windows.sums(square, side, reach);
        float[] contrast = new float[grid.length];
        for (int i = 0; i < grid.length; i++) {
            double mean = sums[i] / count[i];
            double deviation = Math.sqrt(Math.max(0, squares[i] / count[i] - mean * mean));
            contrast[i] = (float) ((grid[i] - mean) / (deviation + LEAST_DEVIATION));
        }
        return contrast;
    }
}
