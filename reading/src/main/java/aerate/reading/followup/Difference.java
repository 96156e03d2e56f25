package aerate.reading.followup;

import aerate.film.Film;
import aerate.film.FilmInfo;
import aerate.film.Similarity;

/**
 * How a later film, registered and exposed as the first, differs from it in a part of the film. All are 0, 0 and 1 where the part
 * is empty.
 *
 * @param mean change of brightness, in [-1, 1]: above 0 it has become brighter, as with more opacity
 * @param absolute mean of its absolute value, in [0, 1]
 * @param ssim structural similarity, in [-1, 1]
 */
public record Difference(double mean, double absolute, double ssim) {
    private static final int BITS = 16;

    /**
     * The difference of two grids.
     *
     * @param first NaN where it is not known, as {@code later}: there nothing counts
     * @param where row by row, whether a pixel is of the part
     */
    static Difference between(float[] first, float[] later, boolean[] where) {
        boolean[] known = new boolean[where.length];
        float[] here = new float[where.length];
        float[] there = new float[where.length];
        double sum = 0;
        double absolute = 0;
        int count = 0;
        for (int i = 0; i < where.length; i++) {
            float change = later[i] - first[i];
            if (!Float.isNaN(change)) {
                here[i] = first[i];
                there[i] = later[i];
                known[i] = where[i];
            }
            if (known[i]) {
                sum += change;
                absolute += Math.abs(change);
                count++;
            }
        }
        if (count == 0) {
            return new Difference(0, 0, 1);
        }
        double ssim = Similarity.ssim(film(here), film(there), known);
        return new Difference(sum / count, absolute / count, Double.isNaN(ssim) ? 1 : ssim);
    }

    private static Film film(float[] grid) {
        return Film.ofValues(Grid.SIDE, Grid.SIDE, BITS, grid, FilmInfo.of("grid"));
    }
}
