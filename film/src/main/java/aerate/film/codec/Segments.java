package aerate.film.codec;

import java.nio.ByteBuffer;

/** Walks over the marker segments of a JPEG or JPEG-LS stream (T.81, annex B), and over the coded data between them. */
final class Segments {
    static final int START_OF_SCAN = 0xDA;
    static final int END_OF_IMAGE = 0xD9;
    static final int DEFINE_RESTART = 0xDD;

    private final ByteBuffer in;

    /** Of a stream, which must begin with the start of image. */
    Segments(byte[] content) throws CodecException {
        in = ByteBuffer.wrap(content);
        CodecException.require(
                content.length >= 2 && in.getShort() == (short) 0xFFD8,
                "a JPEG stream must begin with the start of image (FFD8), did not");
    }

    /** The next marker's second byte. */
    int marker() throws CodecException {
        need(2);
        CodecException.require((in.get() & 0xFF) == 0xFF, "a JPEG marker must begin with FF, did not: damaged");
        int marker = in.get() & 0xFF;
        while (marker == 0xFF) { // fill bytes
            need(1);
            marker = in.get() & 0xFF;
        }
        return marker;
    }

    /** The content of the marker's segment. */
    ByteBuffer segment() throws CodecException {
        need(2);
        int length = in.getShort() & 0xFFFF;
        CodecException.require(length >= 2, "a JPEG segment must be at least 2 bytes, was " + length);
        need(length - 2);
        ByteBuffer segment = in.slice(in.position(), length - 2);
        in.position(in.position() + length - 2);
        return segment;
    }

    /**
     * The coded data up to the next marker.
     *
     * @param stuffing the least second byte that makes a marker: 01 where FF is followed by 00 in data, 80 where by a bit
     */
    ByteBuffer coded(int stuffing) throws CodecException {
        int end = in.position();
        while (end + 1 < in.limit() && !((in.get(end) & 0xFF) == 0xFF && (in.get(end + 1) & 0xFF) >= stuffing)) {
            end++;
        }
        CodecException.require(end + 1 < in.limit(), "coded data must end with a marker, did not: truncated");
        ByteBuffer coded = in.slice(in.position(), end - in.position());
        in.position(end);
        return coded;
    }

    private void need(int bytes) throws CodecException {
        CodecException.require(
                bytes <= in.remaining(), "a JPEG stream must close with the end of image (FFD9), did not: truncated");
    }
}
