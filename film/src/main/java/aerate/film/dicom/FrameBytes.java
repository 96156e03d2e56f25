package aerate.film.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** Finds the bytes of one frame in the pixel data: a stretch of it, or fragments of it (PS3.5, A.4). */
final class FrameBytes {
    private FrameBytes() {}

    /**
     * The bytes of a frame.
     *
     * @param frame from 0
     */
    static ByteBuffer of(Part10 file, PixelLayout layout, int frame) throws DicomException {
        Element pixels = file.dataset()
                .element(Tag.PIXEL_DATA)
                .orElseThrow(() -> new DicomException("a DICOM film must have pixel data (7FE0,0010), had none"));
        if (pixels.itemized() != file.syntax().encapsulated()) {
            throw new DicomException("pixel data must " + (file.syntax().encapsulated() ? "" : "not ")
                    + "be encapsulated in this transfer syntax, " + (pixels.itemized() ? "were" : "were not"));
        }
        return pixels.itemized()
                ? encapsulated(file, pixels.value(), layout, frame)
                : plain(pixels.value(), layout, frame);
    }

    private static ByteBuffer plain(ByteBuffer pixels, PixelLayout layout, int frame) throws DicomException {
        long bytes = layout.bytes();
        if (bytes * layout.frames() > pixels.remaining()) {
            throw new DicomException("pixel data of " + layout.frames() + " frames must have " + bytes * layout.frames()
                    + " bytes, had " + pixels.remaining() + ": truncated");
        }
        boolean turned = layout.words() && layout.allocated() == 8 && pixels.order() == ByteOrder.BIG_ENDIAN;
        if (turned && bytes % 2 != 0 && (layout.frames() > 1 || bytes == pixels.remaining())) {
            throw new DicomException("8-bit pixels in words must come in pairs, were " + bytes + " a frame");
        }
        long length = turned ? bytes + bytes % 2 : bytes;
        return pixels.slice((int) (frame * bytes), (int) length).order(pixels.order());
    }

    private static ByteBuffer encapsulated(Part10 file, ByteBuffer items, PixelLayout layout, int frame)
            throws DicomException {
        ByteBuffer in = items.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        ByteBuffer offsets = next(in);
        int start = in.position();
        if (layout.frames() == 1) {
            return joined(in, in.limit());
        }
        if (offsets.remaining() == 4 * layout.frames()) {
            int from = offsets.getInt(4 * frame);
            int to = frame + 1 < layout.frames() ? offsets.getInt(4 * frame + 4) : in.limit() - start;
            if (from < 0 || from >= to || to > in.limit() - start) {
                throw new DicomException("frame " + (frame + 1) + " must lie within the pixel data, was from " + from
                        + " to " + to + " of " + (in.limit() - start));
            }
            in.position(start + from);
            return joined(in, start + to);
        }
        if (file.dataset().element(Tag.EXTENDED_OFFSET_TABLE).isPresent() || offsets.hasRemaining()) {
            throw new DicomException("frames must be found by a basic offset table of " + layout.frames()
                    + " entries, had another table");
        }
        List<ByteBuffer> fragments = new ArrayList<>();
        while (in.hasRemaining()) {
            fragments.add(next(in));
        }
        if (fragments.size() != layout.frames()) {
            throw new DicomException("frames without an offset table must be one fragment each, " + layout.frames()
                    + " frames had " + fragments.size());
        }
        return fragments.get(frame);
    }

    private static ByteBuffer joined(ByteBuffer in, int end) throws DicomException {
        ByteBuffer whole = ByteBuffer.allocate(end - in.position());
        while (in.position() < end) {
            whole.put(next(in));
        }
        return whole.flip();
    }

    /** The content of the next item; that items lie within the value was seen when it was parsed. */
    private static ByteBuffer next(ByteBuffer in) throws DicomException {
        if (in.remaining() < 8
                || in.getInt(in.position() + 4) > in.remaining() - 8
                || in.getInt(in.position() + 4) < 0) {
            throw new DicomException(
                    "encapsulated pixels must begin with an offset table and end with a whole" + " fragment, did not");
        }
        int length = in.getInt(in.position() + 4);
        ByteBuffer content = in.slice(in.position() + 8, length).order(ByteOrder.LITTLE_ENDIAN);
        in.position(in.position() + 8 + length);
        return content;
    }
}
