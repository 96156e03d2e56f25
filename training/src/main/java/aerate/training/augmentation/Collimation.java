package aerate.training.augmentation;

import aerate.tensor.Generator;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import java.util.Optional;

/**
 * What a collimator and a film's mask do: a strip of one grey along each of the four edges, each with a width of its own.
 * How much black frames a film is a habit of the room it was taken in, not of the lungs.
 *
 * @param probability that a film gets it; always where it is absent
 * @param width of each strip as a share of the side, drawn anew for each edge, in [0, 0.5]
 * @param fill brightness of the strips, drawn once for a film, in [0, 1]
 */
public record Collimation(Optional<Double> probability, Range width, Range fill) implements Augmentation {
    public Collimation {
        Rules.requireProbability("collimation", probability);
        Rules.requireWithin("collimation.width", width, 0, 0.5);
        Rules.requireWithin("collimation.fill", fill, 0, 1);
    }

    @Override
    public boolean geometric() {
        return false;
    }

    @Override
    public Tensor brightness(Tensor films, Generator random) {
        float[] draws = random.uniform(5).floats();
        long top = Math.round(width.at(draws[0]) * films.size(2));
        long bottom = Math.round(width.at(draws[1]) * films.size(2));
        long left = Math.round(width.at(draws[2]) * films.size(3));
        long right = Math.round(width.at(draws[3]) * films.size(3));
        long height = films.size(2) - top - bottom;
        long wide = films.size(3) - left - right;
        Tensor result = Tensors.zeros(films.shape()).plus(fill.at(draws[4]));
        Tensor field = films.narrow(2, top, height).narrow(3, left, wide);
        result.narrow(2, top, height).narrow(3, left, wide).assign(field);
        return result;
    }
}
