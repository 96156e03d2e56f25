package aerate.training.kernel;

import aerate.tensor.Eigensystem;
import aerate.tensor.Scope;
import aerate.tensor.Tensors;
import java.util.Arrays;
import java.util.List;

/** Eigenvalues and eigenvectors of a kernel, in double precision: the speeds at which training learns, and what of. */
public final class Spectrum {
    private final double[] values; // descending
    private final double[][] vectors; // the vector of each value

    private Spectrum(double[] values, double[][] vectors) {
        this.values = values;
        this.vectors = vectors;
    }

    /** Of a kernel. */
    public static Spectrum of(TangentKernel kernel) {
        int side = kernel.side();
        try (Scope scope = Scope.open()) {
            Eigensystem solved = Eigensystem.ofSymmetric(Tensors.of(kernel.values(), side, side));
            double[] ascending = solved.values().doubles();
            double[] byRow = solved.vectors().transpose(0, 1).doubles();
            double[] values = new double[side];
            double[][] vectors = new double[side][];
            for (int i = 0; i < side; i++) {
                int from = side - 1 - i;
                values[i] = ascending[from];
                vectors[i] = Arrays.copyOfRange(byRow, from * side, (from + 1) * side);
            }
            return new Spectrum(values, vectors);
        }
    }

    /** All, descending; the last ones may be below zero by rounding. */
    public List<Double> eigenvalues() {
        return Arrays.stream(values).boxed().toList();
    }

    double value(int number) {
        return values[number];
    }

    /** The component of a vector along an eigenvector. */
    double component(int number, double... vector) {
        double sum = 0;
        for (int i = 0; i < vector.length; i++) {
            sum += vectors[number][i] * vector[i];
        }
        return sum;
    }

    /** Adds a multiple of an eigenvector to a vector, in place. */
    void addTo(double[] vector, int number, double times) {
        for (int i = 0; i < vector.length; i++) {
            vector[i] += times * vectors[number][i];
        }
    }

    public double largest() {
        return values[0];
    }

    public double smallest() {
        return values[values.length - 1];
    }

    /** λ_max / λ_min: how much slower the last thing is learnt than the first; infinite if λ_min is not above zero. */
    public double conditionNumber() {
        return smallest() > 0 ? largest() / smallest() : Double.POSITIVE_INFINITY;
    }

    /** (Σλ)² / Σλ²: how many eigenvalues matter, from 1 to their number. It has no scale. */
    public double effectiveRank() {
        double sum = Arrays.stream(values).sum();
        double squares = Arrays.stream(values).map(value -> value * value).sum();
        return sum * sum / squares;
    }

    /**
     * The largest learning rate at which gradient descent on the linearised network does not diverge, 2 (1 + μ) N O / λ_max,
     * for half the squared error averaged over N films and O outputs.
     *
     * @param momentum μ of heavy-ball momentum, in [0, 1)
     */
    public double largestLearningRate(double momentum) {
        if (!(momentum >= 0 && momentum < 1)) {
            throw new IllegalArgumentException("momentum must be in [0, 1), was " + momentum);
        }
        return 2 * (1 + momentum) * values.length / largest();
    }
}
