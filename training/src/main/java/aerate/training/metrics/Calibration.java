package aerate.training.metrics;

import java.util.ArrayList;
import java.util.List;

/** How far probabilities can be taken at their word. */
final class Calibration {
    static final int BINS = 15;

    private Calibration() {}

    /** Mean squared distance of probability and truth (Brier 1950): 0 is best, 0.25 is a constant one half. */
    static double brier(Cohort cohort) {
        double sum = 0;
        for (int i = 0; i < cohort.size(); i++) {
            double distance = cohort.probability(i) - (cohort.sick(i) ? 1 : 0);
            sum += distance * distance;
        }
        return sum / cohort.size();
    }

    /** The occupied ones of {@link #BINS} bins of equal width over the probability of pneumonia, rising. */
    static List<ReliabilityBin> bins(Cohort cohort) {
        int[] films = new int[BINS];
        int[] sick = new int[BINS];
        double[] probability = new double[BINS];
        for (int i = 0; i < cohort.size(); i++) {
            int bin = Math.min(BINS - 1, (int) (cohort.probability(i) * BINS));
            films[bin]++;
            sick[bin] += cohort.sick(i) ? 1 : 0;
            probability[bin] += cohort.probability(i);
        }
        List<ReliabilityBin> bins = new ArrayList<>();
        for (int bin = 0; bin < BINS; bin++) {
            if (films[bin] > 0) {
                bins.add(new ReliabilityBin(
                        (double) bin / BINS,
                        (double) (bin + 1) / BINS,
                        films[bin],
                        probability[bin] / films[bin],
                        (double) sick[bin] / films[bin]));
            }
        }
        return bins;
    }

    /**
     * Expected calibration error: the distance of mean probability and share of sick films in each bin, averaged with
     * the bins' films as weights (Naeini et al. 2015, for the probability of pneumonia rather than of the verdict).
     */
    static double error(List<ReliabilityBin> bins) {
        double sum = 0;
        int films = 0;
        for (ReliabilityBin bin : bins) {
            sum += bin.films() * Math.abs(bin.probability() - bin.share());
            films += bin.films();
        }
        return sum / films;
    }
}
