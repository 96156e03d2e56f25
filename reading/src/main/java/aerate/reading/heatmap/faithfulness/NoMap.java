package aerate.reading.heatmap.faithfulness;

import aerate.film.Film;
import aerate.film.Label;
import aerate.reading.diagnosis.Classifier;
import aerate.reading.heatmap.Explainer;
import aerate.reading.heatmap.HeatMap;
import java.util.List;

/** The control of a comparison: a map that says nothing, so that pixels come and go in a random order. */
public record NoMap() implements Explainer {
    @Override
    public String name() {
        return "none";
    }

    @Override
    public List<HeatMap> explain(Classifier classifier, List<Film> films, Label label) {
        return films.stream()
                .map(film -> HeatMap.of(1, 1, new float[1], label, name()))
                .toList();
    }
}
