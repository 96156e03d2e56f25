package aerate.film.dicom;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Damages a good file: bytes changed, cut off, left out, doubled, or taken from another file. */
final class Mutation {
    private static final int PREAMBLE_BYTES = 128;
    private static final int[] TELLING = {0, 1, 2, 7, 8, 0x0F, 0x10, 0x7F, 0x80, 0xD8, 0xD9, 0xDA, 0xFE, 0xFF};

    private Mutation() {}

    /** A damaged copy; {@code others} lend their bytes. */
    static byte[] of(byte[] good, List<byte[]> others, RandomGenerator random) {
        byte[] mutated = good.clone();
        int from = random.nextInt(3) == 0 ? PREAMBLE_BYTES : random.nextInt(PREAMBLE_BYTES, good.length);
        for (int i = random.nextInt(4); i >= 0; i--) {
            int at = random.nextInt(from, mutated.length);
            mutated[at] = (byte)
                    switch (random.nextInt(3)) {
                        case 0 -> random.nextInt(256);
                        case 1 -> TELLING[random.nextInt(TELLING.length)];
                        default -> mutated[at] ^ (1 << random.nextInt(8));
                    };
        }
        int at = random.nextInt(PREAMBLE_BYTES, mutated.length);
        return switch (random.nextInt(24)) {
            case 0 -> Arrays.copyOf(mutated, at);
            case 1 -> joined(mutated, at, mutated, Math.min(mutated.length, at + random.nextInt(1, 20)));
            case 2 -> joined(mutated, at, mutated, Math.max(PREAMBLE_BYTES, at - random.nextInt(1, 20)));
            case 3 -> {
                byte[] other = others.get(random.nextInt(others.size()));
                yield joined(mutated, at, other, Math.min(other.length, at));
            }
            default -> mutated;
        };
    }

    private static byte[] joined(byte[] head, int end, byte[] tail, int start) {
        byte[] joined = Arrays.copyOf(head, end + tail.length - start);
        System.arraycopy(tail, start, joined, end, tail.length - start);
        return joined;
    }
}
