package aerate.training.kernel;

import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What changes from the narrowest head to the widest, seed by seed: networks of one seed have the same body.
 *
 * @param narrowest width
 * @param widest width
 * @param conditionNumber of the kernel
 * @param stepsToTenth as in {@link WidthReading}
 * @param timeToTenth as in {@link WidthReading}
 * @param alignment with the labels
 * @param largestEigenvalue λ_max
 * @param largestLearningRate that is stable
 */
public record Widening(
        int narrowest,
        int widest,
        Change conditionNumber,
        Change stepsToTenth,
        Change timeToTenth,
        Change alignment,
        Change largestEigenvalue,
        Change largestLearningRate) {
    /** Where a change goes, if all seeds agree that it is more than chance would make of it. */
    public enum Direction {
        FALLS,
        RISES,
        /** Seeds disagree, or less than {@link #SAME} changes. */
        UNCLEAR
    }

    /** Factor below which a change counts as none. */
    public static final double SAME = 1.05;

    /**
     * How a figure changes.
     *
     * @param narrow geometric mean over the seeds, at the narrowest width
     * @param wide the same at the widest
     * @param lowest of the seeds' ratios, wide over narrow
     * @param highest of the seeds' ratios
     */
    public record Change(double narrow, double wide, double lowest, double highest) {
        /** Geometric mean of the seeds' ratios. */
        public double ratio() {
            return wide / narrow;
        }

        public Direction direction() {
            if (highest < 1 / SAME) {
                return Direction.FALLS;
            }
            return lowest > SAME ? Direction.RISES : Direction.UNCLEAR;
        }
    }

    /**
     * Of readings of several widths, each of the same seeds.
     *
     * @throws IllegalArgumentException if there is one width only, or a seed is missing at one of the two
     */
    public static Widening of(List<WidthReading> readings) {
        int narrowest = readings.stream().mapToInt(WidthReading::width).min().orElseThrow();
        int widest = readings.stream().mapToInt(WidthReading::width).max().orElseThrow();
        if (narrowest == widest) {
            throw new IllegalArgumentException("widening needs at least 2 widths, had " + widest + " only");
        }
        List<WidthReading> narrow = at(narrowest, readings);
        List<WidthReading> wide = at(widest, readings);
        if (!seeds(narrow).equals(seeds(wide))) {
            throw new IllegalArgumentException("widths must be of the same seeds to be compared, were of "
                    + seeds(narrow) + " and " + seeds(wide));
        }
        return new Widening(
                narrowest,
                widest,
                change(narrow, wide, WidthReading::conditionNumber),
                change(narrow, wide, WidthReading::stepsToTenth),
                change(narrow, wide, WidthReading::timeToTenth),
                change(narrow, wide, WidthReading::alignment),
                change(narrow, wide, WidthReading::largestEigenvalue),
                change(narrow, wide, WidthReading::largestLearningRate));
    }

    private static List<WidthReading> at(int width, List<WidthReading> readings) {
        return readings.stream()
                .filter(reading -> reading.width() == width)
                .sorted(Comparator.comparing(WidthReading::seed))
                .toList();
    }

    private static List<Long> seeds(List<WidthReading> readings) {
        return readings.stream().map(WidthReading::seed).toList();
    }

    private static Change change(
            List<WidthReading> narrow, List<WidthReading> wide, ToDoubleFunction<WidthReading> figure) {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = 0;
        for (int i = 0; i < narrow.size(); i++) {
            double ratio = figure.applyAsDouble(wide.get(i)) / figure.applyAsDouble(narrow.get(i));
            lowest = Math.min(lowest, ratio);
            highest = Math.max(highest, ratio);
        }
        return new Change(geometricMean(narrow, figure), geometricMean(wide, figure), lowest, highest);
    }

    private static double geometricMean(List<WidthReading> readings, ToDoubleFunction<WidthReading> figure) {
        return Math.exp(
                readings.stream().mapToDouble(figure).map(Math::log).average().orElseThrow());
    }
}
