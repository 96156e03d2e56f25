package aerate.training.calibration;

/**
 * Temperature scaling (Guo et al. 2017, arXiv 1706.04599, section 4.2) of a two-class network: its margin, the sick logit
 * minus the normal one, is divided by a temperature before the sigmoid.
 *
 * @param temperature above 0
 */
public record TemperatureScaling(double temperature) {
    private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;
    private static final double WIDEST = Math.log(20); // temperatures from 1/20 to 20
    private static final double TOLERANCE = 1e-6;

    public TemperatureScaling {
        if (!(temperature > 0)) {
            throw new IllegalArgumentException("a temperature must be above 0, was " + temperature);
        }
    }

    /**
     * The temperature of least cross-entropy, by golden-section search over its logarithm, in which the cross-entropy has
     * one minimum.
     *
     * @param margins of the films
     * @param sick their truth
     */
    public static TemperatureScaling fit(double[] margins, boolean[] sick) {
        double low = -WIDEST;
        double high = WIDEST;
        while (high - low > TOLERANCE) {
            double left = high - GOLDEN * (high - low);
            double right = low + GOLDEN * (high - low);
            boolean towardsLeft =
                    of(left).crossEntropy(margins, sick) < of(right).crossEntropy(margins, sick);
            low = towardsLeft ? low : left;
            high = towardsLeft ? right : high;
        }
        return of((low + high) / 2);
    }

    private static TemperatureScaling of(double logarithm) {
        return new TemperatureScaling(Math.exp(logarithm));
    }

    /** Probability that a film of this margin is sick. */
    public double probability(double margin) {
        return 1 / (1 + Math.exp(-margin / temperature));
    }

    /** Mean negative logarithm of the probability of the truth, in nats. */
    public double crossEntropy(double[] margins, boolean[] sick) {
        double sum = 0;
        for (int i = 0; i < margins.length; i++) {
            double wrong = (sick[i] ? -margins[i] : margins[i]) / temperature;
            sum += Math.max(wrong, 0) + Math.log1p(Math.exp(-Math.abs(wrong))); // log(1 + e^wrong), without overflow
        }
        return sum / margins.length;
    }
}
