package aerate.training.calibration;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Conformal risk control (Angelopoulos et al. 2024, arXiv 2208.02814) of missing the sick: the greatest threshold at which
 * a new patient's share of missed sick films is, in expectation, at most what is allowed.
 *
 * <p>No distribution is assumed, only that the new patient could as well have been one of those that the threshold was
 * chosen on. A patient's films belong together, so that patients and not films are counted.
 */
public final class ConformalRisk {
    private ConformalRisk() {}

    /**
     * The threshold.
     *
     * @param probabilities of sick films
     * @param patients whom each film belongs to
     * @param sensitivity the share of sick films to be found, in (0, 1)
     * @return nothing if the patients are too few for any threshold above 0 to keep it
     */
    public static OptionalDouble threshold(double[] probabilities, String[] patients, double sensitivity) {
        double[] candidates = Arrays.stream(probabilities).sorted().distinct().toArray();
        int low = 0;
        int high = candidates.length; // the misses grow with the threshold: the last candidate that holds, by bisection
        while (low < high) {
            int middle = (low + high) / 2;
            boolean holds = bound(probabilities, patients, candidates[middle]) <= 1 - sensitivity;
            low = holds ? middle + 1 : low;
            high = holds ? high : middle;
        }
        return low == 0 ? OptionalDouble.empty() : OptionalDouble.of(candidates[low - 1]);
    }

    /** (Σ share missed + 1) / (n + 1) over n patients: what a new patient's share is expected to be at most. */
    static double bound(double[] probabilities, String[] patients, double threshold) {
        String[] names = Arrays.stream(patients).distinct().toArray(String[]::new);
        double missed = 0;
        for (String name : names) {
            int[] films = IntStream.range(0, patients.length)
                    .filter(film -> patients[film].equals(name))
                    .toArray();
            missed += Arrays.stream(films)
                            .filter(film -> probabilities[film] < threshold)
                            .count()
                    / (double) films.length;
        }
        return (missed + 1) / (names.length + 1);
    }
}
