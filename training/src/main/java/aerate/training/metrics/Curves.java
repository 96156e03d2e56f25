package aerate.training.metrics;

import java.util.ArrayList;
import java.util.List;

/**
 * What is drawn of an evaluation.
 *
 * @param roc from (0, 0) to (1, 1), points inside a straight stretch left out; empty unless both classes are present
 * @param precision from recall 0 to full recall; empty without sick films
 * @param reliability the bins of the calibration error that hold a film
 */
public record Curves(List<RocPoint> roc, List<PrecisionPoint> precision, List<ReliabilityBin> reliability) {
    /**
     * A point of the ROC curve.
     *
     * @param falsePositiveRate share of the healthy called sick
     * @param sensitivity share of the sick called sick
     * @param threshold least probability called sick; infinite at the origin
     */
    public record RocPoint(double falsePositiveRate, double sensitivity, double threshold) {}

    /**
     * A point of the precision-recall curve.
     *
     * @param recall share of the sick called sick
     * @param precision share of those called sick that are; 1 by convention at recall 0
     * @param threshold least probability called sick; infinite at recall 0
     */
    public record PrecisionPoint(double recall, double precision, double threshold) {}

    public Curves {
        roc = List.copyOf(roc);
        precision = List.copyOf(precision);
        reliability = List.copyOf(reliability);
    }

    static Curves of(Cohort cohort, List<ReliabilityBin> reliability) {
        return new Curves(roc(cohort), precision(cohort), reliability);
    }

    private static List<RocPoint> roc(Cohort cohort) {
        int allSick = sick(cohort);
        int allHealthy = cohort.size() - allSick;
        List<RocPoint> points = new ArrayList<>();
        if (allSick == 0 || allHealthy == 0) {
            return points;
        }
        points.add(new RocPoint(0, 0, Double.POSITIVE_INFINITY));
        int sick = 0;
        for (int i = 0; i < cohort.size(); i++) {
            sick += cohort.sick(i) ? 1 : 0;
            if (cohort.endsTie(i)) {
                double falsePositiveRate = (double) (i + 1 - sick) / allHealthy;
                double sensitivity = (double) sick / allSick;
                var point = new RocPoint(falsePositiveRate, sensitivity, cohort.probability(i));
                if (points.size() > 1 && continues(points, point)) {
                    points.remove(points.size() - 1);
                }
                points.add(point);
            }
        }
        return points;
    }

    private static List<PrecisionPoint> precision(Cohort cohort) {
        int allSick = sick(cohort);
        List<PrecisionPoint> points = new ArrayList<>();
        if (allSick == 0) {
            return points;
        }
        points.add(new PrecisionPoint(0, 1, Double.POSITIVE_INFINITY));
        int sick = 0;
        for (int i = 0; i < cohort.size() && recall(points) < 1; i++) {
            sick += cohort.sick(i) ? 1 : 0;
            if (cohort.endsTie(i)) {
                points.add(new PrecisionPoint((double) sick / allSick, (double) sick / (i + 1), cohort.probability(i)));
            }
        }
        return points;
    }

    /** Whether the last point lies on the same horizontal or vertical as its neighbours. */
    private static boolean continues(List<RocPoint> points, RocPoint next) {
        RocPoint last = points.get(points.size() - 1);
        RocPoint before = points.get(points.size() - 2);
        return (before.sensitivity() == last.sensitivity() && last.sensitivity() == next.sensitivity())
                || (before.falsePositiveRate() == last.falsePositiveRate()
                        && last.falsePositiveRate() == next.falsePositiveRate());
    }

    private static double recall(List<PrecisionPoint> points) {
        return points.get(points.size() - 1).recall();
    }

    private static int sick(Cohort cohort) {
        int sick = 0;
        for (int i = 0; i < cohort.size(); i++) {
            sick += cohort.sick(i) ? 1 : 0;
        }
        return sick;
    }
}
