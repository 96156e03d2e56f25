package aerate.film.truth;

import aerate.film.Film;
import java.util.List;

/** The diseased pixels of a film, at least one: an immutable grid of the film's size. */
public final class LesionMask {
    private final int width;
    private final int height;
    private final boolean[] diseased;

    private LesionMask(int width, int height, boolean[] diseased) {
        this.width = width;
        this.height = height;
        this.diseased = diseased;
        if (share() == 0) {
            throw new IllegalArgumentException("a lesion must cover at least 1 pixel, covered 0");
        }
    }

    /**
     * A mask drawn as a picture.
     *
     * @param mask diseased wherever it is not black
     * @throws IllegalArgumentException if it is all black
     */
    public static LesionMask of(Film mask) {
        float[] values = mask.values();
        boolean[] diseased = new boolean[values.length];
        for (int i = 0; i < values.length; i++) {
            diseased[i] = values[i] > 0;
        }
        return new LesionMask(mask.width(), mask.height(), diseased);
    }

    /**
     * The pixels in any of some boxes.
     *
     * @param boxes at least one
     * @param width of the film in pixels
     * @param height of the film in pixels
     * @throws IllegalArgumentException if a box reaches beyond the film
     */
    public static LesionMask of(List<Box> boxes, int width, int height) {
        boolean[] diseased = new boolean[width * height];
        for (Box box : boxes) {
            box.requireWithin(width, height);
            for (int y = box.y(); y < box.y() + box.height(); y++) {
                for (int x = box.x(); x < box.x() + box.width(); x++) {
                    diseased[y * width + x] = true;
                }
            }
        }
        return new LesionMask(width, height, diseased);
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /** Whether the pixel at a column and a row is diseased. */
    public boolean at(int x, int y) {
        return diseased[y * width + x];
    }

    /** Share of the film that is diseased, in (0, 1]. */
    public double share() {
        int count = 0;
        for (boolean pixel : diseased) {
            count += pixel ? 1 : 0;
        }
        return (double) count / diseased.length;
    }
}
