package aerate.training.metrics;

/**
 * A figure and its 95 % interval; all three are NaN where the figure is not defined on the films at hand, such as a
 * sensitivity without sick films.
 *
 * @param value on all films
 * @param low 2.5th percentile over the resamples
 * @param high 97.5th percentile over the resamples
 */
public record Estimate(double value, double low, double high) {
    public Estimate {
        if (low > high) {
            throw new IllegalArgumentException("an interval must not be empty, was [" + low + ", " + high + "]");
        }
    }

    /** Whether the films at hand define the figure. */
    public boolean defined() {
        return !Double.isNaN(value);
    }
}
