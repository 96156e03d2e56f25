package aerate.cli;

import aerate.cli.MarkedFilms.Marked;
import aerate.film.Label;
import aerate.film.LabelledFilm;
import aerate.film.truth.LesionMask;
import aerate.reading.diagnosis.Classifier;
import aerate.reading.heatmap.Explainer;
import aerate.reading.heatmap.HeatMap;
import aerate.reading.heatmap.faithfulness.Localisation;
import aerate.report.Overlay;
import aerate.report.Panel;
import aerate.report.Strip;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The films that are shown best, middling and worst, side by side, and below them their maps by every method. */
final class HeatMapGrid {
    private HeatMapGrid() {}

    /**
     * Draws the grid.
     *
     * @param ranking best first, at least one
     */
    static BufferedImage of(
            Classifier classifier, MarkedFilms films, List<LabelledFilm> ranking, List<Explainer> explainers)
            throws IOException {
        int last = ranking.size() - 1;
        List<Marked> shown =
                List.of(films.read(ranking.get(0)), films.read(ranking.get(last / 2)), films.read(ranking.get(last)));
        List<Strip.Row> rows = new ArrayList<>();
        rows.add(new Strip.Row(
                "film",
                List.of(
                        new Panel(shown.get(0).film(), "best"),
                        new Panel(shown.get(1).film(), "median"),
                        new Panel(shown.get(2).film(), "worst"))));
        if (films.truth().isPresent()) {
            rows.add(row("disease", shown, film -> new Panel(disease(film), "")));
        }
        for (Explainer explainer : explainers) {
            rows.add(row(explainer.name(), shown, film -> panel(classifier, film, explainer)));
        }
        return Strip.grid(rows);
    }

    private static Strip.Row row(String title, List<Marked> films, Function<Marked, Panel> panel) {
        return new Strip.Row(title, films.stream().map(panel).toList());
    }

    private static Panel panel(Classifier classifier, Marked marked, Explainer explainer) {
        HeatMap map = explainer.explain(classifier, marked.film(), Label.PNEUMONIA);
        String note = marked.mask()
                .map(mask -> Localisation.of(map, mask))
                .map(found -> String.format(
                        Locale.ROOT, "IoU %.2f, peak %s", found.bestIou(), found.hit() ? "inside" : "outside"))
                .orElse("");
        return new Panel(Pictures.overlay(marked.film(), map), "", note);
    }

    private static BufferedImage disease(Marked marked) {
        LesionMask mask = marked.mask().orElseThrow();
        float[] heat = new float[mask.width() * mask.height()];
        for (int i = 0; i < heat.length; i++) {
            heat[i] = mask.at(i % mask.width(), i / mask.width()) ? 1 : 0;
        }
        return Overlay.paint(marked.film(), heat, mask.width(), mask.height());
    }
}
