package aerate.report;

import aerate.film.Film;
import aerate.film.Resampling;
import java.awt.image.BufferedImage;

/** A heat map painted over its film: the hotter, the less film shows through; where it is cold, the film is untouched. */
public final class Overlay {
    private static final float MOST_OPAQUE = 0.6f;
    private static final int CONTOUR = 0xF4F4F4;

    private Overlay() {}

    /**
     * Paints the map.
     *
     * @param heat {@code height x width}, row by row, in {@code [0, 1]}; bilinear to the film's size
     * @throws IllegalArgumentException if sizes disagree or heat leaves its range
     */
    public static BufferedImage paint(Film film, float[] heat, int width, int height) {
        return paint(film, toSizeOf(film, heat, width, height));
    }

    /**
     * Paints the map and outlines the region at or above a level, in {@code (0, 1]}.
     *
     * @see #paint(Film, float[], int, int)
     */
    public static BufferedImage outlined(Film film, float[] heat, int width, int height, float level) {
        if (!(level > 0 && level <= 1)) {
            throw new IllegalArgumentException("a contour's level must be in (0, 1], was " + level);
        }
        float[] sized = toSizeOf(film, heat, width, height);
        BufferedImage picture = paint(film, sized);
        int reach = Math.max(1, Math.min(film.width(), film.height()) / 256); // as thick on any film
        for (int y = 0; y < film.height(); y++) {
            for (int x = 0; x < film.width(); x++) {
                if (isEdge(film, sized, x, y, reach, level)) {
                    picture.setRGB(x, y, CONTOUR);
                }
            }
        }
        return picture;
    }

    private static BufferedImage paint(Film film, float[] heat) {
        byte[] grey = film.bytes();
        int[] pixels = new int[grey.length];
        for (int i = 0; i < pixels.length; i++) {
            int level = grey[i] & 0xFF;
            pixels[i] = blend(level * 0x010101, ColourMap.HEAT.rgb(heat[i]), MOST_OPAQUE * heat[i]);
        }
        return FilmPicture.of(pixels, film.width(), film.height());
    }

    private static float[] toSizeOf(Film film, float[] heat, int width, int height) {
        if (heat.length != (long) width * height) {
            throw new IllegalArgumentException("a heat map of " + width + " x " + height + " must have "
                    + (long) width * height + " values, had " + heat.length);
        }
        for (float value : heat) {
            if (!(value >= 0 && value <= 1)) {
                throw new IllegalArgumentException("heat must be in [0, 1], was " + value);
            }
        }
        return Resampling.resize(heat, width, height, film.width(), film.height());
    }

    /** Whether the pixel is in the region and one {@code reach} away from it is not. */
    private static boolean isEdge(Film film, float[] heat, int x, int y, int reach, float level) {
        int width = film.width();
        int at = y * width + x;
        return heat[at] >= level
                && ((x >= reach && heat[at - reach] < level)
                        || (x + reach < width && heat[at + reach] < level)
                        || (y >= reach && heat[at - reach * width] < level)
                        || (y + reach < film.height() && heat[at + reach * width] < level));
    }

    private static int blend(int under, int over, float opacity) {
        int mixed = 0;
        for (int shift = 0; shift <= 16; shift += 8) {
            int from = under >> shift & 0xFF;
            int to = over >> shift & 0xFF;
            mixed |= Math.round(from + opacity * (to - from)) << shift;
        }
        return mixed;
    }
}
