package aerate.film.dicom;

import aerate.film.Film;
import aerate.film.FilmReader;
import aerate.film.UnreadableFilmException;
import java.util.ArrayList;
import java.util.List;

/** A file read as a film, for comparison. */
final class Shown {
    private Shown() {}

    static List<Integer> of(byte[] file) throws UnreadableFilmException {
        return samples(FilmReader.read(file, "made"));
    }

    static List<Integer> samples(Film film) {
        List<Integer> samples = new ArrayList<>();
        for (int y = 0; y < film.height(); y++) {
            for (int x = 0; x < film.width(); x++) {
                samples.add(film.at(x, y));
            }
        }
        return samples;
    }
}
