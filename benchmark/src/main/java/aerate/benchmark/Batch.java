package aerate.benchmark;

import java.util.SplittableRandom;

/** Standard normal brightness and labels in turn: what a network costs does not depend on what it sees. */
final class Batch {
    private final int films;
    private final int size;
    private final float[] values;
    private final long[] labels;

    private Batch(int films, int size, float[] values, long[] labels) {
        this.films = films;
        this.size = size;
        this.values = values;
        this.labels = labels;
    }

    /** Draws {@code films} square ones of {@code size} pixels. */
    static Batch draw(int films, int size, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[films * size * size];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextGaussian();
        }
        long[] labels = new long[films];
        for (int i = 0; i < films; i++) {
            labels[i] = i % 2;
        }
        return new Batch(films, size, values, labels);
    }

    /** {@code N x 1 x size x size}. */
    long[] shape() {
        return new long[] {films, 1, size, size};
    }

    float[] values() {
        return values.clone();
    }

    long[] labels() {
        return labels.clone();
    }
}
