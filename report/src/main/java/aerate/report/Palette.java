package aerate.report;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The 256 colours that the frames of an animation share: theirs where they suffice, else an even cube. */
final class Palette {
    private static final int SIZE = 256;

    private final IndexColorModel colours;
    private final Map<Integer, Byte> indexOf = new HashMap<>();

    private Palette(int[] rgb) {
        colours = new IndexColorModel(8, rgb.length, rgb, 0, false, -1, DataBuffer.TYPE_BYTE);
        for (int i = 0; i < rgb.length; i++) {
            indexOf.put(rgb[i], (byte) i);
        }
    }

    static Palette of(List<BufferedImage> frames) {
        TreeSet<Integer> used = new TreeSet<>();
        for (BufferedImage frame : frames) {
            for (int pixel : FilmPicture.pixels(frame)) {
                used.add(pixel & 0xFFFFFF);
            }
            if (used.size() > SIZE) {
                return new Palette(cube());
            }
        }
        return new Palette(used.stream().mapToInt(Integer::intValue).toArray());
    }

    /** The frame with each pixel in the palette's colour nearest to its own. */
    BufferedImage indexed(BufferedImage frame) {
        int width = frame.getWidth();
        BufferedImage indexed = new BufferedImage(width, frame.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, colours);
        int[] pixels = FilmPicture.pixels(frame);
        byte[] indices = new byte[pixels.length];
        for (int i = 0; i < pixels.length; i++) {
            int rgb = pixels[i] & 0xFFFFFF;
            indices[i] = indexOf.computeIfAbsent(rgb, this::nearest);
        }
        indexed.getRaster().setDataElements(0, 0, width, frame.getHeight(), indices);
        return indexed;
    }

    private byte nearest(int rgb) {
        int best = 0;
        int least = Integer.MAX_VALUE;
        for (int i = 0; i < colours.getMapSize(); i++) {
            int distance = square((rgb >> 16) - colours.getRed(i))
                    + square((rgb >> 8 & 0xFF) - colours.getGreen(i))
                    + square((rgb & 0xFF) - colours.getBlue(i));
            if (distance < least) {
                least = distance;
                best = i;
            }
        }
        return (byte) best;
    }

    private static int square(int x) {
        return x * x;
    }

    /** 6 x 6 x 6 colours and the greys between them: an overlay is mostly film. */
    private static int[] cube() {
        int[] rgb = new int[SIZE];
        for (int i = 0; i < 216; i++) {
            rgb[i] = (i / 36 * 51) << 16 | (i / 6 % 6 * 51) << 8 | i % 6 * 51;
        }
        for (int i = 216; i < SIZE; i++) {
            rgb[i] = Math.round((i - 215) * 255f / 41) * 0x010101;
        }
        return rgb;
    }
}
