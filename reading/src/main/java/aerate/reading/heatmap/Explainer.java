package aerate.reading.heatmap;

import aerate.film.Film;
import aerate.film.Label;
import aerate.reading.diagnosis.Classifier;
import java.util.List;

/** A way to tell where a verdict comes from. A guest: it is lent a classifier and films, and owns no weights. */
public interface Explainer {
    /** What recipes and reports call it; {@link #named} knows it by that. */
    String name();

    /**
     * Heat maps of films, in their order; each as if its film were alone.
     *
     * @param label what the maps are to explain, whether or not it is the verdict
     * @throws IllegalArgumentException if the network has not what the method needs
     */
    List<HeatMap> explain(Classifier classifier, List<Film> films, Label label);

    /** As the other {@code explain}, of one film. */
    default HeatMap explain(Classifier classifier, Film film, Label label) {
        return explain(classifier, List.of(film), label).get(0);
    }

    /**
     * The explainer of a name: {@code METHOD[@LAYER[+LAYER…]][~VIEWS]}, such as {@code grad-cam},
     * {@code layer-cam@denseblock3}, {@code grad-cam@denseblock3+denseblock4} ({@link Fused}) or {@code grad-cam~8}
     * ({@link Smoothed}).
     *
     * @throws IllegalArgumentException if it names no method of {@link ActivationMap#all}, or is not of this form; whether
     *     a network has the layer is seen when it is explained
     */
    static Explainer named(String name) {
        return ExplainerName.parse(name);
    }
}
