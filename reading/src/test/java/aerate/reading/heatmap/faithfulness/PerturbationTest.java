package aerate.reading.heatmap.faithfulness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import aerate.film.Film;
import aerate.film.Label;
import aerate.reading.TinyModels;
import aerate.reading.heatmap.HeatMap;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PerturbationTest {
    private static final int SIDE = 20;
    private static final Film FILM = TinyModels.film(SIDE, SIDE, 16, 1);

    /** Hottest at the left edge. */
    private static final HeatMap LEFT = HeatMap.of(4, 1, new float[] {4, 2, 1, 0}, Label.PNEUMONIA, "test");

    private static final int[] ORDER = PixelOrder.of(LEFT, SIDE, 3);

    @Test
    void order_fallsWithTheHeat_andHasEachPixelOnce() {
        assertThat(ORDER)
                .containsExactlyInAnyOrder(IntStream.range(0, SIDE * SIDE).toArray());
        for (int i = 0; i < SIDE * SIDE / 2; i++) {
            assertThat(ORDER[i] % SIDE).isLessThan(SIDE / 2);
        }
    }

    @Test
    void order_ofEquallyHotPixels_isRandom_andTheSameForASeed() {
        HeatMap flat = HeatMap.of(1, 1, new float[] {-2}, Label.PNEUMONIA, "test");
        int[] order = PixelOrder.of(flat, SIDE, 3);
        assertThat(order).isEqualTo(PixelOrder.of(flat, SIDE, 3)).isNotEqualTo(PixelOrder.of(flat, SIDE, 4));
        double early =
                IntStream.range(0, SIDE * SIDE / 2).map(i -> order[i]).average().orElseThrow();
        assertThat(early).isCloseTo(SIDE * SIDE / 2.0, within(30.0)); // 2.6 standard deviations
    }

    @Test
    void order_ofNegativeHeat_fallsTooAndZeroHasNoSign() {
        HeatMap map = HeatMap.of(4, 1, new float[] {-1, -0f, -3, 0f}, Label.PNEUMONIA, "test");
        int[] order = PixelOrder.of(map, 4, 1);
        assertThat(IntStream.range(0, 16).map(i -> order[i] % 4).toArray())
                .endsWith(0, 0, 0, 0, 2, 2, 2, 2)
                .startsWith(IntStream.range(0, 8).map(i -> order[i] % 4).toArray());
        assertThat(IntStream.range(0, 8).map(i -> order[i] % 4)).containsOnly(1, 3);
    }

    @Test
    void deletion_goesFromTheFilmToNothing_andInsertionBack() {
        Perturbation perturbed = new Perturbation(FILM, ORDER);
        List<Film> deletion = perturbed.deletion();
        List<Film> insertion = perturbed.insertion();
        assertThat(deletion).hasSize(Perturbation.STEPS + 1).hasSameSizeAs(insertion);
        assertThat(deletion.get(0).values()).isEqualTo(FILM.values());
        assertThat(insertion.get(Perturbation.STEPS).values()).isEqualTo(FILM.values());
        assertThat(insertion.get(0).values())
                .isEqualTo(deletion.get(Perturbation.STEPS).values());
        assertThat(insertion.get(0).values()).containsOnly(insertion.get(0).values()[0]);
        float mean = insertion.get(0).values()[0];
        Film half = deletion.get(Perturbation.STEPS / 2); // the left half is gone
        assertThat(half.values()[0]).isEqualTo(mean);
        assertThat(half.values()[SIDE - 1]).isEqualTo(FILM.values()[SIDE - 1]);
    }

    @Test
    void imputed_changesOnlyWhatIsRemoved_byNoMoreThanItsSurroundings() {
        Perturbation perturbed = new Perturbation(FILM, ORDER);
        for (boolean hottest : new boolean[] {true, false}) {
            List<Film> films = perturbed.imputed(hottest, new SplittableRandom(1));
            assertThat(films).hasSameSizeAs(Perturbation.PERCENTILES);
            for (int i = 0; i < films.size(); i++) {
                float[] values = films.get(i).values();
                int changed = (int) IntStream.range(0, values.length)
                        .filter(pixel -> values[pixel] != FILM.values()[pixel])
                        .count();
                int removed = SIDE * SIDE * Perturbation.PERCENTILES.get(i) / 100;
                assertThat(changed).isBetween(removed * 98 / 100, removed);
                int kept = hottest ? SIDE - 1 : 0;
                assertThat(values[kept]).isEqualTo(FILM.values()[kept]);
            }
        }
    }
}
