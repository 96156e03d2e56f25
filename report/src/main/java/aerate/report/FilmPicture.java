package aerate.report;

import aerate.film.Film;
import java.awt.image.BufferedImage;

/** A film, or a map of its size, as a picture. */
public final class FilmPicture {
    private FilmPicture() {}

    /** The film at 8 bits. Red, green and blue are equal: Java's own grey pictures change brightness when they are read. */
    public static BufferedImage of(Film film) {
        byte[] grey = film.bytes();
        int[] pixels = new int[grey.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (grey[i] & 0xFF) * 0x010101;
        }
        return of(pixels, film.width(), film.height());
    }

    /** A picture of {@code 0xRRGGBB} pixels, row by row. */
    static BufferedImage of(int[] pixels, int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, width, height, pixels, 0, width);
        return picture;
    }

    static int[] pixels(BufferedImage picture) {
        return picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
    }
}
