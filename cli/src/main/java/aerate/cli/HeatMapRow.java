package aerate.cli;

import aerate.cli.HeatMapFigure.Measured;
import aerate.reading.heatmap.faithfulness.Localisation;
import aerate.training.metrics.Estimate;
import aerate.training.metrics.Measurement;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The figures of one method.
 *
 * @param method name of its explainer
 * @param milliseconds of one thread's CPU time that a map takes, the median
 * @param threshold at which the mean IoU is greatest, chosen on these very films
 * @param figures means over the films that have them, with 95 % intervals over patients; absent where none has
 */
record HeatMapRow(
        String method, double milliseconds, Optional<Double> threshold, Map<HeatMapFigure, Estimate> figures) {
    HeatMapRow {
        figures = Collections.unmodifiableMap(new EnumMap<>(figures));
    }

    /**
     * Sums up.
     *
     * @param films at least one
     * @param seed of the intervals
     */
    static HeatMapRow of(String method, List<Measured> films, long seed) {
        List<Localisation> localised = films.stream()
                .map(Measured::localised)
                .flatMap(Optional::stream)
                .toList();
        double threshold = Localisation.bestThreshold(localised);
        Map<HeatMapFigure, Estimate> figures = new EnumMap<>(HeatMapFigure.class);
        for (HeatMapFigure figure : HeatMapFigure.values()) {
            List<Measurement> values = films.stream()
                    .flatMap(film ->
                            figure.of(film, threshold).stream().map(value -> new Measurement(film.patient(), value)))
                    .toList();
            if (!values.isEmpty()) {
                figures.put(figure, Estimate.ofMean(values, seed));
            }
        }
        double[] times =
                films.stream().mapToDouble(Measured::milliseconds).sorted().toArray();
        return new HeatMapRow(
                method,
                times[times.length / 2],
                localised.isEmpty() ? Optional.empty() : Optional.of(threshold),
                figures);
    }

    /** The figures that tables of these rows have columns for. */
    static List<HeatMapFigure> columns(List<HeatMapRow> rows) {
        return Arrays.stream(HeatMapFigure.values())
                .filter(rows.get(0).figures()::containsKey)
                .toList();
    }
}
