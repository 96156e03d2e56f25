package aerate.training.kernel;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What the kernel of one network says: a head of one width, drawn by one seed.
 *
 * @param width units of the layer before the scores
 * @param seed that drew the network
 * @param parameters of the network
 * @param meanEigenvalue trace over rows: the scale of the kernel
 * @param largestEigenvalue λ_max
 * @param conditionNumber λ_max / λ_min, infinite where λ_min is not above zero; has no scale
 * @param effectiveRank (Σλ)² / Σλ²; has no scale
 * @param alignment of the margin's kernel with the labels, centred; has no scale
 * @param lastLayerShare share of the layer that gives the scores in the trace
 * @param largestLearningRate 2 (1 + μ) N O / λ_max, of heavy-ball descent on half the mean squared error
 * @param stepsToTenth steps of plain descent at half the largest stable rate after which the linearised network's loss is
 *     a tenth of that at the start; has no scale
 * @param eigenvalues all, descending
 * @param losses of the linearised network on its way, as shares of that at the start
 * @param trained what real steps did, where some were taken
 */
public record WidthReading(
        int width,
        long seed,
        long parameters,
        double meanEigenvalue,
        double largestEigenvalue,
        double conditionNumber,
        double effectiveRank,
        double alignment,
        double lastLayerShare,
        double largestLearningRate,
        double stepsToTenth,
        List<Double> eigenvalues,
        List<Foretold> losses,
        Optional<Trained> trained) {
    private static final double TENTH = 0.1;
    private static final int DECADES = 6;
    private static final int POINTS = 8; // of a decade

    /**
     * A point of the linearised network's way.
     *
     * @param steps of plain descent at half the largest stable rate
     * @param loss as a share of that at the start
     */
    public record Foretold(double steps, double loss) {}

    /**
     * What steps of plain descent at half the largest stable rate did, batch statistics held still.
     *
     * @param steps how many
     * @param drift of the kernel, relative, of Frobenius
     * @param foretold loss of the linearised network then, as a share of that at the start
     * @param loss of the real one
     */
    public record Trained(int steps, double drift, double foretold, double loss) {}

    public WidthReading {
        eigenvalues = List.copyOf(eigenvalues);
        losses = List.copyOf(losses);
    }

    /**
     * Reads a kernel.
     *
     * @param parameters of the network
     * @param regression of the same kernel, over all films
     * @param labels one for each film, two different ones
     * @param momentum in [0, 1)
     */
    public static WidthReading of(
            int width,
            long seed,
            long parameters,
            EmpiricalKernel empirical,
            KernelRegression regression,
            double[] labels,
            double momentum) {
        TangentKernel kernel = empirical.kernel();
        Spectrum spectrum = Spectrum.of(kernel);
        double step = halfRate(spectrum);
        double start = regression.loss(0);
        List<Foretold> losses = IntStream.rangeClosed(0, DECADES * POINTS)
                .mapToDouble(i -> Math.pow(10, (double) i / POINTS))
                .mapToObj(steps -> new Foretold(steps, regression.loss(steps * step) / start))
                .toList();
        return new WidthReading(
                width,
                seed,
                parameters,
                kernel.trace() / kernel.side(),
                spectrum.largest(),
                spectrum.conditionNumber(),
                spectrum.effectiveRank(),
                kernel.ofCombination(-1, 1).alignment(labels),
                empirical.lastLayerShare(),
                spectrum.largestLearningRate(momentum),
                regression.timeTo(TENTH) / step,
                spectrum.eigenvalues(),
                losses,
                Optional.empty());
    }

    /**
     * Learning rate times steps of plain descent after which the linearised network's loss is a tenth of that at the start:
     * what tells widths apart that train at one and the same small rate.
     */
    public double timeToTenth() {
        return stepsToTenth * eigenvalues.size() / largestEigenvalue;
    }

    /** The same with what real steps did. */
    public WidthReading with(Trained done) {
        return new WidthReading(
                width,
                seed,
                parameters,
                meanEigenvalue,
                largestEigenvalue,
                conditionNumber,
                effectiveRank,
                alignment,
                lastLayerShare,
                largestLearningRate,
                stepsToTenth,
                eigenvalues,
                losses,
                Optional.of(done));
    }

    /** Half the largest stable rate of plain descent, N O / λ_max. */
    public static double halfRate(Spectrum spectrum) {
        return spectrum.largestLearningRate(0) / 2;
    }
}
