package aerate.training.metrics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A figure and its 95 % interval; all three are NaN where the figure is not defined on the films at hand, such as a
 * sensitivity without sick films.
 *
 * @param value on all films
 * @param low 2.5th percentile over the resamples
 * @param high 97.5th percentile over the resamples
 */
public record Estimate(double value, double low, double high) {
    public Estimate {
        if (low > high) {
            throw new IllegalArgumentException("an interval must not be empty, was [" + low + ", " + high + "]");
        }
    }

    /**
     * The mean over films, and its interval by a seeded bootstrap over patients; not defined without films.
     *
     * @param seed of the resampling
     */
    public static Estimate ofMean(List<Measurement> films, long seed) {
        return bootstrap(films, seed).estimate(weights -> {
            double sum = 0;
            double count = 0;
            for (int i = 0; i < weights.length; i++) {
                sum += weights[i] * films.get(i).value();
                count += weights[i];
            }
            return sum / count;
        });
    }

    /** Likewise the median: the least figure that at least half of the films do not exceed. */
    public static Estimate ofMedian(List<Measurement> films, long seed) {
        int[] order = IntStream.range(0, films.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> films.get(i).value()))
                .mapToInt(i -> i)
                .toArray();
        return bootstrap(films, seed).estimate(weights -> {
            double half = Arrays.stream(weights).sum() / 2.0;
            double below = 0;
            for (int i : order) {
                below += weights[i];
                if (below >= half) {
                    return films.get(i).value();
                }
            }
            return Double.NaN;
        });
    }

    private static Bootstrap bootstrap(List<Measurement> films, long seed) {
        Map<String, Integer> numbers = new HashMap<>();
        int[] patients = films.stream()
                .mapToInt(film -> numbers.computeIfAbsent(film.patient(), patient -> numbers.size()))
                .toArray();
        return new Bootstrap(patients, numbers.size(), seed);
    }

    /** Whether the films at hand define the figure. */
    public boolean defined() {
        return !Double.isNaN(value);
    }
}
