package aerate.film.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Uncompressed pixels, in the byte order of their data set (PS3.5, 8.1 and annex D). */
final class NativePixels implements PixelDecoder {
    @Override
    public short[] decode(ByteBuffer frame, PixelLayout layout) throws DicomException {
        if (layout.photometric() == Photometric.YBR_FULL_422) {
            throw new DicomException("uncompressed pixels must not be YBR_FULL_422: colour at half width is not read");
        }
        // PS3.5, 8.1.1: words of 16 bits hold their first pixel in the lower byte, which comes second in big endian.
        int turn = layout.words() && frame.order() == ByteOrder.BIG_ENDIAN ? 1 : 0;
        int pixels = layout.width() * layout.height();
        short[] cells = new short[layout.cells()];
        for (int i = 0; i < cells.length; i++) {
            int at = layout.planar() ? i % pixels * layout.channels() + i / pixels : i;
            cells[at] = layout.allocated() == 8 ? (short) (frame.get(i ^ turn) & 0xFF) : frame.getShort(2 * i);
        }
        return cells;
    }
}
