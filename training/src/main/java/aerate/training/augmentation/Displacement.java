package aerate.training.augmentation;

import aerate.tensor.Functions;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;

/** A coordinate map given by how far it moves each pixel of the film. */
final class Displacement {
    private Displacement() {}

    /**
     * Moves coordinates by what a field says where they lie: bilinearly between pixel centres, and beyond the film's edge
     * as at the edge.
     *
     * @param coordinates {@code 1 x H x W x 2}, (x, y) in [-1, 1] from edge to edge
     * @param pixels {@code 1 x 2 x H x W}, rightwards and downwards, in pixels
     */
    static Tensor apply(Tensor pixels, Tensor coordinates) {
        float perColumn = 2f / pixels.size(3);
        float perRow = 2f / pixels.size(2);
        Tensor unit = Tensors.of(new float[] {perColumn, perRow}, 1, 2, 1, 1);
        Tensor moves = Functions.sampleGrid(pixels.times(unit), coordinates); // 1 x 2 x H x W
        return coordinates.plus(moves.transpose(1, 2).transpose(2, 3));
    }
}
