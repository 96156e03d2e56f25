package aerate.training.kernel;

import java.util.Arrays;

/**
 * The neural tangent kernel of some films, Θ = J Jᵀ with J the derivatives of every score by every parameter (Jacot et al.
 * 2018, arXiv 1806.07572): symmetric, a row for each score of each film, those of a film one after the other.
 */
public final class TangentKernel {
    private final int films;
    private final int outputs;
    private final double[] values;

    /**
     * A kernel of given numbers.
     *
     * @param films at least 2
     * @param outputs scores of a film, at least 1
     * @param values row-major, {@code (films · outputs)²}; copied
     * @throws IllegalStateException if one of them is not finite
     */
    public TangentKernel(int films, int outputs, double... values) {
        if (films < 2) {
            throw new IllegalArgumentException("a tangent kernel is of at least 2 films, was of " + films);
        }
        if (outputs < 1) {
            throw new IllegalArgumentException("a tangent kernel needs at least 1 output, had " + outputs);
        }
        this.films = films;
        this.outputs = outputs;
        this.values = values.clone();
        if (values.length != side() * side()) {
            throw new IllegalArgumentException(
                    "a tangent kernel must have " + side() * side() + " values, had " + values.length);
        }
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalStateException("a tangent kernel must be finite, was " + values[i] + " between film "
                        + i / side() / outputs + " and film " + i % side() / outputs);
            }
        }
    }

    public int films() {
        return films;
    }

    /** Scores of a film. */
    public int outputs() {
        return outputs;
    }

    /** Rows: films times outputs. */
    public int side() {
        return films * outputs;
    }

    /** The entry of two rows; score {@code o} of film {@code i} is row {@code i · outputs + o}. */
    public double value(int row, int column) {
        return values[row * side() + column];
    }

    double[] values() {
        return values.clone();
    }

    /** Sum of the diagonal, which is the sum of the eigenvalues. */
    public double trace() {
        double trace = 0;
        for (int i = 0; i < side(); i++) {
            trace += value(i, i);
        }
        return trace;
    }

    /** ‖Θ‖ of Frobenius: the root of the sum of squares. */
    double norm() {
        return Math.sqrt(Arrays.stream(values).map(value -> value * value).sum());
    }

    /** The kernel of the first films alone. */
    public TangentKernel ofFirst(int count) {
        int smaller = count * outputs;
        double[] part = new double[smaller * smaller];
        for (int i = 0; i < smaller; i++) {
            System.arraycopy(values, i * side(), part, i * smaller, smaller);
        }
        return new TangentKernel(count, outputs, part);
    }

    /**
     * The kernel of one number made of a film's scores, Σ weightₒ scoreₒ: (−1, 1) for the margin of the second class, which
     * is all that a softmax of two scores depends on.
     *
     * @param weights one for each output
     */
    public TangentKernel ofCombination(double... weights) {
        if (weights.length != outputs) {
            throw new IllegalArgumentException(
                    "a combination needs a weight for each of " + outputs + " outputs, had " + weights.length);
        }
        double[] combined = new double[films * films];
        for (int row = 0; row < side(); row++) {
            for (int column = 0; column < side(); column++) {
                combined[row / outputs * films + column / outputs] +=
                        weights[row % outputs] * weights[column % outputs] * value(row, column);
            }
        }
        return new TangentKernel(films, 1, combined);
    }

    /**
     * How far training has moved the kernel, ‖Θ − Θ₀‖ / ‖Θ₀‖ of Frobenius: 0 where the network learns as its linearisation
     * does.
     *
     * @param before Θ₀, of the same films and outputs
     */
    public double driftSince(TangentKernel before) {
        if (before.films != films || before.outputs != outputs) {
            throw new IllegalArgumentException("kernels must be of the same films and outputs to be compared, were of "
                    + films + " x " + outputs + " and " + before.films + " x " + before.outputs);
        }
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            double change = values[i] - before.values[i];
            sum += change * change;
        }
        return Math.sqrt(sum) / before.norm();
    }

    /**
     * Centred alignment with the truth, ⟨Θ_c, yyᵀ⟩ / (‖Θ_c‖ ‖yyᵀ‖) of Frobenius, with the means of rows and columns of the
     * kernel and of y taken off (Cortes et al. 2012, JMLR 13, equation 4): 1 if films are alike where their labels are, 0
     * if the kernel knows nothing of them. It has no scale.
     *
     * @param labels one for each film; this has one output
     * @throws IllegalArgumentException if all films have the same label
     */
    public double alignment(double... labels) {
        if (outputs != 1 || labels.length != films) {
            throw new IllegalArgumentException("alignment needs one output and a label for each of " + films
                    + " films, had " + outputs + " and " + labels.length);
        }
        double mean = Arrays.stream(labels).average().orElseThrow();
        double[] target = Arrays.stream(labels).map(label -> label - mean).toArray();
        double targetNorm = Arrays.stream(target).map(y -> y * y).sum(); // ‖yyᵀ‖ = y·y
        if (targetNorm == 0) {
            throw new IllegalArgumentException("alignment needs films of both classes, had one only");
        }
        TangentKernel centred = centred();
        double product = 0;
        for (int i = 0; i < films; i++) {
            for (int j = 0; j < films; j++) {
                product += centred.value(i, j) * target[i] * target[j];
            }
        }
        return product / (centred.norm() * targetNorm);
    }

    private TangentKernel centred() {
        double[] rowMeans = new double[side()];
        for (int i = 0; i < side(); i++) {
            rowMeans[i] = Arrays.stream(values, i * side(), (i + 1) * side())
                    .average()
                    .orElseThrow();
        }
        double mean = Arrays.stream(rowMeans).average().orElseThrow();
        double[] centred = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            centred[i] = values[i] - rowMeans[i / side()] - rowMeans[i % side()] + mean;
        }
        return new TangentKernel(films, outputs, centred);
    }
}
