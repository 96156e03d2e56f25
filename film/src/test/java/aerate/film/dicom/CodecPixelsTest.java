package aerate.film.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aerate.film.UnreadableFilmException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** On the films that {@code dicom_fixtures.py} had other tools compress. */
class CodecPixelsTest {
    private static final int PIXELS = 38 * 45;

    static Stream<String> lossless() {
        Stream<String> every = Stream.of("g8", "g12", "s12", "g16", "rgb")
                .flatMap(film -> Stream.of("rle", "lossless", "jpegls", "j2k").map(syntax -> film + "_" + syntax));
        Stream<String> predictors = IntStream.rangeClosed(1, 7).mapToObj(selection -> "g12_lossless-" + selection);
        Stream<String> interleaved = Stream.of("line", "sample", "scan").map(way -> "rgb_jpegls-" + way);
        Stream<String> options = Stream.of(
                "g12_j2k-tiles",
                "g12_j2k-progression",
                "g12_j2k-layers",
                "g12_j2k-modes",
                "g12_j2k-offset",
                "s12_j2k-signed");
        return Stream.of(every, predictors, interleaved, options).flatMap(films -> films);
    }

    @ParameterizedTest
    @MethodSource("lossless")
    void losslessSyntax_showsTheNativePixels(String film) throws IOException {
        String made = film.substring(0, film.indexOf('_'));
        assertThat(Shown.of(Fixtures.read(film))).isEqualTo(Shown.of(Fixtures.read(made + "_native")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"g8_near", "g12_near"})
    void nearLossless_showsWhatDcmtkDecodes(String film) throws IOException {
        List<Integer> shown = Shown.of(Fixtures.read(film));
        assertThat(shown).isEqualTo(Shown.of(Fixtures.read(film + "_decoded")));
        List<Integer> original = Shown.of(Fixtures.read(film.replace("near", "native")));
        assertThat(shown).isNotEqualTo(original);
        assertThat(IntStream.range(0, PIXELS)).allMatch(i -> Math.abs(shown.get(i) - original.get(i)) <= 3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "g8_baseline",
                "rgb_baseline",
                "g10_extended",
                "g12_extended",
                "g8_j2klossy",
                "g12_j2klossy",
                "g16_j2klossy",
                "rgb_j2klossy"
            })
    void lossySyntax_showsWhatOthersDecodeWithinOne(String film) throws IOException {
        List<Integer> shown = Shown.of(Fixtures.read(film));
        List<Integer> decoded = Shown.of(Fixtures.read(film + "_decoded"));
        // GDCM keeps what overshoots the bits stored; a film has no place for it.
        int greatest = film.startsWith("g12") ? 4095 : 65535;
        assertThat(shown).hasSize(PIXELS);
        assertThat(IntStream.range(0, PIXELS))
                .allMatch(i -> Math.abs(shown.get(i) - Math.min(decoded.get(i), greatest)) <= 1);
    }

    @Test
    void signedAndUnsigned_areTheSameFilm() throws IOException {
        List<Integer> unsigned = Shown.of(Fixtures.read("g12_native"));
        assertThat(unsigned).hasSize(PIXELS).isEqualTo(Shown.of(Fixtures.read("s12_native")));
        assertThat(unsigned.stream().distinct()).hasSizeGreaterThan(100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rle", "lossless", "jpegls", "j2k", "extended", "near", "j2klossy"})
    void truncated_isRefused(String syntax) throws IOException {
        byte[] whole = Fixtures.read("g12_" + syntax);
        assertThatThrownBy(() -> Shown.of(Arrays.copyOf(whole, whole.length - 30)))
                .isInstanceOf(UnreadableFilmException.class)
                .hasMessageContaining("truncated");
    }
}
