package aerate.benchmark;

/**
 * How a measurement is taken, read from system properties of the same names.
 *
 * @param threads of one operation; the machine's cores unless given
 * @param rounds that count
 * @param size side of the films in pixels, a multiple of 32
 * @param batch films in a step
 */
record Setting(int threads, int rounds, int size, int batch) {
    Setting {
        requirePositive("threads", threads);
        requirePositive("rounds", rounds);
        requirePositive("size", size);
        requirePositive("batch", batch);
        if (size % 32 != 0) {
            throw new IllegalArgumentException("size must be a multiple of 32, was " + size);
        }
    }

    /** 30 rounds of 16 films of 224 px unless the properties say otherwise. */
    static Setting ofProperties() {
        return new Setting(
                Integer.getInteger("threads", Runtime.getRuntime().availableProcessors()),
                Integer.getInteger("rounds", 30),
                Integer.getInteger("size", 224),
                Integer.getInteger("batch", 16));
    }

    private static void requirePositive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, was " + value);
        }
    }
}
