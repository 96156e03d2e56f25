package aerate.server.film;

import aerate.film.Film;
import aerate.film.FilmReader;
import aerate.film.FilmWriter;
import aerate.film.UnreadableFilmException;
import aerate.server.BusyException;
import aerate.server.Settings;
import aerate.server.store.ObjectStore;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;

/** Films as pictures, decoded anew each time; only so many at a time, since a film can be of many pixels. */
@Service
public class FilmPictures {
    private static final int LONGEST_WAIT_S = 20;
    private static final int SMALLEST_SIDE = 16;

    private final Films films;
    private final ObjectStore store;
    private final Semaphore places;

    FilmPictures(Films films, ObjectStore store, Settings settings) {
        this.films = films;
        this.store = store;
        this.places = new Semaphore(settings.pictures(), true);
    }

    /** What is made of a decoded film. */
    @FunctionalInterface
    public interface Picture {
        byte[] of(Film film) throws IOException;
    }

    /** The film's file as it came in. */
    public byte[] file(StoredFilm film) throws IOException {
        return store.get(films.object(film.id()));
    }

    /** The film, decoded. */
    public Film decoded(StoredFilm film) throws IOException {
        return FilmReader.read(file(film), film.id().toString());
    }

    /**
     * A picture made of a film, as soon as there is a place for it.
     *
     * @throws BusyException if that takes too long
     */
    public byte[] of(StoredFilm film, Picture picture) throws IOException {
        requirePlace();
        try {
            return picture.of(decoded(film));
        } finally {
            places.release();
        }
    }

    byte[] image(StoredFilm film, int depth, Optional<Integer> side) throws IOException {
        if (depth != 8 && depth != 16) {
            throw new IllegalArgumentException("depth must be 8 or 16, was " + depth);
        }
        if (side.isPresent() && side.get() < SMALLEST_SIDE) {
            throw new IllegalArgumentException("side must be at least " + SMALLEST_SIDE + ", was " + side.get());
        }
        if (film.state() == State.FAILED) {
            throw new UnreadableFilmException(film.id().toString(), String.valueOf(film.problem()));
        }
        return of(film, whole -> {
            Film sized = side.isPresent() ? within(whole, side.get()) : whole;
            return FilmWriter.png(
                    depth == 16 || sized.bits() <= 8
                            ? sized
                            : Film.ofValues(sized.width(), sized.height(), 8, sized.values(), sized.info()));
        });
    }

    /** The film with its longer side at most this, of the same shape. */
    private static Film within(Film film, int side) {
        double scale = (double) side / Math.max(film.width(), film.height());
        return scale >= 1
                ? film
                : film.resized(Math.max(1, (int) Math.round(film.width() * scale)), Math.max(1, (int)
                        Math.round(film.height() * scale)));
    }

    private void requirePlace() {
        try {
            if (!places.tryAcquire(LONGEST_WAIT_S, TimeUnit.SECONDS)) {
                throw new BusyException(
                        HttpStatus.SERVICE_UNAVAILABLE, "too many pictures are being made", Duration.ofSeconds(5));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BusyException(HttpStatus.SERVICE_UNAVAILABLE, "the server is ending", Duration.ofSeconds(5));
        }
    }
}
