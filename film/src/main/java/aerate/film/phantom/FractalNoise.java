package aerate.film.phantom;

/**
 * Value noise summed over octaves: a smooth random field over the plane, stateless, the same for a seed everywhere.
 *
 * @param seed which field
 * @param frequency lattice cells per unit of length in the coarsest octave
 * @param octaves each has twice the frequency and half the weight of the one before
 */
record FractalNoise(long seed, double frequency, int octaves) {
    FractalNoise {
        if (!(frequency > 0) || octaves < 1) {
            throw new IllegalArgumentException("noise must have a positive frequency and at least one octave, had "
                    + frequency + " and " + octaves);
        }
    }

    /** The field at a point, in (-1, 1), of mean 0. */
    double at(double x, double y) {
        double sum = 0;
        double weights = 0;
        double weight = 1;
        double scale = frequency;
        for (int octave = 0; octave < octaves; octave++) {
            sum += weight * smooth(seed + octave, x * scale, y * scale);
            weights += weight;
            weight *= 0.5;
            scale *= 2;
        }
        return sum / weights;
    }

    /** A network of thin bright lines where the field crosses zero: 1 on a line, falling to 0 beside it. */
    double lines(double x, double y, double thickness) {
        double crossing = Math.abs(at(x, y)) / thickness;
        return crossing < 1 ? 1 - crossing * crossing : 0;
    }

    private static double smooth(long seed, double x, double y) {
        double floorX = Math.floor(x);
        double floorY = Math.floor(y);
        long column = (long) floorX;
        long row = (long) floorY;
        double u = x - floorX;
        double v = y - floorY;
        u *= u * (3 - 2 * u);
        v *= v * (3 - 2 * v);
        double upper = lattice(seed, column, row) * (1 - u) + lattice(seed, column + 1, row) * u;
        double lower = lattice(seed, column, row + 1) * (1 - u) + lattice(seed, column + 1, row + 1) * u;
        return upper * (1 - v) + lower * v;
    }

    /** White noise on the integer lattice, uniform in [-1, 1). */
    static double lattice(long seed, long column, long row) {
        long hash = seed * 0x9E3779B97F4A7C15L + column * 0xC2B2AE3D27D4EB4FL + row * 0x165667B19E3779F9L;
        hash = (hash ^ (hash >>> 32)) * 0xD6E8FEB86659FD93L;
        hash = (hash ^ (hash >>> 32)) * 0xD6E8FEB86659FD93L;
        return (hash ^ (hash >>> 32)) * 0x1p-63;
    }
}
