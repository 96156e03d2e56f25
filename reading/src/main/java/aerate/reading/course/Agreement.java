package aerate.reading.course;

import aerate.film.Film;
import aerate.film.Label;
import aerate.reading.diagnosis.Classifier;
import aerate.reading.heatmap.Explainer;
import aerate.reading.heatmap.HeatMap;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where two explainers agree: the geometric mean of their evidence, of the finer one's size. So a classifier's map, which knows
 * what is disease, gates a residual, which knows where the film is unlike a healthy one.
 */
public record Agreement(Explainer one, Explainer other) implements Explainer {
    @Override
    public String name() {
        return one.name() + "+" + other.name();
    }

    @Override
    public List<HeatMap> explain(Classifier classifier, List<Film> films, Label label) {
        List<HeatMap> first = one.explain(classifier, films, label);
        List<HeatMap> second = other.explain(classifier, films, label);
        return IntStream.range(0, films.size())
                .mapToObj(i -> mean(first.get(i), second.get(i), label))
                .toList();
    }

    private HeatMap mean(HeatMap first, HeatMap second, Label label) {
        int width = Math.max(first.width(), second.width());
        int height = Math.max(first.height(), second.height());
        float[] a = first.evidence(width, height);
        float[] b = second.evidence(width, height);
        for (int i = 0; i < a.length; i++) {
            a[i] = (float) Math.sqrt(a[i] * b[i]);
        }
        return HeatMap.of(width, height, a, label, name());
    }
}
