package aerate.reading.followup;

import aerate.film.Film;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Where a film's places lie on another film of the same patient: the map of greatest correlation of their
 * {@link LocalContrast}, odd maps needing more of it. Found coarse to fine by compass search (Kolda et al. 2003), from many starts
 * at the coarsest size, for ribs are alike and shifted by one they match again.
 *
 * @param alignment from places of the first film to those of the other
 * @param correlation of the aligned films, in [-1, 1], where they overlap
 */
public record Registration(Alignment alignment, double correlation) {
    private static final int[] SIDES = {32, 64, Grid.SIDE};
    private static final double[] STARTS = {-0.15, 0, 0.15}; // turned, scaled and shifted by

    /** Ways to move: turn, scale, stretch, shift. All change a place by about as much. */
    private static final List<Alignment> DIRECTIONS = List.of(
            new Alignment(1, 0, 0, 0, 0),
            new Alignment(0, 1, 0, 0, 0),
            new Alignment(0, 0, 1, 0, 0),
            new Alignment(0, 0, 0, 1, 0),
            new Alignment(0, 0, 0, 0, 1));

    private static final double FINEST = 0.1; // of a pixel: where the search on a grid ends
    private static final double LEAST_OVERLAP = 0.5; // of the film
    private static final double PRICE = 0.05; // of an oddity of 1, in correlation

    /** The registration of a film to another. */
    public static Registration of(Film film, Film other) {
        List<Alignment> starts = starts();
        Alignment best = Alignment.NONE;
        for (int side : SIDES) {
            Search search = new Search(film, other, side);
            best = starts.stream()
                    .map(search::from)
                    .max(Comparator.comparingDouble(search::worth))
                    .orElseThrow();
            starts = List.of(best);
        }
        return new Registration(best, new Search(film, other, Grid.SIDE).correlation(best));
    }

    private static List<Alignment> starts() {
        List<Alignment> starts = new ArrayList<>();
        for (double angle : STARTS) {
            for (double scale : STARTS) {
                for (double down : STARTS) {
                    starts.add(new Alignment(angle, scale, 0, 0, down));
                }
            }
        }
        return starts;
    }

    /** Two films at one size, the one to be found on the other. */
    private static final class Search {
        private final float[] film;
        private final float[] other;
        private final int side;

        Search(Film film, Film other, int side) {
            this.film = LocalContrast.of(Grid.of(film, side), side);
            this.other = LocalContrast.of(Grid.of(other, side), side);
            this.side = side;
        }

        double correlation(Alignment alignment) {
            return Registration.correlation(film, alignment.read(other, side));
        }

        double worth(Alignment alignment) {
            return correlation(alignment) - PRICE * alignment.oddity();
        }

        Alignment from(Alignment start) {
            Alignment best = start;
            double worth = worth(best);
            double step = 4.0 / side;
            while (step > FINEST * 2 / side) {
                boolean moved = false;
                for (Alignment direction : DIRECTIONS) {
                    for (int sign = -1; sign <= 1; sign += 2) {
                        Alignment tried = best.towards(direction, sign * step);
                        double its = worth(tried);
                        if (its > worth) {
                            best = tried;
                            worth = its;
                            moved = true;
                        }
                    }
                }
                step = moved ? step : step / 2;
            }
            return best;
        }
    }

    /** Pearson's, where both films are known; −1 where they overlap too little. */
    static double correlation(float[] one, float[] other) {
        int known = 0;
        int n = 0;
        double sumA = 0;
        double sumB = 0;
        double squareA = 0;
        double squareB = 0;
        double product = 0;
        for (int i = 0; i < one.length; i++) {
            double a = one[i];
            double b = other[i];
            known += Double.isNaN(a) ? 0 : 1;
            if (!Double.isNaN(a + b)) {
                n++;
                sumA += a;
                sumB += b;
                squareA += a * a;
                squareB += b * b;
                product += a * b;
            }
        }
        if (n < LEAST_OVERLAP * known) {
            return -1;
        }
        double spread = (squareA - sumA * sumA / n) * (squareB - sumB * sumB / n);
        return spread > 0 ? (product - sumA * sumB / n) / Math.sqrt(spread) : 0;
    }
}
