package aerate.report;

import aerate.film.Film;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Locale;

/** What changed between two films of one size: orange where the later is brighter, blue where it is darker. */
public final class DifferenceMap {
    private DifferenceMap() {}

    /**
     * Paints {@code later - earlier}.
     *
     * @param range difference of brightness that gets the full colour, in {@code (0, 1]}; greater ones are clipped
     * @throws IllegalArgumentException if the films' sizes differ or the range is out of range
     */
    public static BufferedImage paint(Film earlier, Film later, float range) {
        if (earlier.width() != later.width() || earlier.height() != later.height()) {
            throw new IllegalArgumentException("films to compare must have one size, were " + earlier.width() + " x "
                    + earlier.height() + " and " + later.width() + " x " + later.height());
        }
        require(range);
        float[] before = earlier.values();
        float[] after = later.values();
        int[] pixels = new int[before.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = ColourMap.DIFFERENCE.rgb((after[i] - before[i]) / range);
        }
        return FilmPicture.of(pixels, earlier.width(), earlier.height());
    }

    /** The colour scale of {@link #paint}, a bar with its ends and middle named. */
    public static BufferedImage scale(float range) {
        require(range);
        int width = 240;
        int bar = 10;
        BufferedImage picture = new BufferedImage(width, 30, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = Typography.brush(picture);
        for (int x = 0; x < width; x++) {
            int colour = ColourMap.DIFFERENCE.rgb(2f * x / (width - 1) - 1);
            for (int y = 0; y < bar; y++) {
                picture.setRGB(x, y, colour);
            }
        }
        String end = String.format(Locale.ROOT, "%.2f", range);
        brush.setFont(Typography.NOTE);
        brush.setColor(Typography.DIM);
        brush.drawString("darker \u2212" + end, 0, 25);
        Typography.centred(brush, "0", width / 2, 25);
        String right = "+" + end + " brighter";
        brush.drawString(right, width - brush.getFontMetrics().stringWidth(right), 25);
        brush.dispose();
        return picture;
    }

    private static void require(float range) {
        if (!(range > 0 && range <= 1)) {
            throw new IllegalArgumentException("a difference's range must be in (0, 1], was " + range);
        }
    }
}
