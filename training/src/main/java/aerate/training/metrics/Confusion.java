package aerate.training.metrics;

/**
 * Films counted by truth and verdict, pneumonia being positive. A rate whose denominator is zero is NaN.
 *
 * @param truePositive sick, called sick
 * @param falsePositive healthy, called sick
 * @param trueNegative healthy, called healthy
 * @param falseNegative sick, called healthy
 */
public record Confusion(int truePositive, int falsePositive, int trueNegative, int falseNegative) {
    public Confusion {
        if (Math.min(Math.min(truePositive, falsePositive), Math.min(trueNegative, falseNegative)) < 0) {
            throw new IllegalArgumentException("counts must not be negative, were " + truePositive + ", "
                    + falsePositive + ", " + trueNegative + ", " + falseNegative);
        }
    }

    static Confusion of(Cohort cohort, double threshold, int[] weights) {
        int[] counts = new int[4];
        for (int i = 0; i < cohort.size(); i++) {
            int cell = (cohort.sick(i) ? 2 : 0) + (cohort.probability(i) >= threshold ? 1 : 0);
            counts[cell] += weights[i];
        }
        return new Confusion(counts[3], counts[1], counts[0], counts[2]);
    }

    /** Share of films whose verdict is right. */
    public double accuracy() {
        return ratio(truePositive + trueNegative, truePositive + falsePositive + trueNegative + falseNegative);
    }

    /** Share of the sick that are called sick. */
    public double sensitivity() {
        return ratio(truePositive, truePositive + falseNegative);
    }

    /** Share of the healthy that are called healthy. */
    public double specificity() {
        return ratio(trueNegative, trueNegative + falsePositive);
    }

    /** Share of those called sick that are, at the prevalence of these films. */
    public double positivePredictiveValue() {
        return ratio(truePositive, truePositive + falsePositive);
    }

    /** Share of those called healthy that are, at the prevalence of these films. */
    public double negativePredictiveValue() {
        return ratio(trueNegative, trueNegative + falseNegative);
    }

    /** Harmonic mean of {@link #sensitivity()} and {@link #positivePredictiveValue()}. */
    public double f1() {
        return ratio(2 * truePositive, 2 * truePositive + falsePositive + falseNegative);
    }

    private static double ratio(int part, int whole) {
        return whole == 0 ? Double.NaN : (double) part / whole;
    }
}
