package aerate.diffusion;

import aerate.tensor.DataType;
import aerate.tensor.Eigensystem;
import aerate.tensor.Generator;
import aerate.tensor.Gradients;
import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * The way forward as a whitening, measured: pixels of films vary together, those of noise each by itself. At level t the
 * eigenvalues of their covariance are ᾱ_t λ_i + 1 − ᾱ_t, √ᾱ_t is left of a film, and the signal-to-noise ratio is ᾱ_t Var(x_0)
 * / (1 − ᾱ_t).
 *
 * @param level t
 * @param eigenvalues of the covariance of the pixels of x_t over films, descending
 * @param expectedEigenvalues what they must be, given those of the films themselves
 * @param signal slope of x_t over x_0, both without the films' mean
 * @param expectedSignal √ᾱ_t
 * @param signalToNoise variance of that part of x_t by that of the rest; infinite at level 0
 * @param expectedSignalToNoise what it must be
 */
public record Whitening(
        int level,
        List<Double> eigenvalues,
        List<Double> expectedEigenvalues,
        double signal,
        double expectedSignal,
        double signalToNoise,
        double expectedSignalToNoise) {
    /** Sphericity (Mauchly 1940): geometric by arithmetic mean of the eigenvalues, 1 for white noise, 0 if one is 0. */
    public double whiteness() {
        return whiteness(eigenvalues);
    }

    /** What {@link #whiteness} must be. */
    public double expectedWhiteness() {
        return whiteness(expectedEigenvalues);
    }

    private static double whiteness(List<Double> values) {
        double logarithms = 0;
        for (double value : values) {
            logarithms += Math.log(Math.max(value, 0)) / values.size();
        }
        return Math.exp(logarithms) / sum(values) * values.size();
    }

    /**
     * Measures films at some levels.
     *
     * @param films {@code N x 1 x H x W} in [-1, 1], of which there should be several times as many as pixels: the
     *     eigenvalues of few films spread, of noise too (Marchenko and Pastur 1967)
     * @param levels each in [0, T]
     * @throws IllegalArgumentException if there are fewer than two films, or if all are the same
     */
    public static List<Whitening> of(
            Tensor films, NoiseSchedule schedule, NoiseKind kind, List<Integer> levels, long seed) {
        if (films.size(0) < 2) {
            throw new IllegalArgumentException("whitening is measured on at least 2 films, had " + films.size(0));
        }
        List<Whitening> measured = new ArrayList<>();
        try (Scope scope = Scope.open();
                Gradients off = Gradients.off();
                Generator random = Generator.seeded(seed)) {
            ForwardProcess forward = new ForwardProcess(schedule);
            Tensor clean = centred(films);
            double energy = clean.square().mean().item();
            if (!(energy > 0)) {
                throw new IllegalArgumentException("whitening is measured on films that differ, all were the same");
            }
            List<Double> own = spectrum(clean);
            for (int level : levels) {
                try (Scope one = Scope.open()) {
                    Tensor noisy = centred(forward.noised(films, level, kind.draw(random, films.shape())));
                    double signal = noisy.times(clean).mean().item() / energy;
                    double noise =
                            noisy.minus(clean.times(signal)).square().mean().item();
                    double left = schedule.alphaBar(level);
                    measured.add(new Whitening(
                            level,
                            spectrum(noisy),
                            own.stream().map(value -> left * value + 1 - left).toList(),
                            signal,
                            Math.sqrt(left),
                            level == 0 ? Double.POSITIVE_INFINITY : signal * signal * energy / noise,
                            schedule.signalToNoise(level) * energy));
                }
            }
        }
        return measured;
    }

    private static Tensor centred(Tensor films) {
        Tensor rows = films.reshape(films.size(0), -1); // N x HW
        return rows.minus(rows.mean(0));
    }

    private static List<Double> spectrum(Tensor rows) {
        Tensor covariance = rows.transpose(0, 1).matmul(rows).over(rows.size(0) - 1.0);
        double[] ascending = Eigensystem.ofSymmetric(covariance.to(DataType.FLOAT64))
                .values()
                .doubles();
        List<Double> descending = new ArrayList<>();
        for (int i = ascending.length - 1; i >= 0; i--) {
            descending.add(ascending[i]);
        }
        return descending;
    }

    private static double sum(List<Double> values) {
        return values.stream().mapToDouble(value -> value).sum();
    }
}
