package aerate.reading.followup;

import aerate.film.Film;
import aerate.film.Label;
import aerate.film.phantom.Phantom;
import aerate.film.phantom.PhantomSource;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Sick phantoms, and what may become of their films. */
final class FollowedPhantoms {
    static final int SIZE = 160;

    private FollowedPhantoms() {}

    /** One film of each of some sick patients. */
    static List<Phantom> sick(int patients) {
        PhantomSource source = PhantomSource.of(10 * patients, SIZE, 11);
        Set<String> seen = new HashSet<>();
        return source.films().stream()
                .filter(film -> film.label() == Label.PNEUMONIA && seen.add(film.patient()))
                .limit(patients)
                .map(source::phantom)
                .toList();
    }

    static Film exposed(Film film, double gain, double offset) {
        float[] values = film.values();
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (gain * values[i] + offset);
        }
        return film.withValues(values);
    }

    /** The middle of a film. */
    static Film middle(Film film, int width, int height) {
        float[] values = film.values();
        float[] middle = new float[width * height];
        int left = (film.width() - width) / 2;
        int top = (film.height() - height) / 2;
        for (int row = 0; row < height; row++) {
            int from = (top + row) * film.width() + left;
            System.arraycopy(Arrays.copyOfRange(values, from, from + width), 0, middle, row * width, width);
        }
        return Film.ofValues(width, height, film.bits(), middle, film.info());
    }
}
