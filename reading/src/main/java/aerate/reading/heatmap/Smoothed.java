package aerate.reading.heatmap;

import aerate.film.Film;
import aerate.film.Label;
import aerate.film.Resampling;
import aerate.reading.diagnosis.Classifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Another explainer's maps, averaged over several views of each film: mirrored, turned, moved and scaled a little, and the
 * maps mapped back. The average is on a finer grid than the maps, since each view lays that over the film differently.
 *
 * @param views 2 to 64, of which the first is the film itself; a film costs as many maps
 */
public record Smoothed(Explainer inner, int views) implements Explainer {
    private static final int FINER = 4;

    public Smoothed {
        if (views < 2 || views > 64) {
            throw new IllegalArgumentException("views of a smoothed heat map must be in [2, 64], was " + views);
        }
    }

    @Override
    public String name() {
        return inner.name() + "~" + views;
    }

    @Override
    public List<HeatMap> explain(Classifier classifier, List<Film> films, Label label) {
        List<Film> prepared = films.stream()
                .map(film -> film.resized(classifier.size(), classifier.size())) // once, rather than in each view
                .toList();
        List<Sum> sums = new ArrayList<>();
        for (View view : View.seeded(views)) {
            List<HeatMap> maps =
                    inner.explain(classifier, prepared.stream().map(view::of).toList(), label);
            for (int i = 0; i < maps.size(); i++) {
                if (sums.size() == i) {
                    sums.add(new Sum(maps.get(i)));
                }
                sums.get(i).add(maps.get(i), view);
            }
        }
        return sums.stream().map(sum -> sum.mean(views, label, name())).toList();
    }

    /** The sum of one film's maps. */
    private static final class Sum {
        private final int width;
        private final int height;
        private final double[] values;

        Sum(HeatMap map) {
            this.width = map.width() * FINER;
            this.height = map.height() * FINER;
            this.values = new double[width * height];
        }

        void add(HeatMap map, View view) {
            float[] fine = Resampling.resize(map.values(), map.width(), map.height(), width, height);
            float[] back = view.back(fine, width, height);
            Arrays.setAll(values, i -> values[i] + back[i]);
        }

        HeatMap mean(int views, Label label, String name) {
            float[] mean = new float[values.length];
            for (int i = 0; i < mean.length; i++) {
                mean[i] = (float) (values[i] / views);
            }
            return HeatMap.of(width, height, mean, label, name);
        }
    }
}
