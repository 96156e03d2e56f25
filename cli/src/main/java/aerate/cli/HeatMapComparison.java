package aerate.cli;

import aerate.cli.HeatMapFigure.Measured;
import aerate.film.Label;
import aerate.film.LabelledFilm;
import aerate.reading.diagnosis.Classifier;
import aerate.reading.heatmap.Explainer;
import aerate.reading.heatmap.HeatMap;
import aerate.reading.heatmap.faithfulness.Faithfulness;
import aerate.reading.heatmap.faithfulness.Localisation;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;

/**
 * Heat maps of the same films by several methods, measured.
 *
 * @param rows one for each method
 * @param ranking the films, from the one that the methods together show best to the worst
 */
record HeatMapComparison(List<HeatMapRow> rows, List<LabelledFilm> ranking) {
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    HeatMapComparison {
        rows = List.copyOf(rows);
        ranking = List.copyOf(ranking);
    }

    /**
     * Compares.
     *
     * @param perturbed on how many of the films, evenly from all, insertion, deletion and ROAD are measured
     * @param seed of all noise and resampling
     */
    static HeatMapComparison of(
            Classifier classifier, MarkedFilms films, List<Explainer> explainers, int perturbed, long seed)
            throws IOException {
        List<LabelledFilm> toPerturb = MarkedFilms.evenly(films.entries(), perturbed);
        Map<Explainer, List<Measured>> measured = new LinkedHashMap<>();
        explainers.forEach(explainer -> measured.put(explainer, new ArrayList<>()));
        Map<LabelledFilm, Double> quality = new LinkedHashMap<>();
        int maps = films.entries().size() * explainers.size();
        try (ProgressBar bar = ProgressBars.of("heat maps", maps, "maps")) {
            for (LabelledFilm entry : films.entries()) {
                MarkedFilms.Marked marked = films.read(entry);
                for (Explainer explainer : explainers) {
                    Measured map = measured(classifier, marked, explainer, toPerturb.contains(entry), seed);
                    measured.get(explainer).add(map);
                    quality.merge(entry, quality(map), Double::sum);
                    bar.step();
                }
            }
        }
        List<HeatMapRow> rows = explainers.stream()
                .map(explainer -> HeatMapRow.of(explainer.name(), measured.get(explainer), seed))
                .toList();
        List<LabelledFilm> ranking = (films.truth().isPresent() ? films.entries() : toPerturb)
                .stream()
                        .sorted(Comparator.comparingDouble(quality::get).reversed())
                        .toList();
        return new HeatMapComparison(rows, ranking);
    }

    private static Measured measured(
            Classifier classifier, MarkedFilms.Marked marked, Explainer explainer, boolean perturbed, long seed) {
        long start = CLOCK.getCurrentThreadCpuTime();
        HeatMap map = explainer.explain(classifier, marked.film(), Label.PNEUMONIA);
        double milliseconds = (CLOCK.getCurrentThreadCpuTime() - start) / 1e6;
        Optional<Localisation> localised = marked.mask().map(mask -> Localisation.of(map, mask));
        Optional<Faithfulness> faithfulness =
                perturbed ? Optional.of(Faithfulness.of(classifier, marked.film(), map, seed)) : Optional.empty();
        return new Measured(marked.entry().patient(), localised, faithfulness, milliseconds);
    }

    /** By which films are ranked: the best IoU, or ROAD where nobody marked the disease. */
    private static double quality(Measured map) {
        return map.localised()
                .map(Localisation::bestIou)
                .or(() -> map.faithfulness().map(Faithfulness::road))
                .orElse(0.0);
    }
}
