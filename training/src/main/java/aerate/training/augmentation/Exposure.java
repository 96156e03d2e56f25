package aerate.training.augmentation;

import aerate.tensor.Generator;
import aerate.tensor.Tensor;
import java.util.Optional;

/**
 * What an X-ray tube and a screen do differently: gamma, then contrast about the middle grey, then brightness, each drawn
 * uniformly in its range.
 *
 * @param gamma greatest relative change of the exponent, either way on a logarithmic scale, at least 0
 * @param contrast greatest relative change of slope, either way, in [0, 1)
 * @param brightness greatest shift, either way, in [0, 1)
 * @param probability that a film gets it; always where it is absent
 */
public record Exposure(double gamma, double contrast, double brightness, Optional<Double> probability)
        implements Augmentation {
    private static final double DARKEST = 1e-8; // keeps the logarithm finite, and black black

    public Exposure {
        Rules.require(gamma >= 0, "exposure.gamma must be at least 0, was " + gamma);
        Rules.require(contrast >= 0 && contrast < 1, "exposure.contrast must be in [0, 1), was " + contrast);
        Rules.require(brightness >= 0 && brightness < 1, "exposure.brightness must be in [0, 1), was " + brightness);
        Rules.requireProbability("exposure", probability);
    }

    /** One that every film gets. */
    public Exposure(double gamma, double contrast, double brightness) {
        this(gamma, contrast, brightness, Optional.empty());
    }

    @Override
    public boolean batchwise() {
        return probability.isEmpty();
    }

    @Override
    public boolean geometric() {
        return false;
    }

    @Override
    public Tensor brightness(Tensor films, Generator random) {
        long count = films.size(0);
        Tensor exponent = symmetric(count, random).times(Math.log1p(gamma)).exp();
        Tensor slope = symmetric(count, random).times(contrast).plus(1);
        Tensor shift = symmetric(count, random).times(brightness);
        return expose(films, exponent, slope, shift);
    }

    /** (v^exponent − 1/2) slope + 1/2 + shift, for brightness v. */
    static Tensor expose(Tensor films, Tensor exponent, Tensor slope, Tensor shift) {
        Tensor bent = films.clamp(DARKEST, 1).log().times(exponent).exp();
        return bent.minus(0.5).times(slope).plus(0.5).plus(shift);
    }

    private static Tensor symmetric(long count, Generator random) {
        return random.uniform(count, 1, 1, 1).times(2).minus(1);
    }
}
