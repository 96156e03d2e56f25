package aerate.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aerate.film.Film;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PicturesTest {
    private static final Film FILM = Samples.film(40, 30);

    @Test
    void overlay_whereCold_isTheFilm() {
        float[] cold = new float[49];
        assertThat(FilmPicture.pixels(Overlay.paint(FILM, cold, 7, 7)))
                .isEqualTo(FilmPicture.pixels(FilmPicture.of(FILM)));
    }

    @Test
    void overlay_whereHotter_letsLessFilmThrough() {
        int last = contrast(FilmPicture.of(FILM));
        for (float heat : new float[] {0.25f, 0.5f, 0.75f, 1}) {
            int contrast = contrast(Overlay.paint(FILM, new float[] {heat}, 1, 1));
            assertThat(contrast).isPositive().isLessThan(last);
            last = contrast;
        }
    }

    @Test
    void contour_ofUniformHeat_isAbsent() {
        float[] hot = {1};
        assertThat(FilmPicture.pixels(Overlay.outlined(FILM, hot, 1, 1, 0.5f)))
                .isEqualTo(FilmPicture.pixels(Overlay.paint(FILM, hot, 1, 1)));
    }

    @Test
    void contour_liesOnTheLevel() {
        BufferedImage plain = Overlay.paint(FILM, new float[] {0, 1}, 2, 1);
        BufferedImage outlined = Overlay.outlined(FILM, new float[] {0, 1}, 2, 1, 0.5f);
        for (int x = 0; x < FILM.width(); x++) {
            boolean differs = plain.getRGB(x, 9) != outlined.getRGB(x, 9);
            assertThat(differs).as("column " + x).isEqualTo(x == FILM.width() / 2);
        }
    }

    @Test
    void overlay_ofBadHeat_isRefused() {
        assertThatThrownBy(() -> Overlay.paint(FILM, new float[3], 2, 2))
                .hasMessageContaining("must have 4 values, had 3");
        assertThatThrownBy(() -> Overlay.paint(FILM, new float[] {Float.NaN}, 1, 1))
                .hasMessageContaining("in [0, 1], was NaN");
        assertThatThrownBy(() -> Overlay.outlined(FILM, new float[] {1}, 1, 1, 0))
                .hasMessageContaining("in (0, 1], was 0.0");
    }

    @Test
    void difference_ofAFilmToItself_isTheMiddleColour() {
        assertThat(FilmPicture.pixels(DifferenceMap.paint(FILM, FILM, 0.3f)))
                .containsOnly(0xFF000000 | ColourMap.DIFFERENCE.rgb(0));
    }

    @Test
    void difference_swapped_swapsTheColours() {
        Film darker = Samples.cleared(FILM, 1);
        int[] there = FilmPicture.pixels(DifferenceMap.paint(FILM, darker, 0.3f));
        int[] back = FilmPicture.pixels(DifferenceMap.paint(darker, FILM, 0.3f));
        int hottest = 18 * 40 + 12;
        assertThat(there[hottest] & 0xFF).isGreaterThan(there[hottest] >> 16 & 0xFF);
        assertThat(back[hottest] & 0xFF).isLessThan(back[hottest] >> 16 & 0xFF);
    }

    @Test
    void difference_ofSizes_isRefused() {
        assertThatThrownBy(() -> DifferenceMap.paint(FILM, Samples.film(30, 40), 0.3f))
                .hasMessageContaining("one size, were 40 x 30 and 30 x 40");
        assertThatThrownBy(() -> DifferenceMap.scale(0)).hasMessageContaining("(0, 1], was 0.0");
    }

    @Test
    void strip_enlargesSmallFilmsByAWholeFactor() {
        Film tiny = Samples.film(2, 2);
        BufferedImage strip = Strip.row(List.of(new Panel(tiny, "")));
        int[] film = FilmPicture.pixels(FilmPicture.of(tiny));
        int side = strip.getHeight() - 24;
        assertThat(side % 2).isZero();
        assertThat(strip.getRGB(13, 13)).isEqualTo(film[0]);
        assertThat(strip.getRGB(12 + side / 2 - 1, 12 + side / 2 - 1)).isEqualTo(film[0]);
        assertThat(strip.getRGB(12 + side / 2, 12 + side / 2)).isEqualTo(film[3]);
    }

    @Test
    void strip_ofLargeFilms_staysLegiblySmall() {
        BufferedImage strip =
                Strip.row(List.of(new Panel(Samples.film(1600, 1200), "one"), new Panel(Samples.film(1, 1), "two")));
        assertThat(strip.getWidth()).isLessThan(2 * 400 + 40);
    }

    @Test
    void strip_ofGreyFilms_isGrey() {
        BufferedImage strip = Strip.grid(
                List.of(new Strip.Row("title", List.of(new Panel(FilmPicture.of(FILM), "caption", "note")))));
        assertThat(Arrays.stream(FilmPicture.pixels(strip)))
                .allMatch(pixel -> (pixel & 0xFFFFFF) == (pixel & 0xFF) * 0x010101);
    }

    @Test
    void strip_withoutPanels_isRefused() {
        assertThatThrownBy(() -> Strip.row(List.of())).hasMessageContaining("at least one panel, had 0");
        assertThatThrownBy(() -> Strip.grid(List.of())).hasMessageContaining("at least one row, had 0");
    }

    /** Green of the sample's brightest place less that of its darkest. */
    private static int contrast(BufferedImage picture) {
        int[] greens = Arrays.stream(FilmPicture.pixels(picture))
                .map(rgb -> rgb >> 8 & 0xFF)
                .sorted()
                .toArray();
        return greens[greens.length - 1] - greens[0];
    }
}
