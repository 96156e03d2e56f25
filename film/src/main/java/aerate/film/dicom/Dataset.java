package aerate.film.dicom;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The elements of a file or of a sequence's item, and how their values are read.
 *
 * @param explicit whether the syntax tells value representations, which nested items share
 */
record Dataset(Map<Integer, Element> elements, boolean explicit) {
    Dataset {
        elements = Map.copyOf(elements);
    }

    /** The element, if it is there and not empty. */
    Optional<Element> element(int tag) {
        return Optional.ofNullable(elements.get(tag))
                .filter(element -> element.value().hasRemaining());
    }

    /** The text without its padding, if any is left. ISO 646: what is asked for here are codes, numbers and dates. */
    Optional<String> text(int tag) {
        return element(tag)
                .map(element -> StandardCharsets.ISO_8859_1
                        .decode(element.value().slice())
                        .toString())
                .map(text -> text.replace('\0', ' ').strip())
                .filter(text -> !text.isEmpty());
    }

    /** Text that people wrote, in the data set's own character sets, without its padding; if any is left. */
    Optional<String> shown(int tag) {
        CharacterSets sets = CharacterSets.of(text(Tag.CHARACTER_SET).orElse(""));
        return element(tag)
                .map(element -> {
                    byte[] bytes = new byte[element.value().remaining()];
                    element.value().get(element.value().position(), bytes);
                    return sets.decode(bytes).replace('\0', ' ').strip();
                })
                .filter(text -> !text.isEmpty());
    }

    /** The first of the text's values. */
    Optional<String> code(int tag) {
        return text(tag).map(text -> text.split("\\\\", -1)[0].strip()).filter(code -> !code.isEmpty());
    }

    /** The first decimal number (DS, IS) of a text. */
    Optional<Double> decimal(int tag) throws DicomException {
        Optional<String> code = code(tag);
        if (code.isEmpty()) {
            return Optional.empty();
        }
        try {
            double value = Double.parseDouble(code.get());
            if (Double.isFinite(value)) {
                return Optional.of(value);
            }
        } catch (NumberFormatException e) {
            throw notANumber(tag, code.get());
        }
        throw notANumber(tag, code.get());
    }

    /** An unsigned 16-bit number. */
    Optional<Integer> number(int tag) throws DicomException {
        Optional<Element> element = element(tag);
        return element.isEmpty() ? Optional.empty() : Optional.of(numbers(element.get())[0]);
    }

    /**
     * An unsigned 16-bit number that must be there.
     *
     * @throws DicomException if it is not
     */
    int required(int tag) throws DicomException {
        Optional<Integer> number = number(tag);
        if (number.isEmpty()) {
            throw new DicomException("a DICOM film must have " + Tag.name(tag) + ", had not");
        }
        return number.get();
    }

    /** All unsigned 16-bit numbers of an element, at least one. */
    static int[] numbers(Element element) throws DicomException {
        ByteBuffer value = element.value();
        if (value.remaining() < 2 || value.remaining() % 2 != 0) {
            throw new DicomException(
                    Tag.name(element.tag()) + " must be a run of 16-bit numbers, had " + value.remaining() + " bytes");
        }
        int[] numbers = new int[value.remaining() / 2];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = value.getShort(value.position() + 2 * i) & 0xFFFF;
        }
        return numbers;
    }

    /** The items of a sequence; none if it is not there. */
    List<Dataset> items(int tag) throws DicomException {
        Optional<Element> element = element(tag);
        if (element.isEmpty()) {
            return List.of();
        }
        boolean unknown = element.get().vr().equals("UN");
        ByteOrder order =
                unknown ? ByteOrder.LITTLE_ENDIAN : element.get().value().order();
        ByteBuffer value = element.get().value().slice().order(order);
        List<Dataset> items = new ArrayList<>();
        new ElementParser(value, explicit && !unknown).items(items);
        return items;
    }

    private static DicomException notANumber(int tag, String value) {
        return new DicomException(Tag.name(tag) + " must be a number, was '" + value + "'");
    }
}
