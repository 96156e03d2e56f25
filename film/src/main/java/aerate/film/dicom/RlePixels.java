package aerate.film.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Run-length coded pixels: a segment for each byte of each channel, the uppermost byte first (PS3.5, annex G). */
final class RlePixels implements PixelDecoder {
    private static final int HEADER_BYTES = 64;
    private static final int MOST_BYTES_PER_BYTE = 64; // a run of 128 takes 2

    @Override
    public short[] decode(ByteBuffer frame, PixelLayout layout) throws DicomException {
        ByteBuffer coded = frame.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        if (coded.remaining() < HEADER_BYTES) {
            throw new DicomException(
                    "an RLE frame must begin with " + HEADER_BYTES + " bytes, had " + coded.remaining());
        }
        int bytes = layout.allocated() / 8;
        int segments = layout.channels() * bytes;
        if (coded.getInt(0) != segments) {
            throw new DicomException("an RLE frame must have " + segments + " segments, had " + coded.getInt(0));
        }
        if (layout.bytes() / MOST_BYTES_PER_BYTE > coded.remaining()) {
            throw new DicomException("an RLE frame of " + layout.bytes() + " bytes cannot fit into " + coded.remaining()
                    + ": truncated");
        }
        short[] cells = new short[layout.cells()];
        for (int segment = 0; segment < segments; segment++) {
            int start = coded.getInt(4 + 4 * segment);
            int end = segment + 1 < segments ? coded.getInt(8 + 4 * segment) : coded.remaining();
            if (start < HEADER_BYTES || start > end || end > coded.remaining()) {
                throw new DicomException("an RLE segment must lie within its frame, was from " + start + " to " + end
                        + " of " + coded.remaining());
            }
            int shift = 8 * (bytes - 1 - segment % bytes);
            unpack(coded.slice(start, end - start), cells, segment / bytes, layout.channels(), shift);
        }
        return cells;
    }

    private static void unpack(ByteBuffer runs, short[] cells, int first, int step, int shift) throws DicomException {
        int at = first;
        while (at < cells.length) {
            if (runs.remaining() < 2) {
                throw new DicomException("an RLE segment must fill its frame, lacked "
                        + (cells.length - at + step - 1) / step + " bytes: truncated");
            }
            int code = runs.get();
            if (code == -128) {
                continue;
            }
            int count = code < 0 ? 1 - code : 1 + code;
            if (code >= 0 && count > runs.remaining()) {
                throw new DicomException("an RLE run must end within its segment, lacked " + (count - runs.remaining())
                        + " bytes: truncated");
            }
            byte repeated = code < 0 ? runs.get() : 0;
            // A last run may reach past the frame: segments are padded to even length.
            for (int i = 0; i < count; i++, at += step) {
                int value = (code < 0 ? repeated : runs.get()) & 0xFF;
                if (at < cells.length) {
                    cells[at] |= (short) (value << shift);
                }
            }
        }
    }
}
