package aerate.reading.course;

import aerate.film.Film;
import aerate.film.Resampling;

/**
 * What healing did to a film, at the denoiser's size.
 *
 * <p>Only the change is brought to the film's size, not the healed picture: so the film keeps its detail, and where nothing
 * changed it keeps its samples.
 */
final class Change {
    private final int size;
    private final float[] values;

    /**
     * A change of brightness.
     *
     * @param size height and width
     * @param values differences, row by row; taken, not copied
     */
    Change(int size, float[] values) {
        this.size = size;
        this.values = values;
    }

    /** The film with the change added, of its own size and depth; to the bit the film itself where the change is 0. */
    Film applyTo(Film film) {
        float[] change = Resampling.resize(values, size, size, film.width(), film.height());
        float[] brightness = film.values();
        for (int i = 0; i < change.length; i++) {
            brightness[i] += change[i];
        }
        return film.withValues(brightness);
    }
}
