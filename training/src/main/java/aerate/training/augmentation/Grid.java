package aerate.training.augmentation;

import aerate.tensor.Tensor;
import aerate.tensor.Tensors;

/** Where the pixels of a film lie, in coordinates from -1 to 1 between the edges of the outer pixels. */
final class Grid {
    private Grid() {}

    /** The (x, y) of every pixel's centre: {@code N x H x W x 2}. */
    static Tensor of(long films, long height, long width) {
        float[] columns = centres(Math.toIntExact(width));
        float[] rows = centres(Math.toIntExact(height));
        float[] coordinates = new float[2 * columns.length * rows.length];
        int next = 0;
        for (float y : rows) {
            for (float x : columns) {
                coordinates[next++] = x;
                coordinates[next++] = y;
            }
        }
        return Tensors.of(coordinates, 1, height, width, 2).plus(Tensors.zeros(films, 1, 1, 1));
    }

    private static float[] centres(int size) {
        float[] centres = new float[size];
        for (int i = 0; i < size; i++) {
            centres[i] = (float) ((2 * i + 1) / (double) size - 1);
        }
        return centres;
    }
}
