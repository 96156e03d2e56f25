package aerate.cli;

import aerate.film.Film;
import aerate.film.FilmInfo;
import aerate.film.FilmWriter;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Film files, good and bad. */
final class TestFilms {
    private TestFilms() {}

    /** A PNG of 16 bits whose samples use all of these. */
    static Path deep(Path file, int width, int height) throws IOException {
        float[] values = new float[width * height];
        for (int i = 0; i < values.length; i++) {
            int column = i % width;
            int row = i / width;
            values[i] = (float) (0.5 + 0.4 * Math.sin(0.31 * column) * Math.cos(0.23 * row));
        }
        Files.createDirectories(file.getParent());
        FilmWriter.writePng(Film.ofValues(width, height, 16, values, FilmInfo.of("deep")), file);
        return file;
    }

    /** A JPEG that lacks its end. */
    static Path truncated(Path file) throws IOException {
        byte[] whole = jpeg(Raster.createBandedRaster(DataBuffer.TYPE_BYTE, 64, 64, 1, null));
        Files.write(file, Arrays.copyOf(whole, whole.length - whole.length / 8));
        return file;
    }

    /** A JPEG of four channels. */
    static Path cmyk(Path file) throws IOException {
        Files.write(file, jpeg(Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, 16, 16, 4, null)));
        return file;
    }

    private static byte[] jpeg(Raster raster) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(raster, null, null), null);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
