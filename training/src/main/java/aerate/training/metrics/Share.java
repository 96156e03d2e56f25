package aerate.training.metrics;

import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.apache.commons.statistics.interval.Interval;

/**
 * How many of some independent things are so, as a share with its Clopper-Pearson interval of 95 %; all three are NaN of none.
 *
 * @param count that are so
 * @param of all
 */
public record Share(int count, int of, double value, double low, double high) {
    private static final double ERROR_RATE = 0.05;

    public Share {
        if (count < 0 || count > of) {
            throw new IllegalArgumentException("a share's count must be in [0, " + of + "], was " + count);
        }
    }

    public static Share of(int count, int of) {
        if (of == 0) {
            return new Share(count, of, Double.NaN, Double.NaN, Double.NaN);
        }
        Interval interval = BinomialConfidenceInterval.CLOPPER_PEARSON.fromErrorRate(of, count, ERROR_RATE);
        return new Share(count, of, (double) count / of, interval.getLowerBound(), interval.getUpperBound());
    }
}
