package aerate.film.codec;

/**
 * The parameters of a JPEG-LS scan (T.87, annexes A.2 and C.2.4.1.1).
 *
 * @param maximum greatest sample, {@code MAXVAL}
 * @param near greatest difference from the original, {@code NEAR}: 0 if lossless
 * @param first least gradient of the third region, {@code T1}
 * @param second {@code T2}
 * @param third {@code T3}
 * @param reset occurrences after which a context's statistics are halved
 */
record JpegLsCoding(int maximum, int near, int first, int second, int third, int reset) {
    private static final int USUAL_RESET = 64;

    /** What is 0 takes the default of its rule. */
    static JpegLsCoding of(int maximum, int near, int first, int second, int third, int reset) throws CodecException {
        CodecException.require(
                near <= Math.min(255, maximum / 2),
                "JPEG-LS must differ by at most " + Math.min(255, maximum / 2) + ", was to differ by " + near);
        int[] usual = thresholds(maximum, near);
        int one = first == 0 ? usual[0] : first;
        int two = second == 0 ? usual[1] : second;
        int three = third == 0 ? usual[2] : third;
        CodecException.require(
                near < one && one <= two && two <= three && three <= maximum,
                "JPEG-LS thresholds must rise from " + (near + 1) + " to " + maximum + ", were " + one + ", " + two
                        + ", " + three);
        int halved = reset == 0 ? USUAL_RESET : reset;
        CodecException.require(
                halved >= 3 && halved <= Math.max(255, maximum),
                "JPEG-LS reset must be in [3, " + Math.max(255, maximum) + "], was " + halved);
        return new JpegLsCoding(maximum, near, one, two, three, halved);
    }

    private static int[] thresholds(int maximum, int near) {
        boolean deep = maximum >= 128;
        int factor = deep ? (Math.min(maximum, 4095) + 128) / 256 : 256 / (maximum + 1);
        int first = deep ? factor + 2 + 3 * near : Math.max(2, 3 / factor + 3 * near);
        int second = deep ? 4 * factor + 3 + 5 * near : Math.max(3, 7 / factor + 5 * near);
        int third = deep ? 17 * factor + 4 + 7 * near : Math.max(4, 21 / factor + 7 * near);
        int one = clamp(first, near + 1, maximum);
        int two = clamp(second, one, maximum);
        return new int[] {one, two, clamp(third, two, maximum)};
    }

    /** The standard's: what is too great becomes the least. */
    private static int clamp(int value, int least, int greatest) {
        return value > greatest || value < least ? least : value;
    }

    /** Distance of two neighbouring reconstructions. */
    int step() {
        return 2 * near + 1;
    }

    /** Number of different errors, {@code RANGE}. */
    int range() {
        return (maximum + 2 * near) / step() + 1;
    }

    /** Bits of an error, {@code qbpp}. */
    int errorBits() {
        return 32 - Integer.numberOfLeadingZeros(range() - 1);
    }

    /** Bits of the longest code, {@code LIMIT}. */
    int longest() {
        int bits = Math.max(2, 32 - Integer.numberOfLeadingZeros(maximum));
        return 2 * (bits + Math.max(8, bits));
    }
}
