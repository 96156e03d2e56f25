package aerate.reading.followup;

/**
 * A rotation, a scale for each axis and a shift: where each place of one film lies on another. Coordinates are of the square [-1, 1]² over a whole
 * film.
 *
 * @param angle in radians
 * @param logWidth logarithm of the scale across
 * @param logHeight logarithm of the scale downwards
 * @param shiftX to the right, in halves of the film's width
 * @param shiftY downwards, in halves of its height
 */
public record Alignment(double angle, double logWidth, double logHeight, double shiftX, double shiftY) {
    /** Every place where it is. */
    public static final Alignment NONE = new Alignment(0, 0, 0, 0, 0);

    /** Column of the place of (x, y). */
    double x(double x, double y) {
        return Math.exp(logWidth) * (Math.cos(angle) * x - Math.sin(angle) * y) + shiftX;
    }

    /** Row of the place of (x, y). */
    double y(double x, double y) {
        return Math.exp(logHeight) * (Math.sin(angle) * x + Math.cos(angle) * y) + shiftY;
    }

    /** The same, its numbers changed in a direction. */
    Alignment moved(double[] direction, double by) {
        return new Alignment(
                angle + by * direction[0],
                logWidth + by * direction[1],
                logHeight + by * direction[2],
                shiftX + by * direction[3],
                shiftY + by * direction[4]);
    }

    /**
     * A film read through this: the value of each pixel is that of its place on the film, bilinearly; NaN where that lies
     * outside.
     *
     * @param values {@code side x side}, row by row
     */
    float[] read(float[] values, int side) {
        float[] read = new float[values.length];
        for (int i = 0; i < read.length; i++) {
            double x = (2 * (i % side) + 1.0) / side - 1;
            double y = (2 * (i / side) + 1.0) / side - 1;
            read[i] = at(values, side, ((x(x, y) + 1) * side - 1) / 2, ((y(x, y) + 1) * side - 1) / 2);
        }
        return read;
    }

    private static float at(float[] values, int side, double column, double row) {
        if (!(column >= 0 && column <= side - 1 && row >= 0 && row <= side - 1)) {
            return Float.NaN;
        }
        int left = Math.min((int) column, side - 2);
        int top = Math.min((int) row, side - 2);
        double right = column - left;
        double below = row - top;
        int i = top * side + left;
        double upper = values[i] * (1 - right) + values[i + 1] * right;
        double lower = values[i + side] * (1 - right) + values[i + side + 1] * right;
        return (float) (upper * (1 - below) + lower * below);
    }
}
