package aerate.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** Median seconds of several ways to do one thing, which take turns as in a {@link Comparison}. */
final class Medians {
    private static final double NANO = 1e-9;

    private Medians() {}

    /**
     * Times all of them in each round; who goes first moves on from round to round.
     *
     * @param nanoseconds the clock
     * @param warmup rounds that do not count
     * @return by the same names, in the same order
     */
    static Map<String, Double> of(LongSupplier nanoseconds, int warmup, int rounds, Map<String, Runnable> ways) {
        List<String> names = List.copyOf(ways.keySet());
        Map<String, List<Double>> seconds = new LinkedHashMap<>();
        names.forEach(name -> seconds.put(name, new ArrayList<>()));
        for (int round = -warmup; round < rounds; round++) {
            for (int turn = 0; turn < names.size(); turn++) {
                String name = names.get(Math.floorMod(round + turn, names.size()));
                long start = nanoseconds.getAsLong();
                ways.get(name).run();
                double taken = (nanoseconds.getAsLong() - start) * NANO;
                if (round >= 0) {
                    seconds.get(name).add(taken);
                }
            }
        }
        Map<String, Double> medians = new LinkedHashMap<>();
        seconds.forEach((name, values) -> medians.put(name, Comparison.quantile(values, 0.5)));
        return medians;
    }
}
