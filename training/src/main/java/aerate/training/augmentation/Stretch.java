package aerate.training.augmentation;

import aerate.tensor.Generator;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import java.util.Optional;

/**
 * Another aspect ratio: the film grows wider and lower, or narrower and higher, about its middle. Films that are squashed
 * to a square all differ in it, and where one clinic's healthy films are wider than its sick ones it gives the label away.
 *
 * @param probability that a film gets it; always where it is absent
 * @param aspect new width by height over the old, drawn uniformly on a logarithmic scale, in [0.25, 4]
 */
public record Stretch(Optional<Double> probability, Range aspect) implements Augmentation {
    public Stretch {
        Rules.requireProbability("stretch", probability);
        Rules.requireWithin("stretch.aspect", aspect, 0.25, 4);
    }

    @Override
    public boolean geometric() {
        return true;
    }

    @Override
    public Tensor coordinates(Tensor coordinates, Generator random) {
        double logarithm = new Range(Math.log(aspect.low()), Math.log(aspect.high()))
                .at(random.uniform(1).item());
        float wider = (float) Math.exp(logarithm / 2); // the area stays
        return coordinates.times(Tensors.of(new float[] {1 / wider, wider}, 1, 1, 1, 2)); // back to the old film
    }
}
