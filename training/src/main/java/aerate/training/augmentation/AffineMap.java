package aerate.training.augmentation;

import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import java.util.List;

/**
 * From a point of the new film to the point of the old one that it shows: (x, y) → (xx·x + xy·y + right, yx·x + yy·y +
 * down), in coordinates that are 0 in the middle and 1 at the right and the lower edge.
 */
record AffineMap(double xx, double xy, double yx, double yy, double right, double down) {
    /**
     * Turns, then sizes, then mirrors, then shifts the coordinates.
     *
     * @param angle in radians
     * @param size of what the film shows: 2 is twice as large
     * @param mirrored whether left and right are swapped
     */
    static AffineMap of(double angle, double size, boolean mirrored, double right, double down) {
        double zoom = 1 / size; // back to the old film: a larger one is shrunk
        double mirror = mirrored ? -1 : 1;
        return new AffineMap(
                mirror * zoom * Math.cos(angle),
                -mirror * zoom * Math.sin(angle),
                zoom * Math.sin(angle),
                zoom * Math.cos(angle),
                right,
                down);
    }

    /**
     * Maps the coordinates of films, each by its own map.
     *
     * @param maps one for each of the N films
     * @param coordinates {@code N x H x W x 2}, each (x, y)
     */
    static Tensor apply(List<AffineMap> maps, Tensor coordinates) {
        int films = maps.size();
        float[] matrices = new float[films * 4];
        float[] shifts = new float[films * 2];
        for (int i = 0; i < films; i++) {
            AffineMap map = maps.get(i);
            // Row vectors times matrix, hence its transpose.
            matrices[4 * i] = (float) map.xx;
            matrices[4 * i + 1] = (float) map.yx;
            matrices[4 * i + 2] = (float) map.xy;
            matrices[4 * i + 3] = (float) map.yy;
            shifts[2 * i] = (float) map.right;
            shifts[2 * i + 1] = (float) map.down;
        }
        return coordinates
                .reshape(films, -1, 2)
                .matmul(Tensors.of(matrices, films, 2, 2))
                .plus(Tensors.of(shifts, films, 1, 2))
                .reshape(coordinates.shape());
    }
}
