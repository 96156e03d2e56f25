package aerate.film;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilmTest {
    private static final FilmInfo INFO = FilmInfo.of("test");

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 8, 10, 12, 15, 16})
    void values_backToFilm_isIdentity(int bits) {
        Film film = Samples.film(17, 11, bits, bits);
        assertThat(Samples.samples(film.withValues(film.values()))).isEqualTo(Samples.samples(film));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 12, 16})
    void blackAndWhite_atEveryDepth_areZeroAndOne(int bits) {
        Film film = Film.of(2, 1, bits, new short[] {0, (short) ((1 << bits) - 1)}, INFO);
        assertThat(film.values()).containsExactly(0f, 1f);
        assertThat(film.bytes()).containsExactly((byte) 0, (byte) 255);
    }

    @Test
    void bytes_of8Bits_areTheSamples() {
        Film film = Samples.film(16, 16, 8, 5);
        for (int i = 0; i < 256; i++) {
            assertThat(film.bytes()[i] & 0xFF).isEqualTo(film.at(i % 16, i / 16));
        }
    }

    @Test
    void of_callersArrayChanged_filmIsNot() {
        short[] samples = {1, 2};
        Film film = Film.of(2, 1, 8, samples, INFO);
        samples[0] = 9;
        assertThat(film.at(0, 0)).isEqualTo(1);
    }

    @Test
    void at_isColumnThenRow() {
        Film film = Film.of(3, 2, 8, new short[] {0, 1, 2, 3, 4, 5}, INFO);
        assertThat(film.at(2, 0)).isEqualTo(2);
        assertThat(film.at(0, 1)).isEqualTo(3);
        assertThatThrownBy(() -> film.at(3, 0)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void ofValues_outsideUnitRange_areClamped() {
        assertThat(Samples.samples(Film.ofValues(3, 1, 8, new float[] {-2, 0.5f, 7}, INFO)))
                .containsExactly(0, 128, 255);
    }

    @Test
    void ofValues_nan_isAnErrorWithIndex() {
        assertThatThrownBy(() -> Film.ofValues(2, 1, 8, new float[] {0, Float.NaN}, INFO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a film's values must be numbers, was NaN at index 1");
    }

    @Test
    void of_sampleBeyondDepth_isAnError() {
        assertThatThrownBy(() -> Film.of(2, 1, 12, new short[] {0, 4096}, INFO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a sample of 12 bits must be at most 4095, was 4096");
    }

    @Test
    void of_wrongSizeOrDepth_isAnErrorWithRuleAndValue() {
        assertThatThrownBy(() -> Film.of(2, 2, 8, new short[3], INFO)).hasMessageContaining("4 samples, had 3");
        assertThatThrownBy(() -> Film.of(0, 2, 8, new short[0], INFO)).hasMessageContaining("was 0 x 2");
        assertThatThrownBy(() -> Film.of(1, 1, 17, new short[1], INFO)).hasMessageContaining("[1, 16], was 17");
    }

    @Test
    void resized_toItsOwnSize_isTheSameFilm() {
        Film film = Samples.film(5, 4, 8, 1);
        assertThat(film.resized(5, 4)).isSameAs(film);
    }

    @Test
    void resized_onePixel_grows() {
        Film film = Film.of(1, 1, 8, new short[] {77}, INFO);
        assertThat(Samples.samples(film.resized(3, 2))).containsOnly(77).hasSize(6);
    }

    @Test
    void resized_keepsDepthAndInfo() {
        Film small = Samples.film(8, 8, 12, 3).resized(4, 2);
        assertThat(small.bits()).isEqualTo(12);
        assertThat(small.width()).isEqualTo(4);
        assertThat(small.height()).isEqualTo(2);
        assertThat(small.info().source()).isEqualTo("sample 3");
    }
}
