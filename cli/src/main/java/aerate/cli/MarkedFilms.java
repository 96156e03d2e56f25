package aerate.cli;

import aerate.film.Film;
import aerate.film.FilmSource;
import aerate.film.Label;
import aerate.film.LabelledFilm;
import aerate.film.truth.LesionMask;
import aerate.film.truth.Truth;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The sick films that heat maps are measured on, with the marks of their disease where there are any. A film is read when
 * it is needed.
 *
 * @param entries at least one; marked, each of them, if there are marks at all
 */
record MarkedFilms(FilmSource source, List<LabelledFilm> entries, Optional<Truth> truth) {
    /** A film, and where it is diseased. */
    record Marked(LabelledFilm entry, Film film, Optional<LesionMask> mask) {}

    /**
     * The sick of some films.
     *
     * @param most how many, evenly from all; all if there are not so many
     * @throws IllegalArgumentException if there is none, or none that is marked
     */
    static MarkedFilms of(FilmSource source, List<LabelledFilm> films, Optional<Truth> truth, int most) {
        List<LabelledFilm> sick =
                films.stream().filter(film -> film.label() == Label.PNEUMONIA).toList();
        if (sick.isEmpty()) {
            throw new IllegalArgumentException(source.name() + ": heat maps of pneumonia need films with pneumonia, but"
                    + " none of " + films.size() + " films has it");
        }
        List<LabelledFilm> marked = sick.stream()
                .filter(film -> truth.map(known -> known.marks(film)).orElse(true))
                .toList();
        if (marked.isEmpty()) {
            throw new IllegalArgumentException(
                    source.name() + ": none of " + sick.size() + " films with pneumonia has a mask or a box");
        }
        return new MarkedFilms(source, evenly(marked, most), truth);
    }

    /** So many films, evenly from all; all if there are not so many. */
    static List<LabelledFilm> evenly(List<LabelledFilm> films, int most) {
        int count = Math.min(most, films.size());
        return IntStream.range(0, count)
                .mapToObj(i -> films.get((int) ((long) i * films.size() / count)))
                .toList();
    }

    /**
     * Decodes a film and its marks.
     *
     * @throws IllegalArgumentException if the marks are for a film of another size
     */
    Marked read(LabelledFilm entry) throws IOException {
        Film film = source.read(entry);
        Optional<LesionMask> mask = truth.isPresent() ? Optional.of(truth.get().mask(entry, film)) : Optional.empty();
        return new Marked(entry, film, mask);
    }

    /** Reads all of them once, before anything takes long: refuses what {@link #read} would. */
    void requireReadable() throws IOException {
        for (LabelledFilm entry : entries) {
            read(entry);
        }
    }
}
