package aerate.film.dicom;

import java.nio.ByteBuffer;

/** One way of writing pixels. */
interface PixelDecoder {
    /**
     * The cells of one frame, of {@link PixelLayout#allocated()} bits each: row by row, the channels of a pixel side by
     * side.
     *
     * @param frame the frame's own bytes
     * @throws DicomException if they are damaged, truncated or other than the layout says
     */
    short[] decode(ByteBuffer frame, PixelLayout layout) throws DicomException;
}
