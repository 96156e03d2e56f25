package aerate.film.codec;

import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** JPEG by an ImageIO codec, without any change of colour; strict where codecs are lenient. */
final class ImageIoJpeg {
    private ImageIoJpeg() {}

    static short[] ofTheJdk(byte[] content, Format format) throws IOException {
        return samples(content, format, "com.sun.imageio");
    }

    static short[] ofTwelveMonkeys(byte[] content, Format format) throws IOException {
        return samples(content, format, "com.twelvemonkeys");
    }

    private static short[] samples(byte[] content, Format format, String codec) throws IOException {
        requireEnd(content);
        ImageReader reader = reader(codec);
        List<String> warnings = new ArrayList<>();
        reader.addIIOReadWarningListener((from, warning) -> warnings.add(warning));
        try (MemoryCacheImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            reader.setInput(stream, true, true);
            Raster raster = reader.readRaster(0, null);
            if (!warnings.isEmpty()) {
                throw new CodecException("damaged or truncated: " + warnings.get(0));
            }
            return Samples.of(raster, format);
        } finally {
            reader.dispose();
        }
    }

    /** Codecs fill in what is missing of a truncated image, so that its end is looked for here; zeros may pad it. */
    private static void requireEnd(byte[] content) throws CodecException {
        int end = content.length;
        while (end > 2 && content[end - 1] == 0) {
            end--;
        }
        CodecException.require(
                (content[end - 2] & 0xFF) == 0xFF && (content[end - 1] & 0xFF) == Segments.END_OF_IMAGE,
                "a JPEG stream must close with the end of image (FFD9), did not: truncated");
    }

    private static ImageReader reader(String codec) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("jpeg");
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            if (reader.getClass().getName().startsWith(codec)) {
                return reader;
            }
        }
        throw new IllegalStateException("a JPEG codec by " + codec + " must be installed, was not");
    }
}
