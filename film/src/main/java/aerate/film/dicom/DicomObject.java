package aerate.film.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A data set in the making: attributes by their tags, or an item of a sequence. Not thread-safe. */
public final class DicomObject {
    private final Map<Integer, Element> elements = new TreeMap<>(Integer::compareUnsigned);
    private final ElementWriter writer;

    /** An empty one, to be written as explicit VR little endian. */
    public DicomObject() {
        this(ElementWriter.EXPLICIT_LITTLE_ENDIAN);
    }

    DicomObject(ElementWriter writer) {
        this.writer = writer;
    }

    /**
     * Text, codes or numbers as text; no value is an empty attribute.
     *
     * @param values ASCII, each no longer than its representation allows
     * @throws IllegalArgumentException naming attribute, rule and value
     */
    public DicomObject text(Attribute attribute, String... values) {
        List<String> checked = new ArrayList<>();
        for (String value : values) {
            checked.add(TextValue.checked(attribute, value));
        }
        return put(attribute, String.join("\\", checked).getBytes(StandardCharsets.US_ASCII));
    }

    /** As {@link #text}: one identifier. */
    public DicomObject uid(Attribute attribute, Uid uid) {
        return text(attribute, uid.value());
    }

    /** Unsigned numbers of 16 bits. */
    public DicomObject numbers(Attribute attribute, int... values) {
        require(attribute, Vr.US);
        ByteBuffer bytes = ByteBuffer.allocate(2 * values.length).order(writer.order());
        for (int value : values) {
            if (value < 0 || value > 0xFFFF) {
                throw new IllegalArgumentException(attribute + " must be in [0, 65535], was " + value);
            }
            bytes.putShort((short) value);
        }
        return put(attribute, bytes.array());
    }

    /** Numbers of single precision. */
    public DicomObject floats(Attribute attribute, float... values) {
        require(attribute, Vr.FL);
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(writer.order());
        for (float value : values) {
            bytes.putFloat(value);
        }
        return put(attribute, bytes.array());
    }

    /** Pixels as they are, made even: bytes, or words in the syntax's order. */
    public DicomObject bytes(Attribute attribute, byte[] value) {
        require(attribute, Vr.OW);
        return put(attribute, value);
    }

    /** The items of a sequence. */
    public DicomObject items(Attribute attribute, List<DicomObject> items) {
        require(attribute, Vr.SQ);
        ByteBuffer value = writer.items(items.stream().map(DicomObject::dataset).toList());
        return put(new Element(attribute.tag(), Vr.SQ.name(), value, false));
    }

    /** As {@link #items(Attribute, List)}. */
    public DicomObject items(Attribute attribute, DicomObject... items) {
        return items(attribute, List.of(items));
    }

    /** Repeats texts of a header to the byte, in whatever character set; those that it lacks stay as they are here. */
    public DicomObject repeat(DicomHeader header, Attribute... attributes) {
        for (Attribute attribute : attributes) {
            if (!attribute.vr().isText()) {
                throw new IllegalArgumentException("what is repeated must be text, was " + attribute);
            }
            header.bytes(attribute).ifPresent(value -> put(attribute, value));
        }
        return this;
    }

    /**
     * The file: preamble, file meta information, data set.
     *
     * @throws IllegalArgumentException if the object does not tell its class and instance
     */
    public byte[] file() {
        return FileMeta.file(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, elements, dataset());
    }

    DicomObject put(Element element) {
        elements.put(element.tag(), element);
        return this;
    }

    Map<Integer, Element> elements() {
        return elements;
    }

    byte[] dataset() {
        return writer.dataset(elements.values());
    }

    private DicomObject put(Attribute attribute, byte[] value) {
        ByteOrder order = writer.order();
        byte[] even = value.length % 2 == 0
                ? value
                : TextValue.padded(value, attribute.vr().padding());
        return put(new Element(
                attribute.tag(), attribute.vr().name(), ByteBuffer.wrap(even).order(order), false));
    }

    private static void require(Attribute attribute, Vr vr) {
        if (attribute.vr() != vr) {
            throw new IllegalArgumentException(
                    "a value of " + attribute + " must be of representation " + attribute.vr() + ", was " + vr);
        }
    }
}
