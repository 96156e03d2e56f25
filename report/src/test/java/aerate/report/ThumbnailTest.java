package aerate.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ThumbnailTest {
    @Test
    void thumbnail_isASmallJpegOfThePicture() throws IOException {
        BufferedImage picture =
                Overlay.paint(Samples.film(128, 96), Samples.heat(), Samples.HEAT_SIDE, Samples.HEAT_SIDE);
        byte[] jpeg = Thumbnail.jpeg(picture);
        assertThat(jpeg).startsWith(0xFF, 0xD8).hasSizeLessThan(12_000);
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(jpeg));
        assertThat(new int[] {read.getWidth(), read.getHeight()}).containsExactly(128, 96);
        assertThat(distance(picture, read)).isLessThan(12);
    }

    /** Mean absolute difference of the channels, in [0, 255]. */
    private static double distance(BufferedImage one, BufferedImage other) {
        int[] left = FilmPicture.pixels(one);
        int[] right = FilmPicture.pixels(other);
        long sum = 0;
        for (int i = 0; i < left.length; i++) {
            for (int shift = 0; shift < 24; shift += 8) {
                sum += Math.abs((left[i] >> shift & 0xFF) - (right[i] >> shift & 0xFF));
            }
        }
        return sum / (3.0 * left.length);
    }
}
