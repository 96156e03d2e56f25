package aerate.reading.course;

import aerate.film.Resampling;

/** Where on a film the disease is to clear: an immutable grid of weights in [0, 1] over the whole film. */
public final class Region {
    private static final float RIM = 0.5f; // weight from which a film may change in full

    private final int width;
    private final int height;
    private final float[] weights;

    private Region(int width, int height, float[] weights) {
        this.width = width;
        this.height = height;
        this.weights = weights;
    }

    /**
     * A region of the given weights.
     *
     * @param weights row by row in [0, 1], 0 where the film is to stay; copied
     * @throws IllegalArgumentException if sizes disagree or a weight is out of range
     */
    public static Region of(int width, int height, float[] weights) {
        if (width < 1 || height < 1 || weights.length != width * height) {
            throw new IllegalArgumentException("a region of " + width + " x " + height + " must have at least 1 and "
                    + width * height + " weights, had " + weights.length);
        }
        for (float weight : weights) {
            if (!(weight >= 0 && weight <= 1)) {
                throw new IllegalArgumentException("a region's weights must be in [0, 1], was " + weight);
            }
        }
        return new Region(width, height, weights.clone());
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** The weights, row by row, in [0, 1]. */
    public float[] weights() {
        return weights.clone();
    }

    /** The weights at another size, row by row. */
    float[] weights(int side) {
        return side == width && side == height ? weights() : Resampling.resize(weights, width, height, side, side);
    }

    /** How much a film may change, row by row: 1 within the region, 0 where it does not reach, in between along its rim. */
    float[] mask(int side) {
        float[] mask = weights(side);
        for (int i = 0; i < mask.length; i++) {
            mask[i] = Math.min(1, mask[i] / RIM);
        }
        return mask;
    }

    /** Share of the grid with a weight above 0, in [0, 1]. */
    public double share() {
        int count = 0;
        for (float weight : weights) {
            count += weight > 0 ? 1 : 0;
        }
        return (double) count / weights.length;
    }

    /** For each pixel of a film of that size, row by row, whether the region reaches it: whether it can change. */
    public boolean[] reaches(int filmWidth, int filmHeight) {
        float[] resized = Resampling.resize(weights, width, height, filmWidth, filmHeight);
        boolean[] inside = new boolean[resized.length];
        for (int i = 0; i < inside.length; i++) {
            inside[i] = resized[i] > 0;
        }
        return inside;
    }
}
