package aerate.reading.course;

/** Gaussian smoothing of a grid, its window cut at 3 sigma and at the grid's edges, where the rest weighs more. */
final class Blur {
    private Blur() {}

    /** The smoothed grid, row by row, within the range of the values; exactly 0 where nothing else is within 3 sigma. */
    static float[] gaussian(float[] values, int width, int height, double sigma) {
        if (sigma == 0) {
            return values.clone();
        }
        double[] window = new double[(int) Math.ceil(3 * sigma) + 1];
        for (int k = 0; k < window.length; k++) {
            window[k] = Math.exp(-k * k / (2 * sigma * sigma));
        }
        float[] rows = alongLines(values, width, height, 1, width, window);
        return alongLines(rows, height, width, width, 1, window);
    }

    /** Smooths {@code lines} lines of {@code length} values each: {@code step} apart within a line, {@code next} between. */
    private static float[] alongLines(float[] values, int length, int lines, int step, int next, double[] window) {
        float[] smooth = new float[values.length];
        for (int line = 0; line < lines; line++) {
            for (int i = 0; i < length; i++) {
                double sum = 0;
                double weight = 0;
                for (int j = Math.max(0, i - window.length + 1); j < Math.min(length, i + window.length); j++) {
                    double w = window[Math.abs(i - j)];
                    sum += w * values[line * next + j * step];
                    weight += w;
                }
                smooth[line * next + i * step] = (float) Math.min(1, sum / weight);
            }
        }
        return smooth;
    }
}
