package aerate.film;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

class SimilarityTest {
    /** The numbers' maker: similarity_golden.py. */
    @ParameterizedTest
    @CsvFileSource(resources = "similarity_golden.csv", useHeadersInDisplayName = true)
    void figures_equalScikitImages(int width, int height, double error, double psnr, double ssim) {
        short[] one = new short[width * height];
        short[] other = new short[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double value = 0.5 + 0.4 * Math.sin(0.31 * x + 0.05 * y) * Math.cos(0.23 * y);
                double moved = value + 0.2 * Math.sin(0.9 * x) * Math.sin(1.3 * y + 0.4);
                one[y * width + x] = (short) Math.round(value * 65535);
                other[y * width + x] = (short) Math.round(Math.max(0, Math.min(1, moved)) * 65535);
            }
        }
        Film first = Film.of(width, height, 16, one, FilmInfo.of("one"));
        Film second = Film.of(width, height, 16, other, FilmInfo.of("other"));
        assertThat(Similarity.meanAbsoluteError(first, second)).isCloseTo(error, within(1e-6));
        assertThat(Similarity.psnr(first, second)).isCloseTo(psnr, within(1e-4));
        assertThat(Similarity.ssim(first, second)).isCloseTo(ssim, within(1e-6));
    }

    @Test
    void figures_areSymmetric() {
        Film one = random(1);
        Film other = random(2);
        assertThat(Similarity.meanAbsoluteError(one, other)).isEqualTo(Similarity.meanAbsoluteError(other, one));
        assertThat(Similarity.psnr(one, other)).isEqualTo(Similarity.psnr(other, one));
        assertThat(Similarity.ssim(one, other)).isCloseTo(Similarity.ssim(other, one), within(1e-12));
    }

    @Test
    void figuresOfAFilmWithItself_areTheBest() {
        Film film = random(1);
        assertThat(Similarity.meanAbsoluteError(film, film)).isZero();
        assertThat(Similarity.psnr(film, film)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Similarity.ssim(film, film)).isCloseTo(1, within(1e-12));
    }

    @Test
    void psnr_ofATenthOff_isTwentyDecibels() {
        assertThat(Similarity.psnr(constant(0.3f), constant(0.4f))).isCloseTo(20, within(1e-3));
    }

    @Test
    void ssim_ofConstants_isTheLuminanceTerm() {
        double expected = (2 * 0.25 * 0.75 + 1e-4) / (0.25 * 0.25 + 0.75 * 0.75 + 1e-4);
        assertThat(Similarity.ssim(constant(0.25f), constant(0.75f))).isCloseTo(expected, within(1e-4));
    }

    @Test
    void error_withinAndWithoutAMask_addsUp() {
        Film one = random(1);
        Film other = random(2);
        boolean[] inside = new boolean[20 * 20];
        boolean[] outside = new boolean[20 * 20];
        for (int i = 0; i < inside.length; i++) {
            inside[i] = i % 4 == 0;
            outside[i] = !inside[i];
        }
        double sum = 0.25 * Similarity.meanAbsoluteError(one, other, inside)
                + 0.75 * Similarity.meanAbsoluteError(one, other, outside);
        assertThat(sum).isCloseTo(Similarity.meanAbsoluteError(one, other), within(1e-12));
    }

    @Test
    void error_ofOnePixel_isItsDifference() {
        boolean[] where = new boolean[20 * 20];
        where[7] = true;
        assertThat(Similarity.meanAbsoluteError(constant(0), constant(1), where))
                .isEqualTo(1);
    }

    @Test
    void emptyMask_isRefused() {
        assertThatThrownBy(() -> Similarity.meanAbsoluteError(random(1), random(2), new boolean[400]))
                .hasMessage("a mask must select at least 1 pixel, selected 0");
    }

    @Test
    void maskOfAnotherSize_isRefused() {
        assertThatThrownBy(() -> Similarity.meanAbsoluteError(random(1), random(2), new boolean[399]))
                .hasMessage("a mask must have its film's 400 pixels, had 399");
    }

    @ParameterizedTest
    @CsvSource({"10, 40", "40, 10"})
    void ssim_ofAFilmSmallerThanItsWindow_isRefused(int width, int height) {
        Film film = Film.ofValues(width, height, 8, new float[width * height], FilmInfo.of("small"));
        assertThatThrownBy(() -> Similarity.ssim(film, film))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(width + " x " + height);
    }

    @Test
    void filmsOfTwoSizes_areRefused() {
        Film wide = Film.ofValues(40, 10, 8, new float[400], FilmInfo.of("wide"));
        assertThatThrownBy(() -> Similarity.psnr(random(1), wide))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("20 x 20", "40 x 10");
    }

    private static Film constant(float value) {
        float[] values = new float[20 * 20];
        Arrays.fill(values, value);
        return Film.ofValues(20, 20, 16, values, FilmInfo.of("constant"));
    }

    private static Film random(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] values = new float[20 * 20];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextDouble();
        }
        return Film.ofValues(20, 20, 12, values, FilmInfo.of("seed " + seed));
    }
}
