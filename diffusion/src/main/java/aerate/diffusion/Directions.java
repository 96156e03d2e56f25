package aerate.diffusion;

import aerate.tensor.Tensor;

/** What makes directions of different origin comparable. */
final class Directions {
    private static final double CLIP = 1; // in root mean squares of a direction
    private static final double TINY = 1e-12; // what has no length has no direction

    private Directions() {}

    /** Of root mean square 1, image by image. */
    static Tensor unit(Tensor direction) {
        Tensor size = direction.square().mean(1, 2, 3).sqrt().plus(TINY).reshape(-1, 1, 1, 1);
        return direction.over(size);
    }

    /** The same, clipped, so that no place runs ahead. */
    static Tensor even(Tensor direction) {
        return unit(unit(direction).clamp(-CLIP, CLIP));
    }
}
