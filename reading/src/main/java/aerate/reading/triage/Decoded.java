package aerate.reading.triage;

import aerate.film.Film;
import aerate.film.FilmReader;
import aerate.film.UnreadableFilmException;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A file of the pile, ready to be judged: no more of its pixels than that takes, so that many fit into memory.
 *
 * @param small the film as it is to be decoded; empty if it cannot be read
 * @param reason why not
 */
record Decoded(FilmFile file, Optional<Small> small, Optional<String> reason) {
    /** Longest side of a thumbnail in pixels. */
    private static final int THUMBNAIL = 128;

    /**
     * What is left of a film.
     *
     * @param input at the size of the network's input
     * @param thumbnail in the film's own proportions
     */
    record Small(Film input, Film thumbnail) {
        static Small of(Film film, UnaryOperator<Film> atInputSize) {
            Film input = atInputSize.apply(film);
            // To shrink the input once more is as good, and spares a large film's pixels a second walk.
            Film source = Math.min(input.width(), input.height()) >= THUMBNAIL ? input : film;
            double scale = Math.min(1, (double) THUMBNAIL / Math.max(film.width(), film.height()));
            return new Small(input, source.resized(side(film.width(), scale), side(film.height(), scale)));
        }

        private static int side(int pixels, double scale) {
            return (int) Math.max(1, Math.round(pixels * scale));
        }
    }

    /** Decodes a file; whatever its decoder answers, the film is not lost. */
    static Decoded of(FilmFile file, UnaryOperator<Film> atInputSize) {
        if (file.obstacle().isPresent()) {
            return new Decoded(file, Optional.empty(), file.obstacle());
        }
        try {
            Film film = FilmReader.read(file.path());
            return new Decoded(file, Optional.of(Small.of(film, atInputSize)), Optional.empty());
        } catch (UnreadableFilmException e) {
            String named = file.path() + ": "; // the list names the film already
            String message = e.getMessage();
            return unreadable(file, message.startsWith(named) ? message.substring(named.length()) : message);
        } catch (RuntimeException | Error e) { // too little memory for a huge film, or a decoder's own fault
            return unreadable(file, "its decoder failed: " + e);
        }
    }

    private static Decoded unreadable(FilmFile file, String reason) {
        return new Decoded(file, Optional.empty(), Optional.of(reason));
    }
}
