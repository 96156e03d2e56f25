package aerate.film;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JpegFormatTest {
    @ParameterizedTest
    @CsvSource({"false,false", "true,false", "false,true", "true,true"})
    void grey_isTheDecodedLuminance(boolean colour, boolean progressive) throws IOException {
        byte[] content = Samples.jpeg(37, 23, colour, progressive, 1);
        Film film = FilmReader.read(content, "film.jpeg");
        assertThat(film.bits()).isEqualTo(8);
        // The raster before colour conversion: its first channel is the luminance.
        ImageReader reader = ImageIO.getImageReadersByFormatName("jpeg").next();
        reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(content)));
        Raster raw = reader.readRaster(0, null);
        assertThat(Samples.samples(film)).isEqualTo(raw.getSamples(0, 0, 37, 23, 0, (int[]) null));
        reader.dispose();
    }

    @Test
    void colour_isLuma() throws IOException {
        BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_3BYTE_BGR);
        for (int i = 0; i < 256; i++) {
            image.setRGB(i % 16, i / 16, new Color(200, 100, 50).getRGB());
        }
        Film film = FilmReader.read(Samples.jpeg(image, false), "colour.jpeg");
        assertThat(film.at(8, 8)).isBetween(122, 126); // 124.2 but for JPEG's loss
    }

    @ParameterizedTest
    @CsvSource({"false,false", "true,false", "true,true"})
    void truncatedAnywhere_isAnError(boolean colour, boolean progressive) throws IOException {
        byte[] whole = Samples.jpeg(40, 40, colour, progressive, 2);
        for (int length = 0; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> FilmReader.read(part, "part.jpeg"))
                    .as("first %d of %d bytes", length, whole.length)
                    .isInstanceOf(UnreadableFilmException.class)
                    .hasMessageStartingWith("part.jpeg: ");
        }
    }

    @Test
    void endMovedForward_isAnError() throws IOException {
        byte[] whole = Samples.jpeg(64, 64, false, false, 3);
        byte[] part = Arrays.copyOf(whole, whole.length / 2);
        part[part.length - 2] = (byte) 0xFF;
        part[part.length - 1] = (byte) 0xD9;
        assertThatThrownBy(() -> FilmReader.read(part, "part.jpeg")).isInstanceOf(UnreadableFilmException.class);
    }

    @Test
    void fourChannels_areRefusedAsCmyk() throws IOException {
        byte[] content = withFrame(9, 4);
        assertThatThrownBy(() -> FilmReader.read(content, "print.jpeg"))
                .hasMessage("print.jpeg: a JPEG must have 1 channel (grey) or 3 (colour), had 4 (CMYK)");
    }

    @Test
    void twelveBits_areRefused() throws IOException {
        byte[] content = withFrame(4, 12);
        assertThatThrownBy(() -> FilmReader.read(content, "deep.jpeg"))
                .hasMessage("deep.jpeg: a JPEG must have 8 bits a sample, had 12");
    }

    @Test
    void lossless_isRefused() throws IOException {
        byte[] content = withFrame(1, 0xC3);
        assertThatThrownBy(() -> FilmReader.read(content, "lossless.jpeg")).hasMessageContaining("was c3");
    }

    @Test
    void hugeFrame_isRefusedBeforeDecoding() throws IOException {
        byte[] wide = withFrame(7, 0xFF);
        assertThatThrownBy(() -> FilmReader.read(wide, "wide.jpeg")).hasMessageContaining("cannot fit into");
        wide[frame(wide) + 5] = (byte) 0xFF;
        assertThatThrownBy(() -> FilmReader.read(wide, "huge.jpeg"))
                .hasMessage("huge.jpeg: a film must have at most 100000000 pixels, was 65320 x 65320");
    }

    /** A grey JPEG of 40 x 40 with one byte of its frame header changed. */
    private static byte[] withFrame(int offset, int value) throws IOException {
        byte[] content = Samples.jpeg(40, 40, false, false, 4);
        content[frame(content) + offset] = (byte) value;
        return content;
    }

    private static int frame(byte[] content) {
        int at = 0;
        while (content[at] != (byte) 0xFF || (content[at + 1] != (byte) 0xC0 && content[at + 1] != (byte) 0xC3)) {
            at++;
        }
        return at;
    }
}
