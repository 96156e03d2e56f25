package aerate.film.codec;

/** The inverse of the 8 x 8 cosine transform (T.81, A.3.3), by its definition: as exact as floating point is. */
final class InverseDct {
    static final int SIDE = 8;

    /** By place and frequency: {@code C(u) / 2 cos((2 x + 1) u pi / 16)}. */
    private static final float[] BASIS = basis();

    private InverseDct() {}

    /**
     * Turns frequencies into samples, in place, row by row.
     *
     * @param block 64 coefficients
     * @param scratch 64 places
     */
    static void invert(float[] block, float[] scratch) {
        turn(block, scratch);
        turn(scratch, block);
    }

    /** Transforms each row and writes it as a column, so that doing it twice transforms both and turns none. */
    private static void turn(float[] from, float[] to) {
        for (int row = 0; row < SIDE; row++) {
            for (int x = 0; x < SIDE; x++) {
                float sum = 0;
                for (int u = 0; u < SIDE; u++) {
                    sum += BASIS[x * SIDE + u] * from[row * SIDE + u];
                }
                to[x * SIDE + row] = sum;
            }
        }
    }

    private static float[] basis() {
        float[] basis = new float[SIDE * SIDE];
        for (int x = 0; x < SIDE; x++) {
            for (int u = 0; u < SIDE; u++) {
                double scale = u == 0 ? Math.sqrt(0.5) : 1;
                basis[x * SIDE + u] = (float) (scale / 2 * Math.cos((2 * x + 1) * u * Math.PI / 16));
            }
        }
        return basis;
    }
}
