package aerate.film;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/**
 * The grey samples of a decoded image: Rec. 601 luma of colour, over black where it is transparent.
 *
 * <p>Weights are integers that sum to 1000, so that three equal channels give exactly that channel.
 */
final class GreyImage {
    private final int width;
    private final int height;
    private final int bits;
    private final short[] samples;

    private GreyImage(int width, int height, int bits) {
        this.width = width;
        this.height = height;
        this.bits = bits;
        this.samples = new short[width * height];
    }

    static GreyImage of(BufferedImage image) {
        ColorModel colours = image.getColorModel();
        boolean palette = colours instanceof IndexColorModel;
        int bits = palette ? 8 : colours.getComponentSize(0);
        GreyImage grey = new GreyImage(image.getWidth(), image.getHeight(), bits);
        int[] shades = palette ? shades((IndexColorModel) colours) : new int[0];
        Raster raster = image.getRaster();
        int channels = raster.getNumBands();
        int[] row = new int[grey.width * channels];
        for (int y = 0; y < grey.height; y++) {
            raster.getPixels(0, y, grey.width, 1, row);
            for (int x = 0; x < grey.width; x++) {
                int value = palette ? shades[row[x]] : grey(row, x * channels, channels, (1 << bits) - 1);
                grey.samples[y * grey.width + x] = (short) value;
            }
        }
        return grey;
    }

    Film toFilm(FilmInfo info) {
        return Film.of(width, height, bits, samples, info);
    }

    /** Rec. 601 luma, rounded. */
    static int luma(int red, int green, int blue) {
        return (299 * red + 587 * green + 114 * blue + 500) / 1000;
    }

    /** Grey of a pixel of 1 (grey), 2 (grey, alpha), 3 (RGB) or 4 (RGB, alpha) channels. */
    private static int grey(int[] row, int at, int channels, int maximum) {
        return switch (channels) {
            case 1 -> row[at];
            case 2 -> overBlack(row[at], row[at + 1], maximum);
            case 3 -> luma(row[at], row[at + 1], row[at + 2]);
            case 4 -> overBlack(luma(row[at], row[at + 1], row[at + 2]), row[at + 3], maximum);
            default -> throw new IllegalArgumentException("an image must have 1 to 4 channels, had " + channels);
        };
    }

    private static int overBlack(int value, int alpha, int maximum) {
        return (int) (((long) value * alpha + maximum / 2) / maximum);
    }

    private static int[] shades(IndexColorModel palette) {
        int[] shades = new int[palette.getMapSize()];
        for (int i = 0; i < shades.length; i++) {
            int luma = luma(palette.getRed(i), palette.getGreen(i), palette.getBlue(i));
            shades[i] = overBlack(luma, palette.getAlpha(i), 255);
        }
        return shades;
    }
}
