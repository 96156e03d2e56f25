package aerate.reading.heatmap;

import aerate.film.Film;
import aerate.film.Label;
import aerate.network.Network;
import aerate.reading.diagnosis.Classifier;
import aerate.tensor.Gradients;
import aerate.tensor.Precision;
import aerate.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A way to tell where a verdict comes from. A guest: it is lent a classifier and films, and owns no weights. Maps are
 * computed in float32 for exactness.
 */
public interface Explainer {
    /** What recipes and reports call it. */
    String name();

    /**
     * The arithmetic: where the last feature maps of a batch speak for a class.
     *
     * @param features A, the last feature map, {@code N x K x h x w}, no part of a graph of gradients yet
     * @param index of the class
     * @return {@code N x h x w}
     * @throws IllegalArgumentException if the network has not what the method needs
     */
    Tensor maps(Network network, Tensor features, int index);

    /** As the other {@code explain}, of one film. */
    default HeatMap explain(Classifier classifier, Film film, Label label) {
        return explain(classifier, List.of(film), label).get(0);
    }

    /**
     * Heat maps of films, in their order; each as if its film were alone.
     *
     * @param label what the maps are to explain, whether or not it is the verdict
     */
    default List<HeatMap> explain(Classifier classifier, List<Film> films, Label label) {
        Network network = classifier.network();
        return classifier.inBatches(films, batch -> {
            try (Precision exact = Precision.float32(batch.device())) {
                Tensor features = network.features(batch);
                try (Gradients on = Gradients.on()) {
                    Tensor maps = maps(network, features, label.index());
                    return heatMaps(maps, label);
                }
            }
        });
    }

    private List<HeatMap> heatMaps(Tensor maps, Label label) {
        int height = (int) maps.size(1);
        int width = (int) maps.size(2);
        float[] values = maps.floats();
        List<HeatMap> heatMaps = new ArrayList<>();
        for (int from = 0; from < values.length; from += height * width) {
            float[] map = Arrays.copyOfRange(values, from, from + height * width);
            heatMaps.add(HeatMap.of(width, height, map, label, name()));
        }
        return heatMaps;
    }

    /**
     * The explainer of a name.
     *
     * @param name {@code cam} or {@code grad-cam}
     * @throws IllegalArgumentException for another
     */
    static Explainer named(String name) {
        return switch (name) {
            case "cam" -> new Cam();
            case "grad-cam" -> new GradCam();
            default -> throw new IllegalArgumentException("a heat map must be cam or grad-cam, was " + name);
        };
    }
}
