package aerate.film.dicom;

/**
 * Shape and meaning of the pixels (PS3.3, C.7.6.3).
 *
 * @param channels of a pixel: 1 or 3
 * @param allocated bits of a cell: 8 or 16
 * @param stored bits of a cell that hold its value
 * @param highBit the uppermost of these
 * @param signed whether the value is in two's complement
 * @param planar whether each channel is a plane of its own
 * @param words whether bytes come in pairs of the stream's byte order, which turns pairs of 8-bit cells around
 * @param frames pictures in the file
 */
record PixelLayout(
        int width,
        int height,
        int channels,
        int allocated,
        int stored,
        int highBit,
        boolean signed,
        Photometric photometric,
        boolean planar,
        boolean words,
        int frames) {

    static PixelLayout of(Dataset header) throws DicomException {
        int channels = header.required(Tag.SAMPLES_PER_PIXEL);
        Photometric photometric = Photometric.of(header.code(Tag.PHOTOMETRIC_INTERPRETATION));
        demand(
                channels == photometric.channels(),
                photometric + " must have " + photometric.channels() + " channels, had " + channels);
        int allocated = header.required(Tag.BITS_ALLOCATED);
        demand(allocated == 8 || allocated == 16, "bits allocated must be 8 or 16, were " + allocated);
        int stored = header.required(Tag.BITS_STORED);
        demand(stored >= 1 && stored <= allocated, "bits stored must be in [1, " + allocated + "], were " + stored);
        int highBit = header.number(Tag.HIGH_BIT).orElse(stored - 1);
        demand(
                highBit >= stored - 1 && highBit < allocated,
                "the high bit must be in [" + (stored - 1) + ", " + (allocated - 1) + "], was " + highBit);
        int representation = header.number(Tag.PIXEL_REPRESENTATION).orElse(0);
        demand(representation <= 1, "pixel representation must be 0 or 1, was " + representation);
        demand(channels == 1 || representation == 0, "colour must be unsigned, was signed");
        int planar = header.number(Tag.PLANAR_CONFIGURATION).orElse(0);
        demand(planar <= 1, "planar configuration must be 0 or 1, was " + planar);
        double frames = header.decimal(Tag.NUMBER_OF_FRAMES).orElse(1.0);
        demand(
                frames >= 1 && frames <= Integer.MAX_VALUE && frames == Math.rint(frames),
                "the number of frames must be a whole number from 1, was " + frames);
        boolean words = header.element(Tag.PIXEL_DATA)
                .filter(pixels -> pixels.vr().equals("OW"))
                .isPresent();
        return new PixelLayout(
                header.required(Tag.COLUMNS),
                header.required(Tag.ROWS),
                channels,
                allocated,
                stored,
                highBit,
                representation == 1,
                photometric,
                planar == 1 && channels > 1,
                words,
                (int) frames);
    }

    /** Cells of a frame. */
    int cells() {
        return width * height * channels;
    }

    /** Bytes of an uncompressed frame. */
    long bytes() {
        return (long) width * height * channels * (allocated / 8);
    }

    /** The bits of a cell that hold its value, without overlays above or below them: unsigned. */
    int pattern(short cell) {
        return ((cell & 0xFFFF) >>> (highBit + 1 - stored)) & ((1 << stored) - 1);
    }

    /** The value that a pattern stands for. */
    int value(int pattern) {
        return signed && pattern >= 1 << (stored - 1) ? pattern - (1 << stored) : pattern;
    }

    private static void demand(boolean condition, String reason) throws DicomException {
        if (!condition) {
            throw new DicomException(reason);
        }
    }
}
