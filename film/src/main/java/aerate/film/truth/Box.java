package aerate.film.truth;

/**
 * A rectangle on a film, in pixels of the film as it is stored.
 *
 * @param x column of its left edge, from 0
 * @param y row of its top edge, from 0
 * @param width at least 1
 * @param height at least 1
 */
public record Box(int x, int y, int width, int height) {
    public Box {
        if (x < 0 || y < 0) {
            throw new IllegalArgumentException("a box must begin at 0, 0 or beyond, was at " + x + ", " + y);
        }
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("a box must be at least 1 x 1 pixels, was " + width + " x " + height);
        }
    }

    /** Refuses to reach beyond a film of that size. */
    void requireWithin(int filmWidth, int filmHeight) {
        if ((long) x + width > filmWidth || (long) y + height > filmHeight) {
            throw new IllegalArgumentException("a box must lie within its film of %d x %d pixels, was %d x %d at %d, %d"
                    .formatted(filmWidth, filmHeight, width, height, x, y));
        }
    }
}
