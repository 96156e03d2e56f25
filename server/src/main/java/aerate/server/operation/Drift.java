package aerate.server.operation;

import java.util.Arrays;
import java.util.List;

/**
 * Whether films of late are unlike earlier ones, without anybody's labels.
 *
 * <p>Two questions. Are probabilities distributed as those of the first films that the model read here (population stability
 * index: below 0.1 is usually called stable, above 0.25 changed)? And are the films like those that the model learnt from?
 * Of like films the share is uniform in (0, 1], for it is a conformal p-value; the Kolmogorov-Smirnov distance says how far
 * from it they are, and how probable so far is by chance.
 *
 * @param model hash of its weights
 * @param films of late
 * @param histogram of their probabilities, in equal bins of [0, 1]
 * @param baseline films that the model read first
 * @param baselineHistogram of theirs
 * @param psi of the two; null where one is empty
 * @param shares histogram of how like the films are; empty where the model does not tell
 * @param ks greatest distance of the shares' distribution from the uniform; null where there are none
 * @param ksP probability of such a distance or a greater one by chance
 */
record Drift(
        String model,
        long films,
        List<Long> histogram,
        long baseline,
        List<Long> baselineHistogram,
        Double psi,
        List<Long> shares,
        Double ks,
        Double ksP) {
    static final int BINS = 20;

    /** Of what was measured, each in any order and in [0, 1]. */
    static Drift of(String model, double[] late, double[] first, double[] shares) {
        List<Long> histogram = histogram(late);
        List<Long> baseline = histogram(first);
        boolean told = shares.length > 0;
        Double distance = told ? distanceFromUniform(shares) : null;
        return new Drift(
                model,
                late.length,
                histogram,
                first.length,
                baseline,
                late.length > 0 && first.length > 0 ? stability(histogram, baseline) : null,
                told ? histogram(shares) : List.of(),
                distance,
                told ? chance(distance, shares.length) : null);
    }

    private static List<Long> histogram(double[] values) {
        Long[] counts = new Long[BINS];
        Arrays.fill(counts, 0L);
        for (double value : values) {
            counts[Math.min(BINS - 1, (int) (value * BINS))]++;
        }
        return List.of(counts);
    }

    /** Σ (p - q) ln (p / q), half a film added to each bin so that none is empty. */
    private static double stability(List<Long> late, List<Long> first) {
        double all = total(late);
        double before = total(first);
        double sum = 0;
        for (int bin = 0; bin < BINS; bin++) {
            double p = (late.get(bin) + 0.5) / all;
            double q = (first.get(bin) + 0.5) / before;
            sum += (p - q) * Math.log(p / q);
        }
        return sum;
    }

    private static double total(List<Long> histogram) {
        return histogram.stream().mapToLong(Long::longValue).sum() + 0.5 * BINS;
    }

    private static double distanceFromUniform(double[] shares) {
        double[] sorted = shares.clone();
        Arrays.sort(sorted);
        double greatest = 0;
        for (int i = 0; i < sorted.length; i++) {
            double above = (i + 1.0) / sorted.length - sorted[i];
            double below = sorted[i] - (double) i / sorted.length;
            greatest = Math.max(greatest, Math.max(above, below));
        }
        return greatest;
    }

    /** Kolmogorov's series, with the correction of Stephens (1970) for few films. */
    private static double chance(double distance, int films) {
        double root = Math.sqrt(films);
        double x = (root + 0.12 + 0.11 / root) * distance;
        double sum = 0;
        for (int k = 1; k <= 100; k++) {
            sum += (k % 2 == 1 ? 2 : -2) * Math.exp(-2 * k * k * x * x);
        }
        return x < 0.2 ? 1 : Math.max(0, Math.min(1, sum));
    }
}
