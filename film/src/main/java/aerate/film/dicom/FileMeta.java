package aerate.film.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** File meta information (PS3.10, section 7.1), and the file that begins with it. */
final class FileMeta {
    /** Names this writer of files, as PS3.10 asks each to. */
    private static final String IMPLEMENTATION = "2.25.86708622751068577863274324490459294092";

    private static final String VERSION = "AERATE";
    private static final int PREAMBLE_BYTES = 128;

    private FileMeta() {}

    /**
     * A file.
     *
     * @param elements of the data set, which tell class and instance
     * @param dataset the same in the transfer syntax
     */
    static byte[] file(TransferSyntax syntax, Map<Integer, Element> elements, byte[] dataset) {
        List<Element> meta = new ArrayList<>();
        meta.add(new Element(0x0002_0001, "OB", ByteBuffer.wrap(new byte[] {0, 1}), false));
        meta.add(new Element(0x0002_0002, "UI", told(elements, Attribute.SOP_CLASS_UID), false));
        meta.add(new Element(0x0002_0003, "UI", told(elements, Attribute.SOP_INSTANCE_UID), false));
        meta.add(uid(0x0002_0010, syntax.uid()));
        meta.add(uid(0x0002_0012, IMPLEMENTATION));
        meta.add(new Element(0x0002_0013, "SH", ByteBuffer.wrap(VERSION.getBytes(StandardCharsets.US_ASCII)), false));
        byte[] rest = ElementWriter.EXPLICIT_LITTLE_ENDIAN.dataset(meta);
        ByteBuffer length =
                ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(0, rest.length);
        byte[] first =
                ElementWriter.EXPLICIT_LITTLE_ENDIAN.dataset(List.of(new Element(0x0002_0000, "UL", length, false)));
        return ByteBuffer.allocate(PREAMBLE_BYTES + 4 + first.length + rest.length + dataset.length)
                .position(PREAMBLE_BYTES)
                .put(new byte[] {'D', 'I', 'C', 'M'})
                .put(first)
                .put(rest)
                .put(dataset)
                .array();
    }

    private static Element uid(int tag, String uid) {
        byte[] letters = uid.getBytes(StandardCharsets.US_ASCII);
        byte[] even = letters.length % 2 == 0 ? letters : TextValue.padded(letters, (byte) 0);
        return new Element(tag, "UI", ByteBuffer.wrap(even), false);
    }

    private static ByteBuffer told(Map<Integer, Element> elements, Attribute attribute) {
        Element element = elements.get(attribute.tag());
        if (element == null) {
            throw new IllegalArgumentException("an object that is written must have " + attribute + ", had not");
        }
        return element.value();
    }
}
