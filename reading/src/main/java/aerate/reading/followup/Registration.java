package aerate.reading.followup;

import aerate.film.Film;
import aerate.film.Resampling;

/**
 * Finds where a film's places lie on another film of the same patient: the similarity of greatest correlation of their detail,
 * coarse to fine, by compass search (Kolda et al. 2003). Detail is what a blur takes away, so that exposure and
 * large opacities, which change, count less than ribs, which do not.
 *
 * @param alignment from places of the first film to those of the other
 * @param correlation of the aligned films' detail, in [-1, 1], where they overlap
 */
public record Registration(Alignment alignment, double correlation) {
    private static final int[] SIDES = {32, 64, 128};
    private static final double[] STEPS = {0.1, 0.1, 0.1, 0.1}; // radians, logarithm of scale, halves of a side
    private static final double FINEST = 0.1; // of a pixel: where the search on a grid ends
    private static final double LEAST_OVERLAP = 0.4; // of the film

    /** The registration of a film to another. */
    public static Registration of(Film film, Film other) {
        Registration best = new Registration(Alignment.NONE, Double.NEGATIVE_INFINITY);
        double step = 1;
        for (int side : SIDES) {
            float[] one = detail(film, side);
            float[] two = detail(other, side);
            best = search(one, two, side, best.alignment, step);
            step = 8.0 / side / STEPS[0] / 2; // some pixels of this grid, on the next
        }
        return best;
    }

    private static Registration search(float[] one, float[] two, int side, Alignment from, double firstStep) {
        Registration best = new Registration(from, correlation(one, from.read(two, side)));
        double step = firstStep;
        while (step * STEPS[0] > FINEST * 2 / side) {
            Registration better = best;
            for (int which = 0; which < STEPS.length; which++) {
                for (int sign = -1; sign <= 1; sign += 2) {
                    Alignment moved = best.alignment.moved(which, sign * step * STEPS[which]);
                    double correlation = correlation(one, moved.read(two, side));
                    better = correlation > better.correlation ? new Registration(moved, correlation) : better;
                }
            }
            step = better == best ? step / 2 : step;
            best = better;
        }
        return best;
    }

    /** The film less its blur, at a size. */
    private static float[] detail(Film film, int side) {
        float[] small = Resampling.resize(film.values(), film.width(), film.height(), side, side);
        int coarse = side / 8;
        float[] blur = Resampling.resize(Resampling.resize(small, side, side, coarse, coarse), coarse, coarse, side, side);
        for (int i = 0; i < small.length; i++) {
            small[i] -= blur[i];
        }
        return small;
    }

    /** Pearson's, where the other film is known; −1 where the films overlap too little. */
    static double correlation(float[] one, float[] other) {
        double n = 0;
        double sumA = 0;
        double sumB = 0;
        double squareA = 0;
        double squareB = 0;
        double product = 0;
        for (int i = 0; i < one.length; i++) {
            if (!Float.isNaN(other[i])) {
                double a = one[i];
                double b = other[i];
                n++;
                sumA += a;
                sumB += b;
                squareA += a * a;
                squareB += b * b;
                product += a * b;
            }
        }
        if (n < LEAST_OVERLAP * one.length) {
            return -1;
        }
        double spread = (squareA - sumA * sumA / n) * (squareB - sumB * sumB / n);
        return spread > 0 ? (product - sumA * sumB / n) / Math.sqrt(spread) : 0;
    }
}
