package aerate.film.dicom;

import aerate.film.codec.CodecException;
import aerate.film.codec.CodedImage;
import aerate.film.codec.Format;
import java.nio.ByteBuffer;

/**
 * Pixels that a codec of {@code aerate.film.codec} decodes, once its header is seen to agree with the data set's.
 *
 * @param codec reads a stream's header
 * @param lossy whether samples may overshoot the stored bits where the stream has more of them
 */
record CodecPixels(Codec codec, boolean lossy) implements PixelDecoder {
    /** Even a blank film is not smaller; so that a few hostile bytes cannot claim all memory. */
    private static final int MOST_SAMPLES_PER_BYTE = 1 << 14;

    /** Opens a compressed image. */
    interface Codec {
        CodedImage open(byte[] content) throws CodecException;
    }

    @Override
    public short[] decode(ByteBuffer frame, PixelLayout layout) throws DicomException {
        byte[] content = new byte[frame.remaining()];
        frame.get(frame.position(), content);
        try {
            CodedImage image = codec.open(content);
            Format format = image.format();
            if (format.width() != layout.width()
                    || format.height() != layout.height()
                    || format.channels() != layout.channels()
                    || format.bits() > layout.allocated()) {
                throw new DicomException("compressed pixels must be " + layout.width() + " x " + layout.height()
                        + " of " + layout.channels() + " channels and at most " + layout.allocated()
                        + " bits as the header says, were " + format.width() + " x " + format.height() + " of "
                        + format.channels() + " and " + format.bits());
            }
            if ((long) layout.cells() / MOST_SAMPLES_PER_BYTE > content.length) {
                throw new DicomException("compressed pixels of " + layout.cells() + " samples cannot fit into "
                        + content.length + " bytes: truncated");
            }
            short[] cells = image.decode();
            if (lossy && format.bits() > layout.stored() && layout.highBit() == layout.stored() - 1) {
                clamp(cells, layout);
            }
            return cells;
        } catch (CodecException e) {
            throw new DicomException(e.getMessage(), e);
        }
    }

    /** Not masked like overlays above the stored bits, which would turn the brightest into the darkest. */
    private static void clamp(short[] cells, PixelLayout layout) {
        int least = layout.signed() ? -(1 << (layout.stored() - 1)) : 0;
        int greatest = least + (1 << layout.stored()) - 1;
        for (int i = 0; i < cells.length; i++) {
            int value = layout.signed() ? cells[i] : cells[i] & 0xFFFF;
            cells[i] = (short) Math.max(least, Math.min(greatest, value));
        }
    }
}
