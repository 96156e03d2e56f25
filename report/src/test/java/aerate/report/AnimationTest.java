package aerate.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import org.junit.jupiter.api.Test;

class AnimationTest {
    private static final List<BufferedImage> FRAMES =
            Samples.course(Samples.film(64, 50)).stream().map(FilmPicture::of).toList();

    @Test
    void gif_ofGreyFilms_isExact() throws IOException {
        ImageReader reader = reader(Animation.gif(FRAMES, Duration.ofMillis(250)));
        assertThat(reader.getNumImages(true)).isEqualTo(FRAMES.size());
        for (int i = 0; i < FRAMES.size(); i++) {
            assertThat(FilmPicture.pixels(reader.read(i))).isEqualTo(FilmPicture.pixels(FRAMES.get(i)));
        }
    }

    @Test
    void gif_ofManyColours_isNear() throws IOException {
        BufferedImage overlay =
                Overlay.paint(Samples.film(64, 50), Samples.heat(), Samples.HEAT_SIDE, Samples.HEAT_SIDE);
        int[] read = FilmPicture.pixels(
                reader(Animation.gif(List.of(overlay), Duration.ofMillis(250))).read(0));
        double halfDiagonalOfTheCubesCell = Math.sqrt(3) * 25.5;
        int[] painted = FilmPicture.pixels(overlay);
        for (int i = 0; i < read.length; i++) {
            double distance = 0;
            for (int shift = 0; shift <= 16; shift += 8) {
                distance += Math.pow((read[i] >> shift & 0xFF) - (painted[i] >> shift & 0xFF), 2);
            }
            assertThat(Math.sqrt(distance)).isLessThanOrEqualTo(halfDiagonalOfTheCubesCell);
        }
    }

    @Test
    void gif_startsOverForEver() throws IOException {
        byte[] gif = Animation.gif(FRAMES, Duration.ofMillis(250));
        assertThat(new String(gif, StandardCharsets.ISO_8859_1)).contains("NETSCAPE2.0\u0003\u0001\u0000\u0000\u0000");
        IIOMetadataNode tree =
                (IIOMetadataNode) reader(gif).getImageMetadata(1).getAsTree("javax_imageio_gif_image_1.0");
        IIOMetadataNode control = (IIOMetadataNode)
                tree.getElementsByTagName("GraphicControlExtension").item(0);
        assertThat(control.getAttribute("delayTime")).isEqualTo("25");
    }

    @Test
    void badInput_isNamed() {
        assertThatThrownBy(() -> Animation.gif(List.of(), Duration.ofMillis(250)))
                .hasMessageContaining("at least one frame");
        assertThatThrownBy(() -> Animation.gif(FRAMES, Duration.ZERO)).hasMessageContaining("[10 ms, 655 s], was PT0S");
    }

    private static ImageReader reader(byte[] gif) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(gif)));
        return reader;
    }
}
