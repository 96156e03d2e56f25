package aerate.cli;

import aerate.film.Film;
import aerate.film.FilmSource;
import aerate.film.LabelledFilm;
import aerate.film.Resampling;
import aerate.film.UnreadableFilmException;
import aerate.reading.course.Region;
import java.util.ArrayList;
import java.util.List;

/** The films of all patients, small, among which a generated one should still be nearest to its own patient's. */
final class Gallery {
    private static final int SIDE = 64;

    private final List<String> patients = new ArrayList<>();
    private final List<float[]> films = new ArrayList<>();

    /** Of the films of a source that are chosen. */
    static Gallery of(FilmSource source, List<LabelledFilm> chosen) throws UnreadableFilmException {
        Gallery gallery = new Gallery();
        for (LabelledFilm entry : chosen) {
            gallery.patients.add(entry.patient());
            gallery.films.add(small(source.read(entry)));
        }
        return gallery;
    }

    private static float[] small(Film film) {
        return Resampling.resize(film.values(), film.width(), film.height(), SIDE, SIDE);
    }

    /** Whether the film that differs least from one, where its region does not reach, is of that patient; a tie is not. */
    boolean nearestIsOwn(Film film, Region region, String patient) {
        float[] generated = small(film);
        boolean[] inside = region.reaches(SIDE, SIDE);
        double own = Double.POSITIVE_INFINITY;
        double others = Double.POSITIVE_INFINITY;
        for (int i = 0; i < films.size(); i++) {
            double distance = distance(generated, films.get(i), inside);
            if (patients.get(i).equals(patient)) {
                own = Math.min(own, distance);
            } else {
                others = Math.min(others, distance);
            }
        }
        return own < others;
    }

    private static double distance(float[] one, float[] other, boolean[] inside) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += inside[i] ? 0 : Math.abs((double) one[i] - other[i]);
        }
        return sum;
    }
}
