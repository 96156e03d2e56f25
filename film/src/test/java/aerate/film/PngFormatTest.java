package aerate.film;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files made by the letter of the specification; expected values worked out by hand from {@code make_fixtures.py}. */
class PngFormatTest {
    private static Film read(String fixture) throws IOException {
        return FilmReader.read(Samples.fixture(fixture), fixture);
    }

    @Test
    void grey16_keepsFullDepth() throws IOException {
        Film film = read("grey16.png");
        assertThat(film.bits()).isEqualTo(16);
        assertThat(Samples.samples(film)).containsExactly(0, 1, 255, 256, 32768, 65535);
    }

    @Test
    void grey4_fillsTheRange() throws IOException {
        assertThat(Samples.samples(read("grey4.png"))).containsExactly(0, 85, 255);
    }

    @Test
    void rgb_isLuma_andEqualChannelsAreExact() throws IOException {
        // 0.299 * 200 + 0.587 * 100 + 0.114 * 50 = 124.2; of 40000, 20000, 10000: 24840
        assertThat(Samples.samples(read("rgb.png"))).containsExactly(124, 7);
        assertThat(Samples.samples(read("rgb16.png"))).containsExactly(24840, 1234);
    }

    @Test
    void alpha_isOverBlack() throws IOException {
        assertThat(Samples.samples(read("rgba.png"))).containsExactly(128, 100, 0);
        assertThat(Samples.samples(read("grey-alpha16.png"))).containsExactly(32768, 1000);
        assertThat(Samples.samples(read("grey-transparent.png"))).containsExactly(0, 8);
    }

    @Test
    void palette_isLumaOverBlack() throws IOException {
        // 0.299 * 10 + 0.587 * 20 + 0.114 * 30 = 18.15
        assertThat(Samples.samples(read("palette.png"))).containsExactly(18, 128, 80);
    }

    @Test
    void beyondThePalette_isBlack() throws IOException {
        assertThat(Samples.samples(read("beyond-palette.png"))).containsExactly(18, 0);
    }

    @Test
    void interlaced_isInPlace() throws IOException {
        Film film = read("interlaced.png");
        for (int y = 0; y < 5; y++) {
            for (int x = 0; x < 5; x++) {
                assertThat(film.at(x, y)).isEqualTo(10 * y + x);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"grey16.png", "rgba.png", "palette.png", "interlaced.png"})
    void truncatedAnywhere_isAnError(String fixture) throws IOException {
        byte[] whole = Samples.fixture(fixture);
        for (int length = 0; length < whole.length; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> FilmReader.read(part, "part.png"))
                    .as("first %d of %d bytes", length, whole.length)
                    .isInstanceOf(UnreadableFilmException.class)
                    .hasMessageStartingWith("part.png: ");
        }
    }

    @Test
    void everyFlippedBit_isAnError() {
        byte[] whole = Samples.png(1);
        for (int bit = 0; bit < whole.length * 8; bit++) {
            byte[] damaged = whole.clone();
            damaged[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatThrownBy(() -> FilmReader.read(damaged, "damaged.png"))
                    .as("bit %d", bit)
                    .isInstanceOf(UnreadableFilmException.class);
        }
    }
}
