package aerate.reading.followup;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Where a film stands on a course, within its region.
 *
 * @param lambda λ whose film is nearest, by a parabola through the nearest and its neighbours
 * @param lambdaLow 2.5th percentile, by drawing tiles of the region anew
 * @param lambdaHigh 97.5th percentile
 * @param recovery how much of the way from the first film to the course's end has been gone: 1 all of it, 0 none, below 0 where
 *     the film went the other way. ⟨f − c_0, c_end − c_0⟩/‖c_end − c_0‖², weighted by the region
 * @param recoveryLow 2.5th percentile
 * @param recoveryHigh 97.5th percentile
 */
public record Placement(
        double lambda, double lambdaLow, double lambdaHigh, double recovery, double recoveryLow, double recoveryHigh) {
    private static final int RESAMPLES = 400;

    /** Which way it went. */
    public Trend trend() {
        if (recoveryLow > 0) {
            return Trend.BETTER;
        }
        return recoveryHigh < 0 ? Trend.WORSE : Trend.UNCLEAR;
    }

    /** Sums over one tile: squared distance to each film of the course, the projection and its length. */
    private static final class Sums {
        private final double[] distances;
        private final double projection;
        private final double length;

        Sums(double[] distances, double projection, double length) {
            this.distances = distances;
            this.projection = projection;
            this.length = length;
        }
    }

    /**
     * The place of a film.
     *
     * @param course films at ascending λ, the first the patient's own
     * @param film registered and exposed as these; NaN where it is not known, as they
     * @param weights of the region
     */
    static Placement of(int[] lambdas, float[][] course, float[] film, float[] weights, long seed) {
        Sums[] tiles = tiles(course, film, weights);
        SplittableRandom random = new SplittableRandom(seed);
        double[] lambda = new double[RESAMPLES];
        double[] recovery = new double[RESAMPLES];
        for (int draw = 0; draw < RESAMPLES; draw++) {
            int[] times = new int[tiles.length];
            for (int i = 0; i < tiles.length; i++) {
                times[random.nextInt(tiles.length)]++;
            }
            lambda[draw] = lambda(lambdas, tiles, times);
            recovery[draw] = recovery(tiles, times);
        }
        int[] once = new int[tiles.length];
        Arrays.fill(once, 1);
        Arrays.sort(lambda);
        Arrays.sort(recovery);
        return new Placement(
                lambda(lambdas, tiles, once),
                lambda[RESAMPLES / 40],
                lambda[RESAMPLES - 1 - RESAMPLES / 40],
                recovery(tiles, once),
                recovery[RESAMPLES / 40],
                recovery[RESAMPLES - 1 - RESAMPLES / 40]);
    }

    private static Sums[] tiles(float[][] course, float[] film, float[] weights) {
        int count = Grid.TILES * Grid.TILES;
        double[][] distances = new double[count][course.length];
        double[] projection = new double[count];
        double[] length = new double[count];
        boolean[] used = new boolean[count];
        float[] first = course[0];
        float[] last = course[course.length - 1];
        for (int i = 0; i < film.length; i++) {
            if (weights[i] > 0 && !Float.isNaN(film[i] + first[i])) {
                int tile = Grid.tile(i);
                used[tile] = true;
                for (int k = 0; k < course.length; k++) {
                    double difference = film[i] - course[k][i];
                    distances[tile][k] += weights[i] * difference * difference;
                }
                double way = last[i] - first[i];
                projection[tile] += weights[i] * (film[i] - first[i]) * way;
                length[tile] += weights[i] * way * way;
            }
        }
        return IntStream.range(0, count)
                .filter(tile -> used[tile])
                .mapToObj(tile -> new Sums(distances[tile], projection[tile], length[tile]))
                .toArray(Sums[]::new);
    }

    private static double recovery(Sums[] tiles, int... times) {
        double length = sum(tiles, times, tile -> tile.length);
        return length > 0 ? sum(tiles, times, tile -> tile.projection) / length : 0;
    }

    private static double lambda(int[] lambdas, Sums[] tiles, int... times) {
        double[] distances = new double[lambdas.length];
        int nearest = 0;
        for (int k = 0; k < lambdas.length; k++) {
            int index = k;
            distances[k] = sum(tiles, times, tile -> tile.distances[index]);
            nearest = distances[k] < distances[nearest] ? k : nearest;
        }
        if (nearest == 0 || nearest == lambdas.length - 1) {
            return lambdas[nearest];
        }
        return lowest(
                lambdas[nearest - 1], distances[nearest - 1],
                lambdas[nearest], distances[nearest],
                lambdas[nearest + 1], distances[nearest + 1]);
    }

    /** Where the parabola through three points is lowest, the middle one being the lowest of the three. */
    private static double lowest(double a, double fa, double b, double fb, double c, double fc) {
        double left = (b - a) * (fb - fc);
        double right = (b - c) * (fb - fa);
        double bottom = 2 * (left - right);
        return bottom == 0 ? b : b - ((b - a) * left - (b - c) * right) / bottom;
    }

    private static double sum(Sums[] tiles, int[] times, ToDoubleFunction<Sums> part) {
        double sum = 0;
        for (int i = 0; i < tiles.length; i++) {
            sum += times[i] * part.applyAsDouble(tiles[i]);
        }
        return sum;
    }
}
