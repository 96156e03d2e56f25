package aerate.diffusion;

import java.util.SplittableRandom;

/**
 * Simplex noise (Perlin 2001; the construction of Gustavson 2005, "Simplex noise demystified", in three dimensions): smooth,
 * without a direction, of one wavelength. Every corner of a lattice of tetrahedra has a gradient, and a point sums the four
 * ramps around it, each of which fades out before it would reach the next tetrahedron.
 */
final class SimplexNoise {
    /** Standard deviation over all points, by SimplexNoiseTest. */
    static final double DEVIATION = 0.393;

    private static final int[][] GRADIENTS = {
        {1, 1, 0}, {-1, 1, 0}, {1, -1, 0}, {-1, -1, 0}, {1, 0, 1}, {-1, 0, 1},
        {1, 0, -1}, {-1, 0, -1}, {0, 1, 1}, {0, -1, 1}, {0, 1, -1}, {0, -1, -1}
    };
    private static final int PERIOD = 256;
    private static final double SKEW = 1.0 / 3; // from cubes, whose corners are whole numbers, to tetrahedra
    private static final double UNSKEW = 1.0 / 6;
    private static final double REACH = 0.5; // squared, of a ramp
    private static final double SCALE = 76.9; // to [-1, 1]

    private final int[] permutation = new int[PERIOD];

    /** A field of its own for each seed. */
    SimplexNoise(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < PERIOD; i++) { // Fisher and Yates
            int j = random.nextInt(i + 1);
            permutation[i] = permutation[j];
            permutation[j] = i;
        }
    }

    /** The field's value, in [-1, 1], 0 at the origin. */
    double at(double x, double y, double z) {
        double skewed = (x + y + z) * SKEW;
        int i = (int) Math.floor(x + skewed);
        int j = (int) Math.floor(y + skewed);
        int k = (int) Math.floor(z + skewed);
        double back = (i + j + k) * UNSKEW;
        double x0 = x - (i - back); // from the cube's first corner
        double y0 = y - (j - back);
        double z0 = z - (k - back);
        // The tetrahedron's way from that corner to the opposite one: along the greatest distance first.
        int firstI = x0 >= y0 && x0 >= z0 ? 1 : 0;
        int firstJ = y0 > x0 && y0 >= z0 ? 1 : 0;
        int firstK = 1 - firstI - firstJ;
        int lastI = x0 < y0 && x0 < z0 ? 1 : 0;
        int lastJ = y0 <= x0 && y0 < z0 ? 1 : 0;
        int lastK = 1 - lastI - lastJ;
        double sum = ramp(i, j, k, x0, y0, z0)
                + corner(i, j, k, firstI, firstJ, firstK, x0, y0, z0)
                + corner(i, j, k, 1 - lastI, 1 - lastJ, 1 - lastK, x0, y0, z0)
                + corner(i, j, k, 1, 1, 1, x0, y0, z0);
        return SCALE * sum;
    }

    private double corner(int i, int j, int k, int di, int dj, int dk, double x0, double y0, double z0) {
        double back = (di + dj + dk) * UNSKEW;
        return ramp(i + di, j + dj, k + dk, x0 - di + back, y0 - dj + back, z0 - dk + back);
    }

    private double ramp(int i, int j, int k, double x, double y, double z) {
        double near = REACH - x * x - y * y - z * z;
        if (near <= 0) {
            return 0;
        }
        int[] gradient = GRADIENTS[hash(i + hash(j + hash(k))) % GRADIENTS.length];
        return near * near * near * near * (gradient[0] * x + gradient[1] * y + gradient[2] * z);
    }

    private int hash(int number) {
        return permutation[number & (PERIOD - 1)];
    }
}
