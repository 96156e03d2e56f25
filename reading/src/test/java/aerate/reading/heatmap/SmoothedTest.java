package aerate.reading.heatmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import aerate.film.Film;
import aerate.film.Label;
import aerate.film.Resampling;
import aerate.reading.TinyModels;
import aerate.reading.diagnosis.Classifier;
import aerate.tensor.Device;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmoothedTest {
    private static final int SIDE = 32;

    @TempDir
    private Path folder;

    /** Draws the film's own brightness, on its own grid. */
    private record Brightness() implements Explainer {
        @Override
        public String name() {
            return "brightness";
        }

        @Override
        public List<HeatMap> explain(Classifier classifier, List<Film> films, Label label) {
            return films.stream()
                    .map(film -> HeatMap.of(film.width(), film.height(), film.values(), label, name()))
                    .toList();
        }
    }

    @Test
    void mapsOfAllViews_areLaidBackOntoTheFilm() throws IOException {
        Film film = TinyModels.film(SIDE, SIDE, 16, 4);
        try (Classifier classifier =
                Classifier.open(TinyModels.classifier(folder.resolve("classifier"), 0, Optional.empty()), Device.CPU)) {
            HeatMap map = new Smoothed(new Brightness(), 12).explain(classifier, film, Label.PNEUMONIA);
            float[] expected = Resampling.resize(film.values(), SIDE, SIDE, map.width(), map.height());
            int border = map.width() / 6; // where some views see beyond the film
            for (int y = border; y < map.height() - border; y++) {
                for (int x = border; x < map.width() - border; x++) {
                    assertThat(map.values()[y * map.width() + x])
                            .isCloseTo(expected[y * map.width() + x], within(0.02f));
                }
            }
        }
    }

    @Test
    void viewsThereAndBack_areWhereTheyWere() {
        Film film = TinyModels.film(SIDE, SIDE, 16, 5);
        for (View view : View.seeded(16)) {
            float[] back = view.back(view.forth(film.values(), SIDE, SIDE), SIDE, SIDE);
            for (int y = 6; y < SIDE - 6; y++) {
                for (int x = 6; x < SIDE - 6; x++) {
                    assertThat(back[y * SIDE + x]).isCloseTo(film.values()[y * SIDE + x], within(0.03f));
                }
            }
        }
    }

    @Test
    void views_beginWithTheFilmItself_differ_andHalfAreMirrored() {
        List<View> views = View.seeded(8);
        float[] values = TinyModels.film(SIDE, SIDE, 16, 6).values();
        assertThat(views.get(0).forth(values, SIDE, SIDE)).isEqualTo(values);
        assertThat(views).doesNotHaveDuplicates();
        assertThat(views.stream().filter(View::mirrored)).hasSize(4);
        assertThat(View.seeded(3)).isEqualTo(views.subList(0, 3));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65})
    void viewsOutOfRange_areRefused(int views) {
        assertThatThrownBy(() -> new Smoothed(new GradCam(), views))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("views of a smoothed heat map must be in [2, 64], was " + views);
    }
}
