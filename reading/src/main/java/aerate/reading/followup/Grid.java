package aerate.reading.followup;

import aerate.film.Film;
import aerate.film.Resampling;
import aerate.reading.course.Region;
import java.util.Arrays;

/** What films are compared on: the middle of a square, the film's long side as long as the square's, row by row. */
final class Grid {
    /** Pixels along a side. */
    static final int SIDE = 128;

    /** Tiles of a grid along a side: what is drawn anew for an interval, as neighbouring pixels say the same. */
    static final int TILES = 16;

    private Grid() {}

    /** Brightness; NaN beside the film. */
    static float[] of(Film film, int side) {
        return of(film.values(), film.width(), film.height(), film, side, Float.NaN);
    }

    /** The weights of a region of a film; 0 beside it. */
    static float[] of(Region region, Film film, int side) {
        return of(region.weights(), region.width(), region.height(), film, side, 0);
    }

    private static float[] of(float[] values, int width, int height, Film film, int side, float beside) {
        double scale = (double) side / Math.max(film.width(), film.height());
        int across = Math.max(1, (int) Math.round(scale * film.width()));
        int down = Math.max(1, (int) Math.round(scale * film.height()));
        float[] resized = Resampling.resize(values, width, height, across, down);
        float[] grid = new float[side * side];
        Arrays.fill(grid, beside);
        int corner = (side - down) / 2 * side + (side - across) / 2;
        for (int row = 0; row < down; row++) {
            System.arraycopy(resized, row * across, grid, corner + row * side, across);
        }
        return grid;
    }

    /** The number of the tile that a pixel is in. */
    static int tile(int pixel) {
        int edge = SIDE / TILES;
        return pixel / SIDE / edge * TILES + pixel % SIDE / edge;
    }
}
