package aerate.diffusion;

import java.util.function.IntToDoubleFunction;

/**
 * How much of an image is left at each noise level t = 0..T: ᾱ_t, falling from ᾱ_0 = 1.
 *
 * <p>x_t = √ᾱ_t x_0 + √(1−ᾱ_t) ε with ε ~ N(0, I); see {@link ForwardProcess}.
 */
public final class NoiseSchedule {
    private final double[] alphaBar;

    private NoiseSchedule(double... alphaBar) {
        this.alphaBar = alphaBar;
    }

    private NoiseSchedule(int levels, IntToDoubleFunction beta) {
        if (levels < 1) {
            throw new IllegalArgumentException("a noise schedule must have at least 1 level, had " + levels);
        }
        alphaBar = new double[levels + 1];
        alphaBar[0] = 1;
        for (int t = 1; t <= levels; t++) {
            alphaBar[t] = alphaBar[t - 1] * (1 - beta.applyAsDouble(t));
        }
    }

    /**
     * β from 1e-4 to 0.02 in equal steps for T = 1000 (Ho et al. 2020, section 4); for another T scaled by 1000/T, so
     * that the last level is as noisy.
     *
     * @param levels T, more than 20: with fewer β would reach 1
     */
    public static NoiseSchedule linear(int levels) {
        if (levels <= 20) {
            throw new IllegalArgumentException("a linear schedule must have more than 20 levels, had " + levels);
        }
        double scale = 1000.0 / levels;
        return new NoiseSchedule(levels, t -> scale * (1e-4 + (0.02 - 1e-4) * (t - 1) / (levels - 1)));
    }

    /**
     * ᾱ_t = f(t)/f(0), f(t) = cos²(π/2 · (t/T + s)/(1 + s)), s = 0.008, and β at most 0.999 (Nichol &amp;
     * Dhariwal 2021, equation 17).
     *
     * @param levels T, at least 1
     */
    public static NoiseSchedule cosine(int levels) {
        return new NoiseSchedule(
                levels, t -> Math.min(0.999, 1 - squaredCosine(t, levels) / squaredCosine(t - 1, levels)));
    }

    /**
     * The schedule of a name.
     *
     * @param name {@code linear} or {@code cosine}
     * @throws IllegalArgumentException for another
     */
    public static NoiseSchedule named(String name, int levels) {
        return switch (name) {
            case "linear" -> linear(levels);
            case "cosine" -> cosine(levels);
            default -> throw new IllegalArgumentException("a noise schedule must be linear or cosine, was " + name);
        };
    }

    /**
     * This schedule without a signal at its last level (Lin et al. 2023, arXiv 2305.08891, Algorithm 1): √ᾱ_t is shifted to
     * √ᾱ_T = 0 and scaled so that √ᾱ_1 stays. A network of it must predict {@link Parameterization#VELOCITY}.
     */
    public NoiseSchedule zeroTerminal() {
        double[] rescaled = new double[alphaBar.length];
        double first = Math.sqrt(alphaBar[1]);
        double last = Math.sqrt(alphaBar[levels()]);
        rescaled[0] = 1;
        for (int t = 1; t < rescaled.length; t++) {
            double root = (Math.sqrt(alphaBar[t]) - last) * first / (first - last);
            rescaled[t] = root * root;
        }
        return new NoiseSchedule(rescaled);
    }

    private static double squaredCosine(int t, int levels) {
        final double offset = 0.008;
        double cosine = Math.cos(Math.PI / 2 * ((double) t / levels + offset) / (1 + offset));
        return cosine * cosine;
    }

    /** T, the noisiest level. */
    public int levels() {
        return alphaBar.length - 1;
    }

    /**
     * ᾱ_t, the share of the image's variance that is left.
     *
     * @param t in [0, T]
     */
    public double alphaBar(int t) {
        if (t < 0 || t > levels()) {
            throw new IllegalArgumentException("noise level must be in [0, " + levels() + "], was " + t);
        }
        return alphaBar[t];
    }

    /** √ᾱ_t. */
    double signal(int t) {
        return Math.sqrt(alphaBar(t));
    }

    /** √(1−ᾱ_t). */
    double spread(int t) {
        return Math.sqrt(1 - alphaBar(t));
    }

    /**
     * β_t = 1 − ᾱ_t/ᾱ_{t−1}, the variance that the step to t adds.
     *
     * @param t in [1, T]
     */
    public double beta(int t) {
        return 1 - alphaBar(t) / alphaBar(t - 1);
    }

    /** Signal-to-noise ratio ᾱ_t/(1−ᾱ_t); infinite at level 0. */
    public double signalToNoise(int t) {
        return alphaBar(t) / (1 - alphaBar(t));
    }

    /**
     * q(x_s | x_t, x_0) for any two levels; s = t−1 gives Ho et al. 2020, equations 6 and 7.
     *
     * @param from t in [1, T]
     * @param to s in [0, t)
     */
    public Posterior posterior(int from, int to) {
        if (to >= from) {
            throw new IllegalArgumentException("a posterior must lead to a level below " + from + ", was " + to);
        }
        double kept = alphaBar(from) / alphaBar(to); // ᾱ_t/ᾱ_s
        double noise = 1 - alphaBar(from);
        double noiseAfter = 1 - alphaBar(to);
        return new Posterior(
                Math.sqrt(alphaBar(to)) * (1 - kept) / noise,
                Math.sqrt(kept) * noiseAfter / noise,
                (1 - kept) * noiseAfter / noise);
    }
}
