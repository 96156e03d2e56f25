package aerate.film;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/**
 * The head of a PNG file whose every chunk was found whole, down to the last (PNG specification, 5.3 and 11.2.2).
 *
 * @param bits of a sample
 * @param colour 0 grey, 2 RGB, 3 palette, 4 grey with alpha, 6 RGB with alpha
 */
record PngHeader(int width, int height, int bits, int colour) {
    static final int SIGNATURE_BYTES = 8;
    private static final int HEADER = 0x49484452; // IHDR
    private static final int END = 0x49454E44; // IEND

    /** Walks all chunks and checks their sums, which the JDK's decoder does not. */
    static PngHeader of(byte[] content, String source) throws UnreadableFilmException {
        ByteBuffer chunks = ByteBuffer.wrap(content).position(SIGNATURE_BYTES);
        PngHeader header = null;
        while (chunks.remaining() >= 12) {
            int length = chunks.getInt();
            if (length < 0 || length > chunks.remaining() - 8) {
                throw new UnreadableFilmException(
                        source,
                        "a PNG chunk must end within its file, lacked " + (length + 8L - chunks.remaining())
                                + " bytes: truncated");
            }
            int type = requireSum(chunks, length, source);
            if (header == null) {
                header = first(type, length, chunks, source);
            }
            if (type == END) {
                return header;
            }
            chunks.position(chunks.position() + length + 4);
        }
        throw new UnreadableFilmException(
                source, "a PNG must end with IEND, ended without it after " + content.length + " bytes: truncated");
    }

    /** Bytes of a decoded row of pixels, filter byte included. */
    long rowBytes() {
        int channels = switch (colour) {
            case 2 -> 3;
            case 4 -> 2;
            case 6 -> 4;
            default -> 1;
        };
        return 1 + ((long) width * channels * bits + 7) / 8;
    }

    /** Checks the sum of the chunk whose type comes next and leaves the buffer at the chunk's data. */
    private static int requireSum(ByteBuffer chunks, int length, String source) throws UnreadableFilmException {
        CRC32 sum = new CRC32();
        sum.update(chunks.slice(chunks.position(), 4 + length));
        int type = chunks.getInt();
        int expected = chunks.getInt(chunks.position() + length);
        if ((int) sum.getValue() != expected) {
            throw new UnreadableFilmException(
                    source,
                    "a PNG chunk must have its CRC %08x, had %08x: damaged".formatted(expected, (int) sum.getValue()));
        }
        return type;
    }

    private static PngHeader first(int type, int length, ByteBuffer chunks, String source)
            throws UnreadableFilmException {
        if (type != HEADER || length != 13) {
            throw new UnreadableFilmException(
                    source, "a PNG must begin with an IHDR of 13 bytes, began with %08x".formatted(type));
        }
        int at = chunks.position();
        return new PngHeader(chunks.getInt(at), chunks.getInt(at + 4), chunks.get(at + 8), chunks.get(at + 9));
    }
}
