package aerate.training.metrics;

import java.util.List;

/**
 * How well a classifier does on labelled films at one threshold, pneumonia being positive.
 *
 * <p>Intervals are 95 %, by a seeded bootstrap over patients. A figure that the films do not define (no sick films, one
 * class only, nobody called sick) is NaN and, through {@link UndefinedAsNull}, {@code null} in JSON.
 *
 * @param threshold least probability called sick
 * @param auroc area under the ROC curve, ties counting half
 * @param auprc average precision, without interpolation
 * @param brier mean squared distance of probability and truth
 * @param calibrationError expected calibration error over 15 bins of equal width
 * @param subtypes of the sick films, by name
 */
public record Evaluation(
        int films,
        int patients,
        double threshold,
        Estimate accuracy,
        Estimate sensitivity,
        Estimate specificity,
        Estimate positivePredictiveValue,
        Estimate negativePredictiveValue,
        Estimate f1,
        Estimate auroc,
        Estimate auprc,
        double brier,
        double calibrationError,
        Confusion confusion,
        List<SubtypeSensitivity> subtypes,
        Curves curves) {
    public Evaluation {
        subtypes = List.copyOf(subtypes);
    }

    /**
     * Evaluates predictions; their order does not matter.
     *
     * @param threshold films of at least this probability are called sick, in {@code [0, 1]}
     * @param seed of the resampling
     * @throws IllegalArgumentException without predictions, or if the threshold is out of range
     */
    public static Evaluation of(List<Prediction> predictions, double threshold, long seed) {
        if (predictions.isEmpty()) {
            throw new IllegalArgumentException("an evaluation must have at least one prediction, had 0");
        }
        if (!(threshold >= 0 && threshold <= 1)) {
            throw new IllegalArgumentException("a threshold must be in [0, 1], was " + threshold);
        }
        Cohort cohort = new Cohort(predictions);
        Bootstrap bootstrap = new Bootstrap(cohort, seed);
        Verdicts verdicts = new Verdicts(cohort, threshold, bootstrap);
        List<ReliabilityBin> bins = Calibration.bins(cohort);
        return new Evaluation(
                cohort.size(),
                cohort.patientCount(),
                threshold,
                verdicts.estimate(Confusion::accuracy),
                verdicts.estimate(Confusion::sensitivity),
                verdicts.estimate(Confusion::specificity),
                verdicts.estimate(Confusion::positivePredictiveValue),
                verdicts.estimate(Confusion::negativePredictiveValue),
                verdicts.estimate(Confusion::f1),
                bootstrap.estimate(weights -> Ranking.auroc(cohort, weights)),
                bootstrap.estimate(weights -> Ranking.averagePrecision(cohort, weights)),
                Calibration.brier(cohort),
                Calibration.error(bins),
                verdicts.confusion(),
                verdicts.subtypes(),
                Curves.of(cohort, bins));
    }
}
