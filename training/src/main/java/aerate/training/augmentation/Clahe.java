package aerate.training.augmentation;

import aerate.tensor.Generator;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import java.util.Optional;

/**
 * Histogram equalisation as scanners do it: adaptive and of limited contrast (CLAHE, Zuiderveld 1994).
 *
 * @param probability that a film gets it; always where it is absent
 * @param clip greatest height of a histogram's bin in multiples of the mean one, in [1, 256]; 1 hardly changes a film
 * @param tiles in which histograms are taken, along each axis, in [1, 64]
 */
public record Clahe(Optional<Double> probability, Range clip, int tiles) implements Augmentation {
    private static final int WHITE = 255;

    public Clahe {
        Rules.requireProbability("clahe", probability);
        Rules.requireWithin("clahe.clip", clip, 1, 256);
        Rules.require(tiles >= 1 && tiles <= 64, "clahe.tiles must be in [1, 64], was " + tiles);
    }

    @Override
    public boolean geometric() {
        return false;
    }

    @Override
    public Tensor brightness(Tensor films, Generator random) {
        double drawn = clip.at(random.uniform(1).item());
        int height = (int) films.size(2);
        int width = (int) films.size(3);
        float[] values = films.clamp(0, 1).floats();
        int[] grey = new int[values.length];
        for (int i = 0; i < grey.length; i++) {
            grey[i] = Math.round(values[i] * WHITE);
        }
        int[] equalised = new TileHistograms(grey, width, height, tiles, drawn).equalised();
        for (int i = 0; i < values.length; i++) {
            values[i] = equalised[i] / (float) WHITE;
        }
        return Tensors.of(values, films.shape());
    }
}
