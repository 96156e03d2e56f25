package aerate.training.metrics;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Percentile bootstrap over patients (Efron 1979): patients are drawn with replacement, each with all of their films,
 * since films of one patient resemble each other and drawing films alone would make intervals too narrow.
 */
final class Bootstrap {
    static final int RESAMPLES = 1000;

    private final int[] patients;
    private final int[][] draws; // RESAMPLES x patients: how often each is drawn

    Bootstrap(Cohort cohort, long seed) {
        this(IntStream.range(0, cohort.size()).map(cohort::patient).toArray(), cohort.patientCount(), seed);
    }

    /**
     * Resamples of films.
     *
     * @param patients number of each film's patient, from 0
     * @param count of patients
     */
    Bootstrap(int[] patients, int count, long seed) {
        this.patients = patients.clone();
        SplittableRandom random = new SplittableRandom(seed);
        draws = new int[RESAMPLES][count];
        for (int[] drawn : draws) {
            for (int k = 0; k < drawn.length; k++) {
                drawn[random.nextInt(drawn.length)]++;
            }
        }
    }

    /**
     * The statistic and its interval, over those resamples that define it.
     *
     * @param statistic of the films with the given weights; NaN where it is not defined
     */
    Estimate estimate(ToDoubleFunction<int[]> statistic) {
        int[] weights = new int[patients.length];
        Arrays.fill(weights, 1);
        double value = statistic.applyAsDouble(weights);
        if (Double.isNaN(value)) {
            return new Estimate(value, Double.NaN, Double.NaN);
        }
        double[] defined = Arrays.stream(draws)
                .mapToDouble(drawn -> {
                    Arrays.setAll(weights, film -> drawn[patients[film]]);
                    return statistic.applyAsDouble(weights);
                })
                .filter(resampled -> !Double.isNaN(resampled))
                .sorted()
                .toArray();
        return new Estimate(value, percentile(defined, 0.025), percentile(defined, 0.975));
    }

    /** Linear between order statistics, as NumPy's default. */
    static double percentile(double[] sorted, double share) {
        double position = share * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
