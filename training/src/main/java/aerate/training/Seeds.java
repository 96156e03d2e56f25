package aerate.training;

import java.util.SplittableRandom;

/**
 * Seeds for the parts of a run, derived from the run's own: what is drawn at a step depends on the seed and the step alone,
 * so that a resumed run draws what the uninterrupted one would have.
 */
final class Seeds {
    private Seeds() {}

    /** A seed that differs for other parts, in any place. */
    static long of(long seed, long... parts) {
        long mixed = new SplittableRandom(seed).nextLong();
        for (long part : parts) {
            mixed = new SplittableRandom(mixed ^ (part + 0x9E3779B97F4A7C15L)).nextLong();
        }
        return mixed;
    }

    /** The numbers 0 … count − 1 in an order drawn by the seed. */
    static int[] permutation(int count, long seed) {
        int[] order = new int[count];
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < count; i++) {
            int other = random.nextInt(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
        return order;
    }
}
