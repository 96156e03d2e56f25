package aerate.film;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes films as PNG. */
public final class FilmWriter {
    private FilmWriter() {}

    /**
     * Writes a grey PNG of 8 bits if the film has at most 8, else of 16; other depths are scaled up to these, which loses
     * nothing. The file appears whole or not at all.
     *
     * @throws IOException if it cannot be written
     */
    public static void writePng(Film film, Path file) throws IOException {
        WholeFile.write(file, png(film));
    }

    /** The bytes that {@link #writePng} writes; equal for equal pixels. */
    public static byte[] png(Film film) throws IOException {
        boolean deep = film.bits() > 8;
        int white = deep ? 0xFFFF : 0xFF;
        BufferedImage image = new BufferedImage(
                film.width(), film.height(), deep ? BufferedImage.TYPE_USHORT_GRAY : BufferedImage.TYPE_BYTE_GRAY);
        WritableRaster raster = image.getRaster();
        int[] row = new int[film.width()];
        for (int y = 0; y < film.height(); y++) {
            for (int x = 0; x < row.length; x++) {
                row[x] = (int) (((long) film.at(x, y) * white + film.maximum() / 2) / film.maximum());
            }
            raster.setSamples(0, y, row.length, 1, 0, row);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, "png", stream);
        }
        return bytes.toByteArray();
    }
}
