package aerate.film.codec;

import java.nio.ByteBuffer;

/**
 * JPEG of every kind that DICOM knows (ITU-T T.81): of 8 bits by the JDK, of 12 bits here, lossless by TwelveMonkeys. The
 * stream's own header says which it is.
 */
public final class Jpeg {
    private static final int BASELINE = 0xC0;
    private static final int EXTENDED = 0xC1;
    private static final int PROGRESSIVE = 0xC2;
    private static final int LOSSLESS = 0xC3;

    private Jpeg() {}

    /**
     * Reads a stream's header.
     *
     * @throws CodecException if it is no JPEG, or of a kind that is not read
     */
    public static CodedImage open(byte[] content) throws CodecException {
        Segments segments = new Segments(content);
        int marker = segments.marker();
        while (!isFrame(marker)) {
            CodecException.require(
                    marker != Segments.START_OF_SCAN && marker != Segments.END_OF_IMAGE,
                    "a JPEG frame must come before its scan, did not: damaged");
            segments.segment();
            marker = segments.marker();
        }
        ByteBuffer frame = segments.segment();
        CodecException.require(frame.remaining() >= 6, "a JPEG frame must have at least 6 bytes: damaged");
        int bits = frame.get() & 0xFF;
        int height = frame.getShort() & 0xFFFF;
        int width = frame.getShort() & 0xFFFF;
        Format format = Format.of(width, height, frame.get() & 0xFF, bits);
        if (marker == LOSSLESS && bits >= 2) {
            return new CodedImage(format, () -> ImageIoJpeg.ofTwelveMonkeys(content, format));
        }
        if (marker <= PROGRESSIVE && bits == 8) {
            return new CodedImage(format, () -> ImageIoJpeg.ofTheJdk(content, format));
        }
        CodecException.require(
                marker == EXTENDED && bits == 12 && format.channels() == 1,
                "a JPEG of frame %02X, %d bits and %d channels is not read".formatted(marker, bits, format.channels()));
        return new CodedImage(format, () -> new ExtendedJpeg(content, format).samples());
    }

    /** Not so are, among C0 to CF, the definitions of codes (C4, CC) and an extension (C8). */
    private static boolean isFrame(int marker) {
        return marker >= BASELINE && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }
}
