package aerate.report;

/**
 * A figure with its interval.
 *
 * @param low at most {@code value}
 * @param high at least {@code value}
 */
public record Interval(double value, double low, double high) {
    public Interval {
        if (!(low <= value && value <= high)) {
            throw new IllegalArgumentException(
                    "an interval must hold its value, was " + value + " in [" + low + ", " + high + "]");
        }
    }
}
