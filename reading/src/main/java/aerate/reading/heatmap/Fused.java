package aerate.reading.heatmap;

import aerate.film.Film;
import aerate.film.Label;
import aerate.reading.diagnosis.Classifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Maps of several layers as one, of the finest one's size: the geometric mean of their evidence, so that a coarse layer,
 * which knows what is disease, gates a fine one, which knows where its edges are.
 *
 * @param layers names of stages, at least two
 */
record Fused(ActivationMap method, List<String> layers) implements Explainer {
    public Fused {
        layers = List.copyOf(layers);
        if (layers.size() < 2) {
            throw new IllegalArgumentException("a fused map must be of at least 2 layers, was of " + layers.size());
        }
    }

    @Override
    public String name() {
        return method.name() + "@" + String.join("+", layers);
    }

    @Override
    public List<HeatMap> explain(Classifier classifier, List<Film> films, Label label) {
        List<List<HeatMap>> maps = layers.stream() // by layer, then by film
                .map(layer -> method.at(layer).explain(classifier, films, label))
                .toList();
        return IntStream.range(0, films.size())
                .mapToObj(film ->
                        fused(maps.stream().map(ofLayer -> ofLayer.get(film)).toList(), label))
                .toList();
    }

    private HeatMap fused(List<HeatMap> maps, Label label) {
        int width = maps.stream().mapToInt(HeatMap::width).max().orElseThrow();
        int height = maps.stream().mapToInt(HeatMap::height).max().orElseThrow();
        double[] product = new double[width * height];
        Arrays.fill(product, 1);
        for (HeatMap map : maps) {
            float[] evidence = map.evidence(width, height);
            for (int i = 0; i < product.length; i++) {
                product[i] *= evidence[i];
            }
        }
        float[] values = new float[product.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) Math.pow(product[i], 1.0 / maps.size());
        }
        return HeatMap.of(width, height, values, label, name());
    }
}
