package aerate.report;

import aerate.film.Resampling;
import java.awt.image.BufferedImage;

/** Pictures brought to a legible size. */
final class Scaling {
    private Scaling() {}

    /**
     * The picture with its longer side near {@code small} if it is smaller, enlarged by a whole factor; at most
     * {@code large}, averaged down.
     */
    static BufferedImage between(BufferedImage picture, int small, int large) {
        int longer = Math.max(picture.getWidth(), picture.getHeight());
        if (longer > large) {
            double share = (double) large / longer;
            return shrunk(picture, (int) Math.max(1, Math.round(picture.getWidth() * share)), (int)
                    Math.max(1, Math.round(picture.getHeight() * share)));
        }
        return enlarged(picture, Math.max(1, (small + longer - 1) / longer));
    }

    /** Each pixel becomes a square of {@code factor x factor}. */
    static BufferedImage enlarged(BufferedImage picture, int factor) {
        int width = picture.getWidth() * factor;
        int height = picture.getHeight() * factor;
        int[] from = FilmPicture.pixels(picture);
        int[] to = new int[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                to[y * width + x] = from[y / factor * picture.getWidth() + x / factor];
            }
        }
        return FilmPicture.of(to, width, height);
    }

    private static BufferedImage shrunk(BufferedImage picture, int width, int height) {
        int[] from = FilmPicture.pixels(picture);
        int[] to = new int[width * height];
        for (int shift = 0; shift <= 16; shift += 8) {
            float[] channel = new float[from.length];
            for (int i = 0; i < from.length; i++) {
                channel[i] = from[i] >> shift & 0xFF;
            }
            float[] averaged = Resampling.resize(channel, picture.getWidth(), picture.getHeight(), width, height);
            for (int i = 0; i < to.length; i++) {
                to[i] |= Math.round(averaged[i]) << shift;
            }
        }
        return FilmPicture.of(to, width, height);
    }
}
