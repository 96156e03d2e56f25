package aerate.film;

/** Resizing by separable weights: the mean over the covered area where an axis shrinks, linear where it grows. */
public final class Resampling {
    private Resampling() {}

    /**
     * Resizes an image, pixel centres at half integers.
     *
     * @param values {@code height x width}, row by row
     * @return {@code newHeight x newWidth}, row by row, within the range of {@code values}
     */
    public static float[] resize(float[] values, int width, int height, int newWidth, int newHeight) {
        if (newWidth < 1 || newHeight < 1) {
            throw new IllegalArgumentException(
                    "a film must be at least 1 x 1 pixels, was " + newWidth + " x " + newHeight);
        }
        float[] rows = new float[newWidth * height];
        Axis horizontal = Axis.of(width, newWidth);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < newWidth; x++) {
                float sum = 0;
                float[] weights = horizontal.weights[x];
                int from = y * width + horizontal.first[x];
                for (int k = 0; k < weights.length; k++) {
                    sum += weights[k] * values[from + k];
                }
                rows[y * newWidth + x] = sum;
            }
        }
        float[] result = new float[newWidth * newHeight];
        Axis vertical = Axis.of(height, newHeight);
        for (int y = 0; y < newHeight; y++) {
            float[] weights = vertical.weights[y];
            for (int k = 0; k < weights.length; k++) {
                int from = (vertical.first[y] + k) * newWidth;
                for (int x = 0; x < newWidth; x++) {
                    result[y * newWidth + x] += weights[k] * rows[from + x];
                }
            }
        }
        return result;
    }

    /** For each target position the first source position and the weights from there on; each row sums to one. */
    private static final class Axis {
        final int[] first;
        final float[][] weights;

        private Axis(int[] first, float[][] weights) {
            this.first = first;
            this.weights = weights;
        }

        static Axis of(int size, int newSize) {
            int[] first = new int[newSize];
            float[][] weights = new float[newSize][];
            for (int i = 0; i < newSize; i++) {
                if (newSize < size) {
                    double from = (double) i * size / newSize;
                    double to = (double) (i + 1) * size / newSize;
                    int start = (int) from;
                    int end = Math.min(size, (int) Math.ceil(to - 1e-9));
                    float[] w = new float[end - start];
                    for (int k = 0; k < w.length; k++) {
                        double covered = Math.min(to, start + k + 1) - Math.max(from, start + k);
                        w[k] = (float) (covered / (to - from));
                    }
                    first[i] = start;
                    weights[i] = w;
                } else {
                    double centre = Math.max(0, Math.min(size - 1, (i + 0.5) * size / newSize - 0.5));
                    int start = (int) Math.min(centre, Math.max(0, size - 2));
                    float share = (float) (centre - start);
                    first[i] = start;
                    weights[i] = size == 1 ? new float[] {1} : new float[] {1 - share, share};
                }
            }
            return new Axis(first, weights);
        }
    }
}
