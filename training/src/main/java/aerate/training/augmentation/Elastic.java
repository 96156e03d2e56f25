package aerate.training.augmentation;

import aerate.tensor.Generator;
import aerate.tensor.Tensor;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/**
 * Elastic deformation (Simard et al. 2003): every pixel moves at random, and neighbours alike, since the random field is
 * smoothed. Lengths are pixels of a film 224 high; at another size films are deformed alike.
 *
 * <p>After smoothing hardly anything is left of a field: pixels move by about 0.06 α/σ for {@link Field#NORMAL}, 0.16 α/σ
 * for {@link Field#UNIFORM}. α = 1, Albumentations' default, does nothing that can be seen; α = 300 at σ = 6 moves by 3 or
 * 8 pixels.
 *
 * @param probability that a film gets it; always where it is absent
 * @param alpha factor of the smoothed field, at least 0
 * @param sigma deviation of the Gaussian filter, above 0
 * @param field what is smoothed
 */
public record Elastic(Optional<Double> probability, Range alpha, double sigma, Field field) implements Augmentation {
    private static final double SIDE = 224;

    /** The random field, in which the two versions of Albumentations differ. */
    public enum Field {
        /** Albumentations 2.0.8: standard normal, divided by its greatest magnitude, mirrored at the edge. */
        @JsonProperty("normal")
        NORMAL(Gaussian.Border.MIRROR),
        /** Albumentations 1.3.1, whose affine part is {@link Affine}'s: uniform in [-1, 1), the edge repeated. */
        @JsonProperty("uniform")
        UNIFORM(Gaussian.Border.REPEATED_MIRROR);

        private final Gaussian.Border border;

        Field(Gaussian.Border border) {
            this.border = border;
        }

        private Tensor draw(Generator random, long height, long width) {
            return this == NORMAL
                    ? random.normal(1, 2, height, width)
                    : random.uniform(1, 2, height, width).times(2).minus(1);
        }

        /** What the drawn field moves pixels by, {@code 1 x 2 x H x W}; all lengths in pixels of this film. */
        Tensor smoothed(Tensor drawn, double alpha, double sigma) {
            Tensor bounded = this == NORMAL ? drawn.over(drawn.abs().max()) : drawn;
            return Gaussian.blur(bounded, sigma, border).times(alpha);
        }
    }

    public Elastic {
        Rules.requireProbability("elastic", probability);
        Rules.requireWithin("elastic.alpha", alpha, 0, Double.MAX_VALUE);
        Rules.require(sigma > 0 && sigma <= SIDE, "elastic.sigma must be in (0, 224], was " + sigma);
        Rules.require(field != null, "elastic.field is missing");
    }

    @Override
    public boolean geometric() {
        return true;
    }

    @Override
    public Tensor coordinates(Tensor coordinates, Generator random) {
        double size = coordinates.size(1) / SIDE;
        double strength = alpha.at(random.uniform(1).item());
        Tensor drawn = field.draw(random, coordinates.size(1), coordinates.size(2));
        // A filter half as wide leaves twice as much, of which a film half as large needs half: hence the square.
        Tensor pixels = field.smoothed(drawn, strength * size * size, sigma * size);
        return Displacement.apply(pixels, coordinates);
    }
}
