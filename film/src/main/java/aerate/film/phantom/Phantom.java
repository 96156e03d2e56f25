package aerate.film.phantom;

import aerate.film.Film;
import aerate.film.Label;
import aerate.film.LabelledFilm;
import java.util.Objects;

/**
 * A synthetic film with what no real film has: its lesion mask and its healthy twin.
 *
 * <p>Outside of the mask, film and twin are equal sample by sample. On a normal phantom the mask is empty and the twin
 * equals the film.
 *
 * @param entry name, label, subtype and patient, as its source lists it
 * @param number of the patient, from 1
 * @param film 8 bits, square
 * @param lesion the mask: 1 bit, the film's size; its values are 1 wherever the disease reaches aerated lung
 * @param twin the film as it would be without the disease: same patient, breath, exposure and noise
 */
public record Phantom(LabelledFilm entry, int number, Film film, Film lesion, Film twin) {
    public Phantom {
        Objects.requireNonNull(entry);
        Objects.requireNonNull(film);
        requireSameSize(film, lesion, "lesion mask");
        requireSameSize(film, twin, "twin");
        if (number < 1) {
            throw new IllegalArgumentException("a phantom's patient number must be at least 1, was " + number);
        }
    }

    /** Whether the patient has pneumonia. */
    public boolean sick() {
        return entry.label() == Label.PNEUMONIA;
    }

    /** Share of the film that the lesion covers, in [0, 1]. */
    public double lesionShare() {
        float[] mask = lesion.values();
        int covered = 0;
        for (float value : mask) {
            covered += value > 0 ? 1 : 0;
        }
        return (double) covered / mask.length;
    }

    /** The film on its way to the twin: at 0 as it is, at 1 the twin, below 0 sicker. */
    public Film healed(double fraction) {
        float[] values = film.values();
        float[] healthy = twin.values();
        for (int i = 0; i < values.length; i++) {
            values[i] += (float) fraction * (healthy[i] - values[i]);
        }
        return film.withValues(values);
    }

    private static void requireSameSize(Film film, Film other, String what) {
        if (other.width() != film.width() || other.height() != film.height()) {
            throw new IllegalArgumentException("a phantom's " + what + " must have its film's size " + film.width()
                    + " x " + film.height() + ", was " + other.width() + " x " + other.height());
        }
    }
}
