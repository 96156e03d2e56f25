package aerate.film;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;

/** One hash of a whole collection: names, labels and contents of all its films. Equal hash, equal films. */
public final class Fingerprint {
    private Fingerprint() {}

    /**
     * SHA-256 in hexadecimal; does not depend on the order of the films.
     *
     * @throws UnreadableFilmException if a film's content cannot be read
     */
    public static String of(FilmSource source) throws UnreadableFilmException {
        List<LabelledFilm> films = source.films().stream()
                .sorted(Comparator.comparing(LabelledFilm::name))
                .toList();
        StringBuilder listing = new StringBuilder();
        for (LabelledFilm film : films) {
            listing.append(film.name()).append('\t').append(film.label()).append('\t');
            listing.append(source.contentHash(film)).append('\n');
        }
        return ContentHash.of(listing.toString().getBytes(StandardCharsets.UTF_8));
    }
}
