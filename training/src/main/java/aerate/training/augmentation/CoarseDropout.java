package aerate.training.augmentation;

import aerate.tensor.Generator;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import java.util.Optional;

/**
 * Coarse dropout (DeVries &amp; Taylor 2017): rectangles of one grey, each anywhere within the film.
 *
 * @param probability that a film gets it; always where it is absent
 * @param holes how many, whole numbers in [0, 64], both ends as likely as those between
 * @param side height and width of a hole, each drawn for itself, as shares of the film's, in [0, 1]
 * @param fill the brightness within, in [0, 1]
 */
public record CoarseDropout(Optional<Double> probability, Range holes, Range side, double fill)
        implements Augmentation {
    public CoarseDropout {
        Rules.requireProbability("coarse-dropout", probability);
        Rules.requireWithin("coarse-dropout.holes", holes, 0, 64);
        Rules.require(
                holes.low() == Math.rint(holes.low()) && holes.high() == Math.rint(holes.high()),
                "coarse-dropout.holes must be whole numbers, was " + holes);
        Rules.requireWithin("coarse-dropout.side", side, 0, 1);
        Rules.require(fill >= 0 && fill <= 1, "coarse-dropout.fill must be in [0, 1], was " + fill);
    }

    @Override
    public boolean geometric() {
        return false;
    }

    @Override
    public Tensor brightness(Tensor films, Generator random) {
        Tensor result = films.copy();
        Tensor grey = Tensors.full(fill, 1, 1, 1, 1);
        int count = (int) Math.floor(
                new Range(holes.low(), holes.high() + 1).at(random.uniform(1).item()));
        for (int i = 0; i < count; i++) {
            float[] draws = random.uniform(4).floats();
            long height = Math.round(side.at(draws[0]) * films.size(2));
            long width = Math.round(side.at(draws[1]) * films.size(3));
            long top = (long) (draws[2] * (films.size(2) - height + 1));
            long left = (long) (draws[3] * (films.size(3) - width + 1));
            result.narrow(2, top, height).narrow(3, left, width).assign(grey);
        }
        return result;
    }
}
