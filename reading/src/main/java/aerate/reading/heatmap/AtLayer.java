package aerate.reading.heatmap;

import aerate.film.Film;
import aerate.film.Label;
import aerate.network.Cut;
import aerate.reading.diagnosis.Classifier;
import aerate.tensor.Gradients;
import aerate.tensor.Precision;
import aerate.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A method at the feature map of one stage of the network. Maps are computed in float32 for exactness.
 *
 * @param layer name of the stage
 */
record AtLayer(ActivationMap method, String layer) implements Explainer {
    @Override
    public String name() {
        return method.name() + "@" + layer;
    }

    @Override
    public List<HeatMap> explain(Classifier classifier, List<Film> films, Label label) {
        return explain(method, name(), classifier.network().cutAfter(layer), classifier, films, label);
    }

    /** The maps of a method at a cut of the classifier's network, under a name. */
    static List<HeatMap> explain(
            ActivationMap method, String name, Cut network, Classifier classifier, List<Film> films, Label label) {
        return classifier.inBatches(films, batch -> {
            try (Precision exact = Precision.float32(batch.device())) {
                Tensor features = network.features(batch);
                try (Gradients on = Gradients.on()) {
                    return heatMaps(method.maps(network, features, label.index()), label, name);
                }
            }
        });
    }

    private static List<HeatMap> heatMaps(Tensor maps, Label label, String name) {
        int height = (int) maps.size(1);
        int width = (int) maps.size(2);
        float[] values = maps.floats();
        List<HeatMap> heatMaps = new ArrayList<>();
        for (int from = 0; from < values.length; from += height * width) {
            float[] map = Arrays.copyOfRange(values, from, from + height * width);
            heatMaps.add(HeatMap.of(width, height, map, label, name));
        }
        return heatMaps;
    }
}
