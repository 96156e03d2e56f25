package aerate.reading.heatmap.faithfulness;

import aerate.film.Film;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Films that lack the pixels that a heat map points at, or have none but these.
 *
 * <p>What is missing from insertion and deletion is the film's mean brightness: a blurred film, as RISE starts insertion
 * from, would still show an opacity.
 */
final class Perturbation {
    /** Steps of insertion and deletion. */
    static final int STEPS = 16;

    /** Percent of the pixels that ROAD removes. */
    static final List<Integer> PERCENTILES =
            IntStream.rangeClosed(1, 9).mapToObj(i -> 10 * i).toList();

    private static final double NOISE = 0.01; // of brightness in [0, 1]

    private final Film film;
    private final float[] values;
    private final int[] order;

    /**
     * Perturbations of a film.
     *
     * @param order its pixels, hottest first
     */
    Perturbation(Film film, int[] order) {
        this.film = film;
        this.values = film.values();
        this.order = order;
    }

    /** {@link #STEPS} + 1 films, from the whole film to none of it, the hottest pixels going first. */
    List<Film> deletion() {
        return replaced(values, blank());
    }

    /** {@link #STEPS} + 1 films, from none of it to the whole film, the hottest pixels coming first. */
    List<Film> insertion() {
        return replaced(blank(), values);
    }

    /**
     * Films without the hottest or coldest pixels, one for each of {@link #PERCENTILES}; these are imputed from their
     * surroundings, with a little noise (ROAD).
     *
     * @param hottest whether most relevant are removed first, else least relevant
     */
    List<Film> imputed(boolean hottest, SplittableRandom random) {
        List<Film> films = new ArrayList<>();
        for (int percentile : PERCENTILES) {
            int count = (int) ((long) order.length * percentile / 100);
            boolean[] removed = new boolean[order.length];
            for (int i = 0; i < count; i++) {
                removed[order[hottest ? i : order.length - 1 - i]] = true;
            }
            float[] filled = LinearImputation.fill(values, film.width(), film.height(), removed);
            for (int i = 0; i < filled.length; i++) {
                filled[i] += removed[i] ? (float) (NOISE * gaussian(random)) : 0;
            }
            films.add(film.withValues(filled));
        }
        return films;
    }

    private List<Film> replaced(float[] from, float[] to) {
        List<Film> films = new ArrayList<>();
        float[] mixed = from.clone();
        int done = 0;
        for (int step = 0; step <= STEPS; step++) {
            for (int end = (int) ((long) order.length * step / STEPS); done < end; done++) {
                mixed[order[done]] = to[order[done]];
            }
            films.add(film.withValues(mixed));
        }
        return films;
    }

    private float[] blank() {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        float[] blank = new float[values.length];
        Arrays.fill(blank, (float) (sum / values.length));
        return blank;
    }

    /** Box &amp; Muller 1958. */
    private static double gaussian(SplittableRandom random) {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }
}
