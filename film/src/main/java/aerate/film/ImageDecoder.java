package aerate.film;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * The JDK's decoder of one format, one per thread, since making a decoder costs as much as decoding a small film; strict
 * where the JDK is lenient.
 */
final class ImageDecoder {
    private final ThreadLocal<ImageReader> readers;

    ImageDecoder(String format) {
        readers = ThreadLocal.withInitial(() -> ofTheJdk(format));
    }

    /** Not that of a codec for DICOM, which would put itself first. */
    private static ImageReader ofTheJdk(String format) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            if (reader.getClass().getModule() == ImageIO.class.getModule()) {
                return reader;
            }
        }
        throw new IllegalStateException("the JDK must read " + format + ", does not");
    }

    /** Decodes the first image; anything that the JDK would pass over with a warning is an error. */
    BufferedImage decode(byte[] content, String source) throws UnreadableFilmException {
        ImageReader reader = readers.get();
        List<String> warnings = new ArrayList<>();
        reader.addIIOReadWarningListener((from, warning) -> warnings.add(warning));
        try (MemoryCacheImageInputStream stream = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            reader.setInput(stream, true, true);
            BufferedImage image = reader.read(0);
            // The JDK fills what is missing of a truncated JPEG with grey and only warns.
            if (!warnings.isEmpty()) {
                throw new IIOException(warnings.get(0));
            }
            reader.setInput(null);
            reader.removeAllIIOReadWarningListeners();
            return image;
        } catch (IOException | RuntimeException e) {
            // Runtime exceptions are how the JDK's decoders answer to some damaged headers.
            readers.remove();
            reader.dispose();
            throw new UnreadableFilmException(
                    source, "damaged or truncated: " + Objects.requireNonNullElse(e.getMessage(), e), e);
        }
    }
}
