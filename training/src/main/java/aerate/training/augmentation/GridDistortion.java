package aerate.training.augmentation;

import aerate.tensor.Generator;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import java.util.Arrays;
import java.util.Optional;

/**
 * Grid distortion: columns and rows of equal cells each show a stretch of the old film that is longer or shorter by a
 * factor of its own, linear within a cell. Cells go from edge to edge of the film, so that factors of 1 are the identity
 * (Albumentations lays them from pixel to pixel, and loses up to one a cell).
 *
 * @param probability that a film gets it; always where it is absent
 * @param steps cells along an axis, at least 1
 * @param limit what a factor differs from 1 by, above -1
 * @param normalized whether all the film stays in view (Albumentations 2.0.8), or what is stretched pushes the rest on (as
 *     1.3.1)
 */
public record GridDistortion(Optional<Double> probability, int steps, Range limit, boolean normalized)
        implements Augmentation {
    private static final double LEAST = -0.99; // at -1 a cell would vanish

    public GridDistortion {
        Rules.requireProbability("grid-distortion", probability);
        Rules.require(steps >= 1, "grid-distortion.steps must be at least 1, was " + steps);
        Rules.requireWithin("grid-distortion.limit", limit, LEAST, 10);
    }

    @Override
    public boolean geometric() {
        return true;
    }

    @Override
    public Tensor coordinates(Tensor coordinates, Generator random) {
        int height = (int) coordinates.size(1);
        int width = (int) coordinates.size(2);
        return Displacement.apply(field(width, height, factors(random), factors(random)), coordinates);
    }

    private double[] factors(Generator random) {
        float[] draws = random.uniform(steps).floats();
        double[] factors = new double[steps];
        Arrays.setAll(factors, i -> 1 + limit.at(draws[i]));
        return factors;
    }

    /** How far pixels move, {@code 1 x 2 x H x W}, by the factors of columns and rows. */
    Tensor field(int width, int height, double[] columns, double[] rows) {
        Tensor right = Tensors.of(moves(width, columns), 1, 1, 1, width).plus(Tensors.zeros(1, 1, height, 1));
        Tensor down = Tensors.of(moves(height, rows), 1, 1, height, 1).plus(Tensors.zeros(1, 1, 1, width));
        return Tensors.concatenate(1, right, down);
    }

    private float[] moves(int size, double... factors) {
        double[] knots = new double[factors.length + 1];
        for (int i = 0; i < factors.length; i++) {
            knots[i + 1] = knots[i] + factors[i];
        }
        double unit = size / (normalized ? knots[factors.length] : factors.length);
        float[] moves = new float[size];
        for (int i = 0; i < size; i++) {
            double at = (i + 0.5) * factors.length / size; // in cells
            int cell = (int) at;
            moves[i] = (float) ((knots[cell] + (at - cell) * factors[cell]) * unit - (i + 0.5));
        }
        return moves;
    }
}
