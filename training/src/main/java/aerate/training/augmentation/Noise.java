package aerate.training.augmentation;

import aerate.tensor.Generator;
import aerate.tensor.Tensor;
import java.util.Optional;

/**
 * Independent normal noise of every pixel, as of too short an exposure.
 *
 * @param probability that a film gets it; always where it is absent
 * @param deviation of brightness, in [0, 1]
 */
public record Noise(Optional<Double> probability, Range deviation) implements Augmentation {
    public Noise {
        Rules.requireProbability("noise", probability);
        Rules.requireWithin("noise.deviation", deviation, 0, 1);
    }

    @Override
    public boolean geometric() {
        return false;
    }

    @Override
    public Tensor brightness(Tensor films, Generator random) {
        double drawn = deviation.at(random.uniform(1).item());
        return films.plus(random.normal(films.shape()).times(drawn));
    }
}
