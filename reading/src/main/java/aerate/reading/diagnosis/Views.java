package aerate.reading.diagnosis;

import aerate.tensor.Functions;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Test-time augmentation: the ways in which each film is shown to the network, whose scores are averaged.
 *
 * @param count 1 (as it is), 2 (mirrored too) or 6 (both, also a little larger and a little smaller)
 */
public record Views(int count) {
    /** The film as it is. */
    public static final Views ONE = new Views(1);

    private static final List<Double> SIZES = List.of(1.0, 1.06, 0.94);

    public Views {
        if (count != 1 && count != 2 && count != 2 * SIZES.size()) {
            throw new IllegalArgumentException("views must be 1, 2 or 6, were " + count);
        }
    }

    /**
     * The views of a batch, one after the other.
     *
     * @param films {@code N x channels x H x W}
     * @return as many batches of the same shape
     */
    List<Tensor> of(Tensor films) {
        return IntStream.range(0, count)
                .mapToObj(view -> view == 0 ? films : shown(films, SIZES.get(view / 2), view % 2 == 1))
                .toList();
    }

    /** What lies beyond the film's edge continues its border. */
    private static Tensor shown(Tensor films, double size, boolean mirrored) {
        int height = (int) films.size(2);
        int width = (int) films.size(3);
        float[] grid = new float[height * width * 2];
        for (int i = 0; i < height * width; i++) {
            int row = i / width;
            double x = (i % width + 0.5) / width * 2 - 1;
            double y = (row + 0.5) / height * 2 - 1;
            grid[2 * i] = (float) ((mirrored ? -x : x) / size);
            grid[2 * i + 1] = (float) (y / size);
        }
        Tensor one = Tensors.of(grid, 1, height, width, 2).to(films.device());
        return Functions.sampleGrid(
                        films, one.plus(Tensors.zeros(films.size(0), 1, 1, 1).to(films.device())))
                .channelsLast();
    }
}
