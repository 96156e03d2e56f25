package aerate.film.truth;

import aerate.film.Film;
import aerate.film.LabelledFilm;
import java.io.IOException;

/** Where the disease is on the films of a collection, of those that somebody has marked. */
public interface Truth {
    /** Whether a film is marked. */
    boolean marks(LabelledFilm entry);

    /**
     * Where the disease is on a film that is marked.
     *
     * @param film the pixels of the entry
     * @return of the film's size
     * @throws IllegalArgumentException if the marks are for a film of another size, naming them
     * @throws IOException if they cannot be read
     */
    LesionMask mask(LabelledFilm entry, Film film) throws IOException;

    /** What reports call it: of what kind, and from where. */
    @Override
    String toString();
}
