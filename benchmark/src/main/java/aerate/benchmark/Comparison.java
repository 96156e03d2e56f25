package aerate.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/**
 * Times of the same work done two ways, round by round.
 *
 * <p>The ways take turns, and which goes first alternates: what else the machine does in a round hits both alike, so that
 * the ratio of a round says more than the ratio of two averages.
 *
 * @param ours seconds of each round
 * @param raw seconds of each round
 */
record Comparison(List<Double> ours, List<Double> raw) {
    private static final double NANO = 1e-9;

    Comparison {
        if (ours.isEmpty() || ours.size() != raw.size()) {
            throw new IllegalArgumentException(
                    "both sides must have run the same rounds, at least 1, were " + ours.size() + " and " + raw.size());
        }
        ours = List.copyOf(ours);
        raw = List.copyOf(raw);
    }

    /**
     * Times both ways.
     *
     * @param nanoseconds the clock
     * @param warmup rounds that do not count: the virtual machine compiles, libtorch fills its caches
     */
    static Comparison of(LongSupplier nanoseconds, int warmup, int rounds, Runnable ours, Runnable raw) {
        List<Double> ourSeconds = new ArrayList<>();
        List<Double> rawSeconds = new ArrayList<>();
        for (int round = -warmup; round < rounds; round++) {
            boolean oursFirst = round % 2 == 0;
            double first = seconds(nanoseconds, oursFirst ? ours : raw);
            double second = seconds(nanoseconds, oursFirst ? raw : ours);
            if (round >= 0) {
                ourSeconds.add(oursFirst ? first : second);
                rawSeconds.add(oursFirst ? second : first);
            }
        }
        return new Comparison(ourSeconds, rawSeconds);
    }

    private static double seconds(LongSupplier nanoseconds, Runnable work) {
        long start = nanoseconds.getAsLong();
        work.run();
        return (nanoseconds.getAsLong() - start) * NANO;
    }

    /** Median seconds of ours. */
    double ourMedian() {
        return quantile(ours, 0.5);
    }

    /** Median seconds of the raw calls. */
    double rawMedian() {
        return quantile(raw, 0.5);
    }

    /** A quantile over the rounds of ours / raw − 1; the median of them is the overhead. */
    double overhead(double quantile) {
        List<Double> overheads = IntStream.range(0, ours.size())
                .mapToObj(round -> ours.get(round) / raw.get(round) - 1)
                .toList();
        return quantile(overheads, quantile);
    }

    /** Linear between the two neighbours in rank. */
    static double quantile(List<Double> values, double share) {
        List<Double> sorted = values.stream().sorted().toList();
        double rank = share * (sorted.size() - 1);
        int below = (int) rank;
        int above = Math.min(below + 1, sorted.size() - 1);
        return sorted.get(below) + (rank - below) * (sorted.get(above) - sorted.get(below));
    }
}
