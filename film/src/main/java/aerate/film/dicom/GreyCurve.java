package aerate.film.dicom;

import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * What each stored pattern of a monochrome film is shown as: modality, window or VOI table, presentation table or shape,
 * padding (PS3.3, C.11; the order of PS3.4, figure N.2-1). One table over all patterns, so that a film is shown at one
 * look-up a pixel.
 *
 * <p>Without window and table the whole range of stored values is shown, so that these stay as they are.
 */
final class GreyCurve {
    private final int bits;
    private final short[] shown;

    private GreyCurve(int bits, short[] shown) {
        this.bits = bits;
        this.shown = shown;
    }

    /** Bits of what is shown. */
    int bits() {
        return bits;
    }

    /** What a pattern is shown as; 0 is black. */
    short at(int pattern) {
        return shown[pattern];
    }

    static GreyCurve of(Dataset header, PixelLayout layout) throws DicomException {
        if (!header.items(Tag.SHARED_FUNCTIONAL_GROUPS).isEmpty()) {
            throw new DicomException("an enhanced multi-frame object is not read: its greys are in functional groups"
                    + " " + Tag.name(Tag.SHARED_FUNCTIONAL_GROUPS));
        }
        Modality modality = Modality.of(header, layout);
        List<Dataset> tables = header.items(Tag.VOI_LUT_SEQUENCE);
        List<Dataset> presentations = header.items(Tag.PRESENTATION_LUT_SEQUENCE);
        int bits = modality.bits();
        DoubleUnaryOperator interest;
        if (!tables.isEmpty()) {
            LookupTable table = LookupTable.of(tables.get(0), modality.least() < 0);
            bits = table.bits();
            interest = value -> table.at(value) / (double) table.maximum();
        } else {
            Optional<Window> window = Window.of(header);
            interest = window.isPresent()
                    ? window.get()::brightness
                    : value -> (value - modality.least()) / (modality.greatest() - modality.least());
        }
        DoubleUnaryOperator presentation = value -> value;
        if (!presentations.isEmpty()) {
            LookupTable table = LookupTable.of(presentations.get(0), false);
            bits = table.bits();
            presentation = value -> table.at(value * (table.size() - 1)) / (double) table.maximum();
        }
        boolean inverted = inverted(header, layout.photometric(), !presentations.isEmpty());
        DoubleUnaryOperator whole = modality.transform().andThen(interest).andThen(presentation);
        return new GreyCurve(bits, shown(layout, whole, bits, inverted, Padding.of(header, layout)));
    }

    private static short[] shown(
            PixelLayout layout, DoubleUnaryOperator brightness, int bits, boolean inverted, Padding padding) {
        int maximum = (1 << bits) - 1;
        short[] shown = new short[1 << layout.stored()];
        for (int pattern = 0; pattern < shown.length; pattern++) {
            int value = layout.value(pattern);
            long sample = Math.round(brightness.applyAsDouble(value) * maximum);
            shown[pattern] = (short) (padding.covers(value) ? 0 : inverted ? maximum - sample : sample);
        }
        return shown;
    }

    /**
     * Whether the least value is white. The photometric interpretation says so of every film; the shape says it once
     * more, of DX films; INVERSE turns a film whose interpretation forgot to.
     */
    private static boolean inverted(Dataset header, Photometric photometric, boolean tabled) throws DicomException {
        boolean inverted = photometric == Photometric.MONOCHROME1;
        Optional<String> shape = header.code(Tag.PRESENTATION_LUT_SHAPE);
        if (shape.isPresent() && !tabled) {
            return switch (shape.get()) {
                case "IDENTITY" -> inverted;
                case "INVERSE" -> true;
                default ->
                    throw new DicomException(
                            "a presentation LUT's shape must be IDENTITY or INVERSE, was " + shape.get());
            };
        }
        return inverted;
    }
}
