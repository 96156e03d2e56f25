package aerate.reading.heatmap;

import aerate.film.Film;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A film seen a little differently: an affine map of the square [-1, 1]², film to view, and back. A place p of the view
 * shows the film's place M p + t; outside of the film its border continues.
 *
 * @param cosine scaled, of M's rotation
 * @param sine scaled
 * @param mirrored whether M begins with x → −x
 */
record View(double cosine, double sine, boolean mirrored, double shiftX, double shiftY) {
    private static final long SEED = 20170; // any; fixed, so that a map is the same whenever it is drawn
    private static final double MOST_DEGREES = 6;
    private static final double MOST_SCALE = 0.06;
    private static final double MOST_SHIFT = 0.08; // of half the film

    private static final View ITSELF = new View(1, 0, false, 0, 0);

    /** So many views: the film itself, and others of which every second is mirrored. */
    static List<View> seeded(int count) {
        List<View> views = new ArrayList<>(List.of(ITSELF));
        SplittableRandom random = new SplittableRandom(SEED);
        while (views.size() < count) {
            double angle = Math.toRadians(random.nextDouble(-MOST_DEGREES, MOST_DEGREES));
            double scale = 1 + random.nextDouble(-MOST_SCALE, MOST_SCALE);
            views.add(new View(
                    scale * Math.cos(angle),
                    scale * Math.sin(angle),
                    views.size() % 2 == 1,
                    random.nextDouble(-MOST_SHIFT, MOST_SHIFT),
                    random.nextDouble(-MOST_SHIFT, MOST_SHIFT)));
        }
        return views;
    }

    /** The view of a film. */
    Film of(Film film) {
        return this.equals(ITSELF) ? film : film.withValues(forth(film.values(), film.width(), film.height()));
    }

    /** The view of an image, row by row. */
    float[] forth(float[] values, int width, int height) {
        double mirror = mirrored ? -1 : 1;
        return warped(values, width, height, (x, y) ->
                new double[] {cosine * mirror * x - sine * y + shiftX, sine * mirror * x + cosine * y + shiftY});
    }

    /** The image that an image is the view of, row by row. */
    float[] back(float[] values, int width, int height) {
        double mirror = mirrored ? -1 : 1;
        double square = cosine * cosine + sine * sine;
        return warped(values, width, height, (x, y) -> {
            double dx = x - shiftX;
            double dy = y - shiftY;
            return new double[] {mirror * (cosine * dx + sine * dy) / square, (cosine * dy - sine * dx) / square};
        });
    }

    /** Where a place's value is read. */
    private interface Origin {
        double[] of(double x, double y);
    }

    private static float[] warped(float[] values, int width, int height, Origin origin) {
        float[] warped = new float[values.length];
        for (int i = 0; i < warped.length; i++) {
            double[] from = origin.of((2 * (i % width) + 1.0) / width - 1, (2 * (i / width) + 1.0) / height - 1);
            warped[i] =
                    bilinear(values, width, height, ((from[0] + 1) * width - 1) / 2, ((from[1] + 1) * height - 1) / 2);
        }
        return warped;
    }

    /** The value at a column and a row, which lie between pixel centres. */
    private static float bilinear(float[] values, int width, int height, double column, double row) {
        double x = Math.max(0, Math.min(width - 1, column));
        double y = Math.max(0, Math.min(height - 1, row));
        int left = (int) x;
        int top = (int) y;
        int right = Math.min(width - 1, left + 1);
        int bottom = Math.min(height - 1, top + 1);
        double upper = values[top * width + left] * (1 - (x - left)) + values[top * width + right] * (x - left);
        double lower = values[bottom * width + left] * (1 - (x - left)) + values[bottom * width + right] * (x - left);
        return (float) (upper * (1 - (y - top)) + lower * (y - top));
    }
}
