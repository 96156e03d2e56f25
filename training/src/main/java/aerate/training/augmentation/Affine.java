package aerate.training.augmentation;

import aerate.tensor.Generator;
import aerate.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Rotation, scaling, translation and mirroring about the centre, each drawn uniformly in its range.
 *
 * @param rotate greatest angle in degrees, either way, in [0, 180]
 * @param scale greatest relative change of size, either way, in [0, 1)
 * @param translate greatest shift as a share of the side, either way, in [0, 1)
 * @param flip probability of swapping left and right, in [0, 1]
 * @param probability that a film gets it; always where it is absent
 */
public record Affine(double rotate, double scale, double translate, double flip, Optional<Double> probability)
        implements Augmentation {
    private static final int DRAWS = 5; // for a film

    public Affine {
        Rules.require(rotate >= 0 && rotate <= 180, "affine.rotate must be in [0, 180], was " + rotate);
        Rules.require(scale >= 0 && scale < 1, "affine.scale must be in [0, 1), was " + scale);
        Rules.require(translate >= 0 && translate < 1, "affine.translate must be in [0, 1), was " + translate);
        Rules.require(flip >= 0 && flip <= 1, "affine.flip must be in [0, 1], was " + flip);
        Rules.requireProbability("affine", probability);
    }

    /** One that every film gets. */
    public Affine(double rotate, double scale, double translate, double flip) {
        this(rotate, scale, translate, flip, Optional.empty());
    }

    @Override
    public boolean batchwise() {
        return probability.isEmpty();
    }

    @Override
    public boolean geometric() {
        return true;
    }

    @Override
    public Tensor coordinates(Tensor coordinates, Generator random) {
        int films = (int) coordinates.size(0);
        float[] draws = random.uniform(films, DRAWS).floats();
        List<AffineMap> maps = IntStream.range(0, films)
                .mapToObj(film -> map(Arrays.copyOfRange(draws, DRAWS * film, DRAWS * (film + 1))))
                .toList();
        return AffineMap.apply(maps, coordinates);
    }

    /** The map of one film, from numbers in [0, 1). */
    private AffineMap map(float... draws) {
        return AffineMap.of(
                Math.toRadians(rotate * symmetric(draws[0])),
                1 + scale * symmetric(draws[1]),
                draws[2] < flip,
                2 * translate * symmetric(draws[3]), // coordinates are 2 wide
                2 * translate * symmetric(draws[4]));
    }

    private static double symmetric(double draw) {
        return 2 * draw - 1;
    }
}
