package aerate.training.augmentation;

import aerate.tensor.Generator;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;

/**
 * Rotation, scaling, translation and mirroring about the centre, each drawn uniformly in its range.
 *
 * @param rotate greatest angle in degrees, either way, in [0, 180]
 * @param scale greatest relative change of size, either way, in [0, 1)
 * @param translate greatest shift as a share of the side, either way, in [0, 1)
 * @param flip probability of swapping left and right, in [0, 1]
 */
public record Affine(double rotate, double scale, double translate, double flip) implements Augmentation {
    public Affine {
        require(rotate >= 0 && rotate <= 180, "affine.rotate must be in [0, 180], was " + rotate);
        require(scale >= 0 && scale < 1, "affine.scale must be in [0, 1), was " + scale);
        require(translate >= 0 && translate < 1, "affine.translate must be in [0, 1), was " + translate);
        require(flip >= 0 && flip <= 1, "affine.flip must be in [0, 1], was " + flip);
    }

    @Override
    public boolean geometric() {
        return true;
    }

    @Override
    public Tensor coordinates(Tensor coordinates, Generator random) {
        int films = (int) coordinates.size(0);
        float[] draws = random.uniform(films, 5).floats();
        float[] matrices = new float[films * 4];
        float[] shifts = new float[films * 2];
        for (int i = 0; i < films; i++) {
            double angle = Math.toRadians(rotate * symmetric(draws[5 * i]));
            double zoom = 1 / (1 + scale * symmetric(draws[5 * i + 1])); // back to the old film: a larger one is shrunk
            double mirror = draws[5 * i + 2] < flip ? -1 : 1;
            // Row vectors times matrix: (x, y) M.
            matrices[4 * i] = (float) (mirror * zoom * Math.cos(angle));
            matrices[4 * i + 1] = (float) (zoom * Math.sin(angle));
            matrices[4 * i + 2] = (float) (-mirror * zoom * Math.sin(angle));
            matrices[4 * i + 3] = (float) (zoom * Math.cos(angle));
            shifts[2 * i] = (float) (2 * translate * symmetric(draws[5 * i + 3])); // the grid is 2 wide
            shifts[2 * i + 1] = (float) (2 * translate * symmetric(draws[5 * i + 4]));
        }
        return coordinates
                .reshape(films, -1, 2)
                .matmul(Tensors.of(matrices, films, 2, 2))
                .plus(Tensors.of(shifts, films, 1, 2))
                .reshape(coordinates.shape());
    }

    private static double symmetric(double draw) {
        return 2 * draw - 1;
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
