package aerate.reading.course;

import aerate.tensor.Tensor;

/** Films themselves, of a size. */
record PixelSpace(int side) implements Space {
    @Override
    public int channels() {
        return 1;
    }

    @Override
    public Tensor points(Tensor films) {
        return films;
    }

    @Override
    public Tensor films(Tensor points) {
        return points;
    }

    /** The difference: a method that weighs pixels leaves the others alone by itself. */
    @Override
    public Tensor change(Tensor before, Tensor after, Tensor mask) {
        return after.minus(before);
    }

    /** To the range of brightness. */
    @Override
    public boolean clamped() {
        return true;
    }

    @Override
    public void close() {
        // has nothing of its own
    }
}
