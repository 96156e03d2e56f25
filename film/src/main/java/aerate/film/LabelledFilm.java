package aerate.film;

import java.util.Objects;
import java.util.Optional;

/**
 * One entry of a {@link FilmSource}: everything but the pixels.
 *
 * @param name unique within its source and stable between runs: a relative path with {@code /}, or an index
 * @param label what its collection says of it
 * @param subtype finer label where the collection has one ({@code bacteria}, {@code virus})
 * @param patient pseudonym, unique within its source: films of one patient must stay on one side of any split
 * @param split the part that the collection itself assigns, if it does
 */
public record LabelledFilm(String name, Label label, Optional<String> subtype, String patient, Optional<Split> split) {
    public LabelledFilm {
        Objects.requireNonNull(name);
        Objects.requireNonNull(label);
        Objects.requireNonNull(subtype);
        Objects.requireNonNull(patient);
        Objects.requireNonNull(split);
    }
}
