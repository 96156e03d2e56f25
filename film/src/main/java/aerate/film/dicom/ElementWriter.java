package aerate.film.dicom;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Joins elements to a data set's bytes (PS3.5, section 7): what {@link ElementParser} cuts. Values are taken as they are, so
 * they must be in the same byte order.
 */
record ElementWriter(ByteOrder order, boolean explicit) {
    private static final Comparator<Element> BY_TAG = Comparator.comparing(Element::tag, Integer::compareUnsigned);
    private static final int UNDEFINED = -1;
    private static final int GREATEST_SHORT = 0xFFFF;

    static final ElementWriter EXPLICIT_LITTLE_ENDIAN = new ElementWriter(ByteOrder.LITTLE_ENDIAN, true);

    /** The elements in the order of their tags. */
    byte[] dataset(Collection<Element> elements) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        elements.stream().sorted(BY_TAG).forEach(element -> write(element, bytes));
        return bytes.toByteArray();
    }

    /** The value of a sequence: items with their lengths. */
    ByteBuffer items(List<byte[]> datasets) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (byte[] dataset : datasets) {
            bytes.writeBytes(delimiter(Tag.ITEM, dataset.length));
            bytes.writeBytes(dataset);
        }
        return ByteBuffer.wrap(bytes.toByteArray()).order(order);
    }

    private void write(Element element, ByteArrayOutputStream bytes) {
        int length = element.itemized() ? UNDEFINED : element.value().remaining();
        bytes.writeBytes(header(element, length));
        byte[] value = new byte[element.value().remaining()];
        element.value().duplicate().get(value);
        bytes.writeBytes(value);
        if (element.itemized()) {
            bytes.writeBytes(delimiter(Tag.SEQUENCE_END, 0));
        }
    }

    private byte[] header(Element element, int length) {
        if (!explicit) {
            return delimiter(element.tag(), length);
        }
        boolean wide = ElementParser.LONG.contains(element.vr());
        if (!wide && Integer.compareUnsigned(length, GREATEST_SHORT) > 0) {
            throw new IllegalArgumentException("a value of representation " + element.vr() + " must have at most "
                    + GREATEST_SHORT + " bytes, had " + length + ": " + Tag.name(element.tag()));
        }
        ByteBuffer header = tag(wide ? 12 : 8, element.tag());
        header.put(element.vr().getBytes(StandardCharsets.ISO_8859_1));
        return (wide ? header.putShort((short) 0).putInt(length) : header.putShort((short) length)).array();
    }

    private byte[] delimiter(int tag, int length) {
        return tag(8, tag).putInt(length).array();
    }

    private ByteBuffer tag(int bytes, int tag) {
        return ByteBuffer.allocate(bytes)
                .order(order)
                .putShort((short) (tag >>> 16))
                .putShort((short) tag);
    }
}
