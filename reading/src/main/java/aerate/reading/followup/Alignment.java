package aerate.reading.followup;

import aerate.film.Film;

/**
 * A turn, a scale, a stretch and a shift: where each place of one film lies on another. Coordinates are of the square
 * [-1, 1]² in which a {@link Grid} holds a film.
 *
 * @param angle in radians
 * @param logScale logarithm of the scale
 * @param logStretch by how much more the logarithm is across, and less downwards
 * @param shiftX to the right, in halves of the square's side
 * @param shiftY downwards
 */
public record Alignment(double angle, double logScale, double logStretch, double shiftX, double shiftY) {
    /** Every place where it is. */
    public static final Alignment NONE = new Alignment(0, 0, 0, 0, 0);

    private static final double MIDDLE = 0.8; // of the square: what a moved film still shows

    /** By how much a patient's films commonly differ; the stretch stands for another angle of the beam. */
    private static final Alignment COMMON = new Alignment(0.12, 0.15, 0.06, 0.2, 0.2);

    /**
     * A square film read through this; black where that lies outside of it.
     *
     * @throws IllegalArgumentException if the film is not square
     */
    public Film moved(Film film) {
        if (film.width() != film.height()) {
            throw new IllegalArgumentException(
                    "a film to move must be square, was " + film.width() + " x " + film.height());
        }
        float[] read = read(film.values(), film.width());
        for (int i = 0; i < read.length; i++) {
            read[i] = Float.isNaN(read[i]) ? 0 : read[i];
        }
        return film.withValues(read);
    }

    /** How far a place of the film's middle lies, on average, from where it was, after this and another; in halves of the side. */
    public double distanceBack(Alignment other) {
        int places = 9; // along a side
        double sum = 0;
        for (int i = 0; i < places * places; i++) {
            int row = i / places;
            double x = MIDDLE * (2.0 * (i % places) / (places - 1) - 1);
            double y = MIDDLE * (2.0 * row / (places - 1) - 1);
            sum += Math.hypot(other.x(x(x, y), y(x, y)) - x, other.y(x(x, y), y(x, y)) - y);
        }
        return sum / (places * places);
    }

    private double x(double x, double y) {
        return Math.exp(logScale + logStretch) * (Math.cos(angle) * x - Math.sin(angle) * y) + shiftX;
    }

    private double y(double x, double y) {
        return Math.exp(logScale - logStretch) * (Math.sin(angle) * x + Math.cos(angle) * y) + shiftY;
    }

    /** How far this is from none, squared, each number measured by what is common. */
    double oddity() {
        return square(angle / COMMON.angle)
                + square(logScale / COMMON.logScale)
                + square(logStretch / COMMON.logStretch)
                + square(shiftX / COMMON.shiftX)
                + square(shiftY / COMMON.shiftY);
    }

    private static double square(double x) {
        return x * x;
    }

    /** The same, its numbers changed in a direction. */
    Alignment towards(Alignment direction, double by) {
        return new Alignment(
                angle + by * direction.angle,
                logScale + by * direction.logScale,
                logStretch + by * direction.logStretch,
                shiftX + by * direction.shiftX,
                shiftY + by * direction.shiftY);
    }

    /**
     * A film read through this: the value of each pixel is that of its place on the film, bilinearly; NaN where that lies
     * outside or next to what is NaN.
     *
     * @param values {@code side x side}, row by row
     */
    float[] read(float[] values, int side) {
        double originX = x(-1, -1); // the map is affine: its first place and its two steps are enough
        double originY = y(-1, -1);
        double acrossX = (x(1, -1) - originX) / 2;
        double acrossY = (y(1, -1) - originY) / 2;
        double downX = (x(-1, 1) - originX) / 2;
        double downY = (y(-1, 1) - originY) / 2;
        float[] read = new float[values.length];
        for (int i = 0; i < read.length; i++) {
            double x = (2 * (i % side) + 1.0) / side; // from 0 to 2
            double y = (2 * (i / side) + 1.0) / side;
            double column = originX + x * acrossX + y * downX;
            double row = originY + x * acrossY + y * downY;
            read[i] = at(values, side, ((column + 1) * side - 1) / 2, ((row + 1) * side - 1) / 2);
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
