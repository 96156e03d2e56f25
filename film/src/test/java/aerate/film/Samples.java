package aerate.film;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Small films and film files made on the spot, and the fixtures that {@code make_fixtures.py} made. */
final class Samples {
    private Samples() {}

    static Film film(int width, int height, int bits, long seed) {
        Random random = new Random(seed);
        short[] samples = new short[width * height];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) random.nextInt(1 << bits);
        }
        return Film.of(width, height, bits, samples, FilmInfo.of("sample " + seed));
    }

    static byte[] png(long seed) {
        try {
            return FilmWriter.png(film(12, 9, 8, seed));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A smooth picture with a little noise, as JPEG; colour has three equal channels. */
    static byte[] jpeg(int width, int height, boolean colour, boolean progressive, long seed) throws IOException {
        Random random = new Random(seed);
        int type = colour ? BufferedImage.TYPE_3BYTE_BGR : BufferedImage.TYPE_BYTE_GRAY;
        BufferedImage image = new BufferedImage(width, height, type);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int grey = (x * 7 + y * 3 + random.nextInt(20)) % 256;
                if (colour) {
                    image.setRGB(x, y, new Color(grey, grey, grey).getRGB());
                } else {
                    image.getRaster().setSample(x, y, 0, grey);
                }
            }
        }
        return jpeg(image, progressive);
    }

    static byte[] jpeg(BufferedImage image, boolean progressive) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(stream);
            ImageWriteParam options = writer.getDefaultWriteParam();
            options.setProgressiveMode(progressive ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
            writer.write(null, new IIOImage(image, null, null), options);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }

    static byte[] fixture(String name) throws IOException {
        try (InputStream content = Samples.class.getResourceAsStream(name)) {
            return content.readAllBytes();
        }
    }

    static int[] samples(Film film) {
        int[] samples = new int[film.width() * film.height()];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = film.at(i % film.width(), i / film.width());
        }
        return samples;
    }
}
