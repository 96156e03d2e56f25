package aerate.film.dicom;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.Deflater;

/** A small DICOM file in the making: elements by tag, written in any of the uncompressed syntaxes, RLE or another. */
final class DicomFile {
    private static final Set<String> LONG = Set.of("OB", "OW", "SQ", "UN");

    private final Map<Integer, Element> elements = new TreeMap<>(Integer::compareUnsigned);
    private final ByteOrder order;
    private final boolean explicit;

    DicomFile(ByteOrder order, boolean explicit) {
        this.order = order;
        this.explicit = explicit;
    }

    /** A grey film, explicit little endian, of 16-bit cells. */
    static DicomFile grey(int width, int height, int stored, int... cells) {
        return new DicomFile(ByteOrder.LITTLE_ENDIAN, true)
                .film("MONOCHROME2", 1, width, height, 16, stored)
                .words(Tag.PIXEL_DATA, "OW", cells);
    }

    DicomFile film(String photometric, int channels, int width, int height, int allocated, int stored) {
        return words(Tag.SAMPLES_PER_PIXEL, "US", channels)
                .text(Tag.PHOTOMETRIC_INTERPRETATION, "CS", photometric)
                .words(Tag.ROWS, "US", height)
                .words(Tag.COLUMNS, "US", width)
                .words(Tag.BITS_ALLOCATED, "US", allocated)
                .words(Tag.BITS_STORED, "US", stored)
                .words(Tag.HIGH_BIT, "US", stored - 1)
                .words(Tag.PIXEL_REPRESENTATION, "US", 0);
    }

    DicomFile text(int tag, String vr, String text) {
        return bytes(tag, vr, (text.length() % 2 == 0 ? text : text + " ").getBytes(StandardCharsets.ISO_8859_1));
    }

    DicomFile words(int tag, String vr, int... words) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * words.length).order(order);
        for (int word : words) {
            bytes.putShort((short) word);
        }
        return bytes(tag, vr, bytes.array());
    }

    DicomFile bytes(int tag, String vr, byte... bytes) {
        elements.put(tag, new Element(tag, vr, ByteBuffer.wrap(bytes), false));
        return this;
    }

    /** A sequence of one item, its length undefined. */
    DicomFile item(int tag, DicomFile item) {
        byte[] content = item.body();
        ByteBuffer bytes = ByteBuffer.allocate(content.length + 16).order(order);
        header(bytes, Tag.ITEM).putInt(-1).put(content);
        header(bytes, Tag.ITEM_END).putInt(0);
        elements.put(tag, new Element(tag, "SQ", bytes.flip(), true));
        return this;
    }

    /** Encapsulated pixels: an empty offset table and the fragments. */
    DicomFile fragments(byte[]... fragments) {
        ByteArrayOutputStream items = new ByteArrayOutputStream();
        items.writeBytes(header(ByteBuffer.allocate(8).order(order), Tag.ITEM).array());
        for (byte[] fragment : fragments) {
            ByteBuffer item = ByteBuffer.allocate(8 + fragment.length).order(order);
            items.writeBytes(
                    header(item, Tag.ITEM).putInt(fragment.length).put(fragment).array());
        }
        elements.put(Tag.PIXEL_DATA, new Element(Tag.PIXEL_DATA, "OB", ByteBuffer.wrap(items.toByteArray()), true));
        return this;
    }

    byte[] in(String syntax) {
        byte[] uid = (syntax.length() % 2 == 0 ? syntax : syntax + "\0").getBytes(StandardCharsets.ISO_8859_1);
        byte[] body = syntax.endsWith(".99") ? deflated(body()) : body();
        ByteBuffer file = ByteBuffer.allocate(140 + uid.length + body.length).order(ByteOrder.LITTLE_ENDIAN);
        file.position(128).put(new byte[] {'D', 'I', 'C', 'M', 2, 0, 0x10, 0, 'U', 'I'});
        return file.putShort((short) uid.length).put(uid).put(body).array();
    }

    /** In explicit little endian. */
    byte[] file() {
        return in("1.2.840.10008.1.2.1");
    }

    private byte[] body() {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        elements.values().forEach(element -> body.writeBytes(written(element)));
        return body.toByteArray();
    }

    private byte[] written(Element element) {
        ByteBuffer bytes = ByteBuffer.allocate(20 + element.value().remaining()).order(order);
        header(bytes, element.tag());
        int length = element.itemized() ? -1 : element.value().remaining();
        if (explicit) {
            bytes.put(element.vr().getBytes(StandardCharsets.ISO_8859_1));
        }
        if (explicit && LONG.contains(element.vr())) {
            bytes.putShort((short) 0);
        }
        if (explicit && !LONG.contains(element.vr())) {
            bytes.putShort((short) length);
        } else {
            bytes.putInt(length);
        }
        bytes.put(element.value().duplicate());
        if (element.itemized()) {
            header(bytes, Tag.SEQUENCE_END).putInt(0);
        }
        byte[] written = new byte[bytes.flip().remaining()];
        bytes.get(written);
        return written;
    }

    private static ByteBuffer header(ByteBuffer bytes, int tag) {
        return bytes.putShort((short) (tag >>> 16)).putShort((short) tag);
    }

    private static byte[] deflated(byte[] body) {
        Deflater deflater = new Deflater(9, true);
        deflater.setInput(body);
        deflater.finish();
        byte[] deflated = new byte[body.length + 64];
        int length = deflater.deflate(deflated);
        deflater.end();
        return Arrays.copyOf(deflated, length);
    }
}
