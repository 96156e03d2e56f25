package aerate.reading.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import aerate.film.Film;
import aerate.reading.TinyModels;
import aerate.reading.course.Region;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GridTest {
    private static final int SIDE = 32;

    @Test
    void wideFilm_liesInTheMiddle_andNothingBesideIt() {
        float[] grid = Grid.of(TinyModels.film(64, 32, 8, 1), SIDE);
        for (int i = 0; i < grid.length; i++) {
            int row = i / SIDE;
            assertThat(Float.isNaN(grid[i])).as("row %d", row).isEqualTo(row < 8 || row >= 24);
        }
    }

    @Test
    void region_liesWhereItsFilmDoes() {
        Film high = TinyModels.film(20, 40, 8, 1);
        float[] weights = Grid.of(Region.of(2, 2, new float[] {1, 1, 1, 1}), high, SIDE);
        float[] grid = Grid.of(high, SIDE);
        for (int i = 0; i < grid.length; i++) {
            assertThat(weights[i]).isEqualTo(Float.isNaN(grid[i]) ? 0 : 1);
        }
    }

    @Test
    void tiles_areSquaresOfEqualSize() {
        int[] counts = new int[Grid.TILES * Grid.TILES];
        IntStream.range(0, Grid.SIDE * Grid.SIDE).forEach(pixel -> counts[Grid.tile(pixel)]++);
        assertThat(counts).containsOnly(Grid.SIDE * Grid.SIDE / counts.length);
        assertThat(Grid.tile(0)).isEqualTo(Grid.tile(7 * Grid.SIDE + 7)).isNotEqualTo(Grid.tile(8));
    }

    @Test
    void localContrast_ofAFlatFilm_isZero_andIgnoresExposure() {
        float[] flat = new float[SIDE * SIDE];
        Arrays.fill(flat, 0.4f);
        for (float contrast : LocalContrast.of(flat, SIDE)) {
            assertThat(contrast).isCloseTo(0, within(1e-3f));
        }
        float[] film = Grid.of(TinyModels.film(SIDE, SIDE, 16, 2), SIDE);
        float[] brighter = new Exposure(1, 0.3).of(film);
        float[] one = LocalContrast.of(film, SIDE);
        float[] two = LocalContrast.of(brighter, SIDE);
        for (int i = 0; i < one.length; i++) {
            assertThat(two[i]).isCloseTo(one[i], within(1e-3f));
        }
    }

    @Test
    void localContrast_staysUnknownWhereTheFilmIs() {
        float[] grid = Grid.of(TinyModels.film(64, 32, 8, 1), SIDE);
        float[] contrast = LocalContrast.of(grid, SIDE);
        for (int i = 0; i < grid.length; i++) {
            assertThat(Float.isNaN(contrast[i])).isEqualTo(Float.isNaN(grid[i]));
        }
    }

    @Test
    void alignment_thatIsNone_readsTheFilmItself() {
        float[] grid = Grid.of(TinyModels.film(SIDE, SIDE, 8, 1), SIDE);
        float[] read = Alignment.NONE.read(grid, SIDE);
        for (int i = 0; i < grid.length; i++) {
            assertThat(read[i]).isCloseTo(grid[i], within(1e-5f));
        }
        assertThat(Alignment.NONE.oddity()).isZero();
    }

    @Test
    void alignment_byAPixel_readsItsNeighbour_andNothingBeyondTheEdge() {
        float[] grid = Grid.of(TinyModels.film(SIDE, SIDE, 8, 1), SIDE);
        float[] read = new Alignment(0, 0, 0, 2.0 / SIDE, 0).read(grid, SIDE);
        for (int i = 0; i < grid.length; i++) {
            if (i % SIDE == SIDE - 1) {
                assertThat(read[i]).isNaN();
            } else {
                assertThat(read[i]).isCloseTo(grid[i + 1], within(1e-5f));
            }
        }
    }

    @Test
    void alignment_andItsOpposite_leadBack() {
        Alignment turn = new Alignment(0.3, 0, 0, 0, 0);
        assertThat(turn.distanceBack(new Alignment(-0.3, 0, 0, 0, 0))).isCloseTo(0, within(1e-12));
        assertThat(turn.distanceBack(Alignment.NONE)).isGreaterThan(0.1);
        Alignment shift = new Alignment(0, 0, 0, 0.1, -0.2);
        assertThat(shift.distanceBack(new Alignment(0, 0, 0, -0.1, 0.2))).isCloseTo(0, within(1e-12));
    }

    @Test
    void movedFilm_mustBeSquare() {
        assertThatThrownBy(() -> Alignment.NONE.moved(TinyModels.film(20, 10, 8, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a film to move must be square, was 20 x 10");
    }
}
