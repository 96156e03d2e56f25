package aerate.film;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * What is known of a film besides its pixels.
 *
 * @param source where it came from, for messages and provenance: a path, or a path and an index
 * @param patient pseudonym of the patient, unique within its collection
 * @param view projection
 * @param date day of exposure
 */
public record FilmInfo(String source, Optional<String> patient, View view, Optional<LocalDate> date) {
    /** Projection of a chest film. */
    public enum View {
        FRONTAL,
        LATERAL,
        UNKNOWN
    }

    public FilmInfo {
        Objects.requireNonNull(source);
        Objects.requireNonNull(patient);
        Objects.requireNonNull(view);
        Objects.requireNonNull(date);
    }

    /** A film of which only the source is known. */
    public static FilmInfo of(String source) {
        return new FilmInfo(source, Optional.empty(), View.UNKNOWN, Optional.empty());
    }
}
