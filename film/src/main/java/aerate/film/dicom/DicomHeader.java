package aerate.film.dicom;

import aerate.film.UnreadableFilmException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalDouble;

/** What a DICOM film says of itself besides its pixels: what objects that are derived from it repeat and refer to. */
public final class DicomHeader {
    private final Dataset dataset;
    private final String source;

    private DicomHeader(Dataset dataset, String source) {
        this.dataset = dataset;
        this.source = source;
    }

    /**
     * The header of a file, if it is a DICOM file.
     *
     * @param source names the file in messages
     * @throws UnreadableFilmException if it is damaged
     */
    public static Optional<DicomHeader> of(byte[] content, String source) throws UnreadableFilmException {
        if (!Part10.matches(content)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new DicomHeader(Part10.of(content).dataset(), source));
        } catch (DicomException e) {
            throw new UnreadableFilmException(source, e.getMessage(), e);
        }
    }

    /** The text without its padding, all values of it, if any; letters that are not ASCII are bytes of its character set. */
    public Optional<String> text(Attribute attribute) {
        return dataset.text(attribute.tag());
    }

    /**
     * An identifier that the standard demands.
     *
     * @throws UnreadableFilmException if the header lacks it, or it is none
     */
    public Uid uid(Attribute attribute) throws UnreadableFilmException {
        String text = text(attribute)
                .orElseThrow(() -> new UnreadableFilmException(
                        source, "a DICOM film must have " + name(attribute) + " to be referred to, had not"));
        try {
            return new Uid(text);
        } catch (IllegalArgumentException e) {
            throw new UnreadableFilmException(source, name(attribute) + ": " + e.getMessage(), e);
        }
    }

    /**
     * How many times smaller the pixels are in the file than they would be uncompressed; none where they are not compressed.
     *
     * @throws UnreadableFilmException if the header does not tell their shape
     */
    public OptionalDouble compression() throws UnreadableFilmException {
        Optional<Element> pixels = dataset.element(Tag.PIXEL_DATA).filter(Element::itemized);
        if (pixels.isEmpty()) {
            return OptionalDouble.empty();
        }
        try {
            PixelLayout layout = PixelLayout.of(dataset);
            return OptionalDouble.of((double) layout.bytes()
                    * layout.frames()
                    / pixels.get().value().remaining());
        } catch (DicomException e) {
            throw new UnreadableFilmException(source, e.getMessage(), e);
        }
    }

    /** The text to the byte, without its padding. */
    Optional<byte[]> bytes(Attribute attribute) {
        return text(attribute).map(text -> text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String name(Attribute attribute) {
        return attribute + " " + Tag.name(attribute.tag());
    }
}
