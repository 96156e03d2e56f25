package aerate.reading.followup;

import aerate.film.Film;
import aerate.film.Resampling;

/** What films are compared on: squares of one size, brightness row by row. */
final class Grid {
    /** Pixels along a side. */
    static final int SIDE = 128;

    /** Tiles of a grid along a side: what is drawn anew for an interval, as neighbouring pixels say the same. */
    static final int TILES = 16;

    private Grid() {}

    static float[] of(Film film) {
        return Resampling.resize(film.values(), film.width(), film.height(), SIDE, SIDE);
    }

    /** The number of the tile that a pixel is in. */
    static int tile(int pixel) {
        int edge = SIDE / TILES;
        return pixel / SIDE / edge * TILES + pixel % SIDE / edge;
    }
}
