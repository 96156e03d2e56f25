package aerate.film.dicom;

import aerate.film.Film;
import aerate.film.FilmInfo;
import java.util.function.IntUnaryOperator;

/** Turns a frame's cells into grey samples, whatever their photometric interpretation. */
final class Shades {
    private static final int PALETTES = 3;

    private Shades() {}

    /** The film of a frame. */
    static Film film(short[] cells, Dataset header, PixelLayout layout, FilmInfo info) throws DicomException {
        return switch (layout.photometric()) {
            case MONOCHROME1, MONOCHROME2 -> {
                GreyCurve curve = GreyCurve.of(header, layout);
                yield looked(cells, curve::at, curve.bits(), layout, info);
            }
            case PALETTE_COLOR -> palette(cells, header, layout, info);
            case YBR_FULL, YBR_FULL_422 -> colour(cells, layout, false, info);
            case RGB, YBR_RCT, YBR_ICT -> colour(cells, layout, true, info);
        };
    }

    /** Rec. 601 luma of RGB, which is the first channel of YBR as it stands. */
    private static Film colour(short[] cells, PixelLayout layout, boolean rgb, FilmInfo info) {
        short[] samples = new short[cells.length / 3];
        for (int i = 0; i < samples.length; i++) {
            int first = layout.pattern(cells[3 * i]);
            samples[i] = (short)
                    (rgb ? luma(first, layout.pattern(cells[3 * i + 1]), layout.pattern(cells[3 * i + 2])) : first);
        }
        return Film.of(layout.width(), layout.height(), layout.stored(), samples, info);
    }

    private static Film palette(short[] cells, Dataset header, PixelLayout layout, FilmInfo info)
            throws DicomException {
        LookupTable[] channels = new LookupTable[PALETTES];
        for (int i = 0; i < PALETTES; i++) {
            channels[i] =
                    LookupTable.of(header, Tag.RED_PALETTE_DESCRIPTOR + i, Tag.RED_PALETTE_DATA + i, layout.signed());
            if (channels[i].bits() != channels[0].bits()) {
                throw new DicomException("a palette's channels must have equal bits, had " + channels[0].bits()
                        + " and " + channels[i].bits());
            }
        }
        short[] shown = new short[1 << layout.stored()];
        for (int pattern = 0; pattern < shown.length; pattern++) {
            int value = layout.value(pattern);
            shown[pattern] = (short) luma(channels[0].at(value), channels[1].at(value), channels[2].at(value));
        }
        return looked(cells, pattern -> shown[pattern], channels[0].bits(), layout, info);
    }

    private static Film looked(short[] cells, IntUnaryOperator shown, int bits, PixelLayout layout, FilmInfo info) {
        short[] samples = new short[cells.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) shown.applyAsInt(layout.pattern(cells[i]));
        }
        return Film.of(layout.width(), layout.height(), bits, samples, info);
    }

    /** Rec. 601, rounded; the weights sum to 1000, so that three equal channels give exactly that channel. */
    private static int luma(int red, int green, int blue) {
        return (299 * red + 587 * green + 114 * blue + 500) / 1000;
    }
}
