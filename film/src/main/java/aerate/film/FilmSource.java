package aerate.film;

import java.util.List;

/** Labelled films of one collection. Reading is thread-safe. */
public interface FilmSource {
    /** What to call the collection in reports. */
    String name();

    /** The collection's licence as far as its folder tells, else {@code "unknown"}. */
    String licence();

    /** All films in a stable order, listed without decoding them. */
    List<LabelledFilm> films();

    /**
     * Decodes one of {@link #films()}.
     *
     * @throws UnreadableFilmException if its file cannot be read as a film
     */
    Film read(LabelledFilm film) throws UnreadableFilmException;

    /**
     * Hexadecimal hash of what is stored of one of {@link #films()}: the file's bytes where it is a file, else the
     * pixels. Films of equal hash are exact duplicates.
     *
     * @throws UnreadableFilmException if it cannot be read
     */
    default String contentHash(LabelledFilm film) throws UnreadableFilmException {
        return ContentHash.of(read(film));
    }
}
