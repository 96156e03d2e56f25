package aerate.report;

import aerate.film.Film;
import aerate.film.FilmInfo;
import aerate.film.Resampling;
import java.util.List;
import java.util.stream.IntStream;

/** Films and a heat map made for the tests. */
final class Samples {
    static final int HEAT_SIDE = 7;

    private Samples() {}

    /** A film of smooth shades with a bright blot. */
    static Film film(int width, int height) {
        float[] values = new float[width * height];
        for (int row = 0; row < height; row++) {
            for (int column = 0; column < width; column++) {
                double x = (column + 0.5) / width;
                double y = (row + 0.5) / height;
                double lung = Math.exp(-30 * (square(Math.abs(x - 0.5) - 0.22) + square(y - 0.5) / 3));
                double blot = Math.exp(-90 * (square(x - 0.3) + square(y - 0.6)));
                values[row * width + column] = (float) (0.75 - 0.6 * lung + 0.4 * lung * blot);
            }
        }
        return Film.ofValues(width, height, 8, values, FilmInfo.of("sample"));
    }

    /** A single hot spot at (0.3, 0.6), 7 x 7 as a network would give it. */
    static float[] heat() {
        float[] heat = new float[HEAT_SIDE * HEAT_SIDE];
        for (int row = 0; row < HEAT_SIDE; row++) {
            for (int column = 0; column < HEAT_SIDE; column++) {
                double x = (column + 0.5) / HEAT_SIDE - 0.3;
                double y = (row + 0.5) / HEAT_SIDE - 0.6;
                heat[row * HEAT_SIDE + column] = (float) Math.exp(-40 * (x * x + y * y));
            }
        }
        return heat;
    }

    /** The film with the hot spot darkened. */
    static Film cleared(Film film, float share) {
        float[] heat = Resampling.resize(heat(), HEAT_SIDE, HEAT_SIDE, film.width(), film.height());
        float[] values = film.values();
        for (int i = 0; i < values.length; i++) {
            values[i] *= 1 - 0.4f * share * heat[i];
        }
        return film.withValues(values);
    }

    static List<Film> course(Film film) {
        return IntStream.rangeClosed(0, 6).mapToObj(i -> cleared(film, i / 6f)).toList();
    }

    private static double square(double x) {
        return x * x;
    }
}
