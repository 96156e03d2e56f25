package aerate.training.augmentation;

import aerate.tensor.Generator;
import aerate.tensor.Tensor;
import java.util.Optional;

/**
 * Unsharp masking, as scanners do it: v + amount (v − blurred v).
 *
 * @param probability that a film gets it; always where it is absent
 * @param amount of what is finer than the blur, in [0, 10]
 * @param sigma deviation of the Gaussian blur in pixels of a film 224 high, in (0, 20]
 */
public record Sharpening(Optional<Double> probability, Range amount, double sigma) implements Augmentation {
    public Sharpening {
        Rules.requireProbability("sharpening", probability);
        Rules.requireWithin("sharpening.amount", amount, 0, 10);
        Rules.require(sigma > 0 && sigma <= 20, "sharpening.sigma must be in (0, 20], was " + sigma);
    }

    @Override
    public boolean geometric() {
        return false;
    }

    @Override
    public Tensor brightness(Tensor films, Generator random) {
        return sharpen(films, amount.at(random.uniform(1).item()), sigma * films.size(2) / Blur.SIDE);
    }

    /** By a blur whose deviation is in pixels of these films. */
    static Tensor sharpen(Tensor films, double amount, double sigma) {
        Tensor blurred = Gaussian.blur(films, sigma, Gaussian.Border.MIRROR);
        return films.plus(films.minus(blurred).times(amount));
    }
}
