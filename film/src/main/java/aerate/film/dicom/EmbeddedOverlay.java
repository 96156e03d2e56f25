package aerate.film.dicom;

import java.nio.ByteBuffer;

/** Overlays in pixels' unused bits (PS3.3, C.9.2; retired): they may be writing, and go with their header. */
final class EmbeddedOverlay {
    private static final int FIRST = 0x6000_0000;
    private static final int LAST = 0x601E_0000;
    private static final int STEP = 0x0002_0000;
    private static final int BITS_ALLOCATED = 0x0100;
    private static final int DATA = 0x3000;

    private EmbeddedOverlay() {}

    /**
     * The pixel data with nothing in its cells besides values.
     *
     * @throws DicomException if there is such an overlay and the pixels are compressed
     */
    static Element cleared(Part10 file) throws DicomException {
        Dataset dataset = file.dataset();
        Element pixels = dataset.elements().get(Tag.PIXEL_DATA);
        if (pixels == null) {
            throw new DicomException("a DICOM film must have pixel data (7FE0,0010), had none");
        }
        if (!isIn(dataset)) {
            return pixels;
        }
        PixelLayout layout = PixelLayout.of(dataset);
        if (pixels.itemized() || layout.allocated() != 16) {
            throw new DicomException(
                    "an overlay in the pixels' unused bits must be in uncompressed cells of 16 bits to be"
                            + " removed, was not");
        }
        ByteBuffer value = pixels.value();
        ByteBuffer cleared = ByteBuffer.allocate(value.remaining()).order(value.order());
        for (int at = 0; at + 1 < value.remaining(); at += 2) {
            int pattern = layout.pattern(value.getShort(value.position() + at));
            cleared.putShort((short) (pattern << (layout.highBit() + 1 - layout.stored())));
        }
        return new Element(pixels.tag(), pixels.vr(), cleared.rewind(), false);
    }

    private static boolean isIn(Dataset dataset) {
        for (int group = FIRST; group <= LAST; group += STEP) {
            if (dataset.element(group | BITS_ALLOCATED).isPresent()
                    && dataset.element(group | DATA).isEmpty()) {
                return true;
            }
        }
        return false;
    }
}
