package aerate.film.dicom;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** One patient's data sets made free of what identifies them, down through all sequences, in the syntax that they came in. */
final class Cleaning {
    private static final int ITEM_MARK_BYTES = 4;

    private final Pseudonyms pseudonyms;
    private final int shift;
    private final ElementWriter writer;

    /** @param shift days that dates are set back by */
    Cleaning(Pseudonyms pseudonyms, int shift, ElementWriter writer) {
        this.pseudonyms = pseudonyms;
        this.shift = shift;
        this.writer = writer;
    }

    DicomObject cleaned(Dataset dataset) throws DicomException {
        DicomObject cleaned = new DicomObject(writer);
        for (Element element : dataset.elements().values()) {
            cleaned(dataset, element).ifPresent(cleaned::put);
        }
        return cleaned;
    }

    private Optional<Element> cleaned(Dataset dataset, Element element) throws DicomException {
        String vr = ConfidentialityProfile.representation(element);
        if (writer.explicit() && vr.equals(Element.UNTOLD)) {
            return Optional.empty(); // within a sequence of unknown representation: nobody could read it any more
        }
        String text = dataset.text(element.tag()).orElse("");
        return switch (ConfidentialityProfile.of(element.tag(), vr)) {
            case REMOVE -> Optional.empty();
            case EMPTY -> Optional.of(text(element, vr, ""));
            case DUMMY -> Optional.of(text(element, vr, dummy(vr)));
            case MAP_UID -> Optional.of(text(element, vr, mapped(text)));
            case SHIFT -> Optional.of(text(element, vr, ShiftedDate.of(text, shift)));
            case CLEAN_ITEMS -> Optional.of(isSequence(element, vr) ? items(dataset, element, vr) : element);
        };
    }

    private Element items(Dataset dataset, Element element, String vr) throws DicomException {
        List<byte[]> items = new ArrayList<>();
        for (Dataset item : dataset.items(element.tag())) {
            items.add(cleaned(item).dataset());
        }
        return new Element(element.tag(), vr, writer.items(items), false);
    }

    private static boolean isSequence(Element element, String vr) {
        if (element.tag() == Tag.PIXEL_DATA) {
            return false;
        }
        return vr.equals("SQ") || element.itemized() || (vr.equals(Element.UNTOLD) && beginsWithItem(element.value()));
    }

    /** As only a sequence's value does: where the syntax does not tell representations, that tells. */
    private static boolean beginsWithItem(ByteBuffer value) {
        return value.remaining() >= 2 * ITEM_MARK_BYTES
                && value.getShort(value.position()) == (short) (Tag.ITEM >>> 16)
                && value.getShort(value.position() + 2) == (short) Tag.ITEM;
    }

    private String mapped(String uids) {
        return Arrays.stream(uids.split("\\\\", -1))
                .map(uid -> uid.isEmpty() ? uid : pseudonyms.uid(uid))
                .collect(Collectors.joining("\\"));
    }

    /** A value of the representation that says nothing. */
    private static String dummy(String vr) {
        return switch (vr) {
            case "TM" -> "000000";
            case "AS" -> "000Y";
            case "DS", "IS" -> "0";
            default -> "REMOVED";
        };
    }

    private Element text(Element element, String vr, String text) {
        byte[] letters = text.getBytes(StandardCharsets.ISO_8859_1);
        byte padding = (byte) (vr.equals("UI") ? 0 : ' ');
        byte[] even = letters.length % 2 == 0 ? letters : TextValue.padded(letters, padding);
        return new Element(element.tag(), vr, ByteBuffer.wrap(even).order(writer.order()), false);
    }
}
