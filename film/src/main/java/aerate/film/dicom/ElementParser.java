package aerate.film.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Cuts a data set's bytes into elements (PS3.5, section 7), in the buffer's byte order; values stay where they are.
 * Reads up to the pixel data: what follows is padding and signatures.
 */
final class ElementParser {
    /** Representations whose length takes four bytes. */
    static final Set<String> LONG =
            Set.of("OB", "OD", "OF", "OL", "OV", "OW", "SQ", "SV", "UC", "UN", "UR", "UT", "UV");

    private static final int UNDEFINED = -1;
    private static final int DEEPEST = 32;

    private final ByteBuffer in;
    private final boolean explicit;
    private final int depth;

    ElementParser(ByteBuffer in, boolean explicit) {
        this(in, explicit, 0);
    }

    private ElementParser(ByteBuffer in, boolean explicit, int depth) {
        this.in = in;
        this.explicit = explicit;
        this.depth = depth;
    }

    /** The elements up to the pixel data, the end of the bytes or the end of the item. */
    Dataset dataset() throws DicomException {
        return dataset(true);
    }

    /** The elements before the pixel data, the end of the bytes or the end of the item. */
    Dataset header() throws DicomException {
        return dataset(false);
    }

    private Dataset dataset(boolean pixels) throws DicomException {
        Map<Integer, Element> elements = new HashMap<>();
        while (in.hasRemaining()) {
            int tag = tag();
            if (tag == Tag.ITEM_END) {
                length();
                break;
            }
            if (tag == Tag.PIXEL_DATA && !pixels) {
                break;
            }
            Element element = element(tag);
            if (elements.put(tag, element) != null) {
                throw new DicomException("an element must occur once, did not: " + Tag.name(tag));
            }
            if (tag == Tag.PIXEL_DATA) {
                break;
            }
        }
        return new Dataset(elements, explicit);
    }

    /** A sequence's items, up to the end of the bytes or the end of the sequence. */
    void items(List<Dataset> items) throws DicomException {
        closed(items);
    }

    /** Whether the items were closed by the sequence's end, and not by that of the bytes. */
    private boolean closed(List<Dataset> items) throws DicomException {
        if (depth > DEEPEST) {
            throw new DicomException("sequences must be nested at most " + DEEPEST + " deep, were deeper");
        }
        while (in.hasRemaining()) {
            int tag = tag();
            int length = length();
            if (tag == Tag.SEQUENCE_END) {
                return true;
            }
            if (tag != Tag.ITEM) {
                throw new DicomException("a sequence must consist of items, had " + Tag.name(tag));
            }
            ByteBuffer content = length == UNDEFINED ? in : take(length);
            items.add(new ElementParser(content, explicit, depth + 1).dataset());
        }
        return false;
    }

    /** Skips the fragments of encapsulated pixel data, up to the end of their sequence. */
    private void fragments() throws DicomException {
        while (true) {
            int tag = tag();
            int length = length();
            if (tag == Tag.SEQUENCE_END) {
                return;
            }
            if (tag != Tag.ITEM) {
                throw new DicomException("encapsulated pixels must consist of items, had " + Tag.name(tag));
            }
            take(length);
        }
    }

    private Element element(int tag) throws DicomException {
        String vr = explicit ? vr(tag) : Element.UNTOLD;
        int length = length(vr);
        if (length != UNDEFINED) {
            return new Element(tag, vr, take(length), false);
        }
        int start = in.position();
        if (tag == Tag.PIXEL_DATA) {
            fragments();
        } else if (vr.equals("UN")) {
            // PS3.5, 6.2.2: of unknown representation and undefined length is implicit little endian within.
            ByteOrder order = in.order();
            walk(in.order(ByteOrder.LITTLE_ENDIAN), false);
            in.order(order);
        } else {
            walk(in, explicit);
        }
        return new Element(tag, vr, in.slice(start, in.position() - 8 - start).order(in.order()), true);
    }

    private void walk(ByteBuffer sequence, boolean told) throws DicomException {
        if (!new ElementParser(sequence, told, depth + 1).closed(new ArrayList<>())) {
            throw new DicomException("a sequence of undefined length must be closed, was not: truncated");
        }
    }

    private int tag() throws DicomException {
        need(8);
        int group = in.getShort() & 0xFFFF;
        return (group << 16) | (in.getShort() & 0xFFFF);
    }

    private String vr(int tag) throws DicomException {
        char first = (char) in.get();
        char second = (char) in.get();
        if (first < 'A' || first > 'Z' || second < 'A' || second > 'Z') {
            throw new DicomException("a value representation must be two letters, was %02x %02x at %s"
                    .formatted((int) first & 0xFF, (int) second & 0xFF, Tag.name(tag)));
        }
        return "" + first + second;
    }

    private int length(String vr) throws DicomException {
        if (vr.equals(Element.UNTOLD)) {
            return length();
        }
        if (!LONG.contains(vr)) {
            return in.getShort() & 0xFFFF;
        }
        in.getShort();
        need(4);
        return length();
    }

    private int length() {
        return in.getInt();
    }

    private ByteBuffer take(int length) throws DicomException {
        need(length);
        ByteBuffer value = in.slice(in.position(), length).order(in.order());
        in.position(in.position() + length);
        return value;
    }

    private void need(int bytes) throws DicomException {
        if (Integer.compareUnsigned(bytes, in.remaining()) > 0) {
            throw new DicomException("a DICOM element must end within its file, lacked "
                    + (Integer.toUnsignedLong(bytes) - in.remaining()) + " bytes: truncated");
        }
    }
}
