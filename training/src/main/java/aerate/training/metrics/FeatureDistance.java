package aerate.training.metrics;

import aerate.tensor.DataType;
import aerate.tensor.Eigensystem;
import aerate.tensor.Gradients;
import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import java.util.Arrays;

/**
 * How far apart two sets of films are in a network's features: is what was generated like the real? Both distances depend on
 * how many films there are, so that only sets of equal numbers compare.
 */
public final class FeatureDistance {
    private FeatureDistance() {}

    /**
     * The Fréchet distance of the normal distributions that have the sets' means and covariances (Heusel et al. 2017, arXiv
     * 1706.08500): |μ − μ'|² + tr(C + C' − 2 (C C')^½). Of few films it is too large, as covariances are of low rank; the trace
     * of the root is then that of the singular values of A'ᵀA, where C = A Aᵀ, exact for any number of films.
     *
     * @param one {@code N x D}, N at least 2
     * @param other {@code M x D}
     */
    public static double frechet(Tensor one, Tensor other) {
        try (Scope scope = Scope.open();
                Gradients off = Gradients.off()) {
            Tensor x = one.to(DataType.FLOAT64);
            Tensor y = other.to(DataType.FLOAT64);
            requireFilms(x, y);
            Tensor meanX = x.mean(0);
            Tensor meanY = y.mean(0);
            Tensor a = x.minus(meanX).over(Math.sqrt(x.size(0) - 1.0)); // N x D: C = aᵀ a
            Tensor b = y.minus(meanY).over(Math.sqrt(y.size(0) - 1.0));
            Tensor cross = a.matmul(b.transpose(0, 1)); // N x M
            double root = Arrays.stream(Eigensystem.ofSymmetric(cross.matmul(cross.transpose(0, 1)))
                            .values()
                            .doubles())
                    .map(value -> Math.sqrt(Math.max(0, value)))
                    .sum();
            return meanX.minus(meanY).square().sum().item()
                    + a.square().sum().item()
                    + b.square().sum().item()
                    - 2 * root;
        }
    }

    /**
     * The kernel distance (Bińkowski et al. 2018, arXiv 1801.01401): the unbiased estimate of the squared maximum mean
     * discrepancy for k(x, y) = (x·y/D + 1)³, below 0 for sets that are alike.
     *
     * @param one {@code N x D}, N at least 2
     * @param other {@code M x D}, M at least 2
     */
    public static double kernel(Tensor one, Tensor other) {
        try (Scope scope = Scope.open();
                Gradients off = Gradients.off()) {
            Tensor x = one.to(DataType.FLOAT64);
            Tensor y = other.to(DataType.FLOAT64);
            requireFilms(x, y);
            return within(x) + within(y) - 2 * kernels(x, y).mean().item();
        }
    }

    private static Tensor kernels(Tensor x, Tensor y) {
        Tensor base = x.matmul(y.transpose(0, 1)).over((double) x.size(1)).plus(1);
        return base.square().times(base);
    }

    /** Mean kernel of two different films of a set. */
    private static double within(Tensor x) {
        double n = x.size(0);
        Tensor square = x.square().sum(1).over((double) x.size(1)).plus(1);
        double diagonal = square.square().times(square).sum().item();
        return (kernels(x, x).sum().item() - diagonal) / (n * (n - 1));
    }

    private static void requireFilms(Tensor x, Tensor y) {
        if (x.size(0) < 2 || y.size(0) < 2 || x.size(1) != y.size(1)) {
            throw new IllegalArgumentException("sets to compare must be of at least 2 films and equally many features,"
                    + " were " + Arrays.toString(x.shape()) + " and " + Arrays.toString(y.shape()));
        }
    }
}
