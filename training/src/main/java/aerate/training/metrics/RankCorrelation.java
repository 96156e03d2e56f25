package aerate.training.metrics;

import java.util.Arrays;

/** Spearman's correlation: Pearson's of ranks, equal values sharing their mean rank. */
public final class RankCorrelation {
    private RankCorrelation() {}

    /**
     * Whether one list rises as the other does, in [-1, 1].
     *
     * @return NaN for fewer than two values, or where those of a list are all equal
     * @throws IllegalArgumentException if the lists are not equally long
     */
    public static double of(double[] one, double[] other) {
        if (one.length != other.length) {
            throw new IllegalArgumentException(
                    "lists to correlate must be equally long, were " + one.length + " and " + other.length);
        }
        double[] x = ranks(one);
        double[] y = ranks(other);
        double middle = (one.length - 1) / 2.0;
        double product = 0;
        double squareX = 0;
        double squareY = 0;
        for (int i = 0; i < x.length; i++) {
            product += (x[i] - middle) * (y[i] - middle);
            squareX += (x[i] - middle) * (x[i] - middle);
            squareY += (y[i] - middle) * (y[i] - middle);
        }
        return product / Math.sqrt(squareX * squareY);
    }

    /** From 0. */
    private static double[] ranks(double... values) {
        return Arrays.stream(values)
                .map(value -> {
                    long below = Arrays.stream(values).filter(v -> v < value).count();
                    long equal = Arrays.stream(values).filter(v -> v == value).count();
                    return below + (equal - 1) / 2.0;
                })
                .toArray();
    }
}
