package aerate.reading.followup;

/**
 * A similarity of the plane: where each place of one film lies on another. Coordinates are of the square [-1, 1]² over a whole
 * film.
 *
 * @param angle in radians
 * @param logScale logarithm of the scale
 * @param shiftX to the right, in halves of the film's width
 * @param shiftY downwards, in halves of its height
 */
public record Alignment(double angle, double logScale, double shiftX, double shiftY) {
    /** Every place where it is. */
    public static final Alignment NONE = new Alignment(0, 0, 0, 0);

    /** Column of the place of (x, y). */
    double x(double x, double y) {
        return Math.exp(logScale) * (Math.cos(angle) * x - Math.sin(angle) * y) + shiftX;
    }

    /** Row of the place of (x, y). */
    double y(double x, double y) {
        return Math.exp(logScale) * (Math.sin(angle) * x + Math.cos(angle) * y) + shiftY;
    }

    /** The same, one of its four numbers changed: 0 angle, 1 scale, 2 and 3 shifts. */
    Alignment moved(int which, double by) {
        return switch (which) {
            case 0 -> new Alignment(angle + by, logScale, shiftX, shiftY);
            case 1 -> new Alignment(angle, logScale + by, shiftX, shiftY);
            case 2 -> new Alignment(angle, logScale, shiftX + by, shiftY);
            default -> new Alignment(angle, logScale, shiftX, shiftY + by);
        };
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
