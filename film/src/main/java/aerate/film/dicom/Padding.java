package aerate.film.dicom;

import java.util.Optional;

/**
 * The stored values that fill what was not exposed, shown as black (PS3.3, C.7.5.1.1.2).
 *
 * @param least none are if it is above {@code greatest}
 */
record Padding(int least, int greatest) {
    static Padding of(Dataset header, PixelLayout layout) throws DicomException {
        Optional<Integer> value = header.number(Tag.PIXEL_PADDING_VALUE);
        if (value.isEmpty()) {
            return new Padding(1, 0);
        }
        int one = signed(value.get(), layout);
        Optional<Integer> limit = header.number(Tag.PIXEL_PADDING_RANGE_LIMIT);
        int other = limit.isPresent() ? signed(limit.get(), layout) : one;
        return new Padding(Math.min(one, other), Math.max(one, other));
    }

    boolean covers(int value) {
        return value >= least && value <= greatest;
    }

    private static int signed(int number, PixelLayout layout) {
        return layout.signed() ? (short) number : number;
    }
}
