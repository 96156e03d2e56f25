package aerate.film;

import java.util.Objects;
import java.util.Optional;

/**
 * What a file tells of its film before the pixels are decoded.
 *
 * @param kind how the film is stored, in words: {@code JPEG}, {@code DICOM, JPEG-LS lossless, MONOCHROME2}
 * @param description what the study says that it is, if it says so
 * @param info view, date and patient as far as they are told
 */
public record FilmHeader(String kind, Optional<String> description, FilmInfo info) {
    public FilmHeader {
        Objects.requireNonNull(kind);
        Objects.requireNonNull(description);
        Objects.requireNonNull(info);
    }

    /** Of a format that tells nothing else. */
    static FilmHeader of(String kind, FilmInfo info) {
        return new FilmHeader(kind, Optional.empty(), info);
    }
}
