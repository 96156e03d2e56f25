package aerate.training.augmentation;

import aerate.tensor.Generator;
import aerate.tensor.Tensor;
import java.util.Optional;

/**
 * A Gaussian blur, as of a coarse screen or a patient who moved. Mirrored at the edge, as OpenCV's.
 *
 * @param probability that a film gets it; always where it is absent
 * @param sigma deviation in pixels of a film 224 high, whatever the film's size, in [0, 20]
 */
public record Blur(Optional<Double> probability, Range sigma) implements Augmentation {
    static final double SIDE = 224;

    public Blur {
        Rules.requireProbability("blur", probability);
        Rules.requireWithin("blur.sigma", sigma, 0, 20);
    }

    @Override
    public boolean geometric() {
        return false;
    }

    @Override
    public Tensor brightness(Tensor films, Generator random) {
        double drawn = sigma.at(random.uniform(1).item());
        return Gaussian.blur(films, drawn * films.size(2) / SIDE, Gaussian.Border.MIRROR);
    }
}
