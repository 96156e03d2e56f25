package aerate.training.augmentation;

import aerate.tensor.Tensor;
import aerate.tensor.Tensors;

/** Where the pixels of a film lie, in coordinates from -1 to 1 between the edges of the outer pixels. */
final class Grid {
    private Grid() {}

    /** The (x, y) of every pixel's centre: {@code N x H x W x 2}. */
    static Tensor of(long films, long height, long width) {
        float[] coordinates = new float[Math.toIntExact(height * width * 2)];
        for (int i = 0; i < height * width; i++) {
            coordinates[2 * i] = (float) ((2 * (i % width) + 1) / (double) width - 1);
            coordinates[2 * i + 1] = (float) ((2 * (i / width) + 1) / (double) height - 1);
        }
        return Tensors.of(coordinates, 1, height, width, 2).plus(Tensors.zeros(films, 1, 1, 1));
    }
}
