package aerate.reading.followup;

import aerate.film.Film;
import aerate.film.Resampling;

/**
 * Finds where a film's places lie on another film of the same patient: the map of greatest correlation, of the whole films at
 * first, then of their detail, coarse to fine, by compass search (Kolda et al. 2003). Detail is what a blur takes away, so that exposure and
 * large opacities, which change, count less than ribs, which do not.
 *
 * @param alignment from places of the first film to those of the other
 * @param correlation of the aligned films' detail, in [-1, 1], where they overlap
 */
public record Registration(Alignment alignment, double correlation) {
    private static final int[] SIDES = {32, 64, 128};

    /** Ways to move: turn, grow, stretch, shift. All change a place by about as much. */
    private static final double[][] DIRECTIONS = {
        {1, 0, 0, 0, 0}, {0, 1, 1, 0, 0}, {0, 1, -1, 0, 0}, {0, 0, 0, 1, 0}, {0, 0, 0, 0, 1}
    };

    private static final double FINEST = 0.1; // of a pixel: where the search on a grid ends
    private static final double LEAST_OVERLAP = 0.4; // of the film

    /** The registration of a film to another. */
    public static Registration of(Film film, Film other) {
        Registration found = new Registration(Alignment.NONE, Double.NEGATIVE_INFINITY);
        for (int side : SIDES) {
            boolean coarsest = side == SIDES[0];
            float[] one = coarsest ? whole(film, side) : detail(film, side);
            float[] two = coarsest ? whole(other, side) : detail(other, side);
            found = search(one, two, side, found.alignment, 8.0 / side);
        }
        return found;
    }

    private static Registration search(float[] one, float[] two, int side, Alignment from, double firstStep) {
        Registration best = new Registration(from, correlation(one, from.read(two, side)));
        double step = firstStep;
        while (step > FINEST * 2 / side) {
            Registration better = best;
            for (double[] direction : DIRECTIONS) {
                for (int sign = -1; sign <= 1; sign += 2) {
                    Alignment moved = best.alignment.moved(direction, sign * step);
                    double correlation = correlation(one, moved.read(two, side));
                    better = correlation > better.correlation ? new Registration(moved, correlation) : better;
                }
            }
            step = better == best ? step / 2 : step;
            best = better;
        }
        return best;
    }

    private static float[] whole(Film film, int side) {
        return Resampling.resize(film.values(), film.width(), film.height(), side, side);
    }

    /** The film less its blur, at a size. */
    private static float[] detail(Film film, int side) {
        float[] small = whole(film, side);
        int coarse = side / 4;
        float[] blur =
                Resampling.resize(Resampling.resize(small, side, side, coarse, coarse), coarse, coarse, side, side);
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
