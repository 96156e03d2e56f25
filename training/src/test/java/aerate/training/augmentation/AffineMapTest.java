package aerate.training.augmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import aerate.tensor.Functions;
import aerate.tensor.Generator;
import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AffineMapTest {
    private static final int SIZE = 7;
    private static final AffineMap IDENTITY = AffineMap.of(0, 1, false, 0, 0);

    @Test
    void identity_leavesFilms() {
        assertShows(IDENTITY, pixel -> pixel);
    }

    @Test
    void mirror_swapsLeftAndRight() {
        assertShows(AffineMap.of(0, 1, true, 0, 0), pixel -> new int[] {SIZE - 1 - pixel[0], pixel[1]});
    }

    @Test
    void quarterTurn_isAPermutationOfPixels() {
        assertShows(AffineMap.of(Math.PI / 2, 1, false, 0, 0), pixel -> new int[] {SIZE - 1 - pixel[1], pixel[0]});
    }

    @Test
    void halfTurn_swapsBothAxes() {
        assertShows(
                AffineMap.of(Math.PI, 1, false, 0, 0), pixel -> new int[] {SIZE - 1 - pixel[0], SIZE - 1 - pixel[1]});
    }

    @ParameterizedTest
    @ValueSource(ints = {-2, 1, 3})
    void shift_movesPixelsAndContinuesTheBorder(int pixels) {
        AffineMap map = AffineMap.of(0, 1, false, 2.0 * pixels / SIZE, 0);
        assertShows(map, pixel -> new int[] {Math.max(0, Math.min(SIZE - 1, pixel[0] + pixels)), pixel[1]});
        AffineMap down = AffineMap.of(0, 1, false, 0, 2.0 * pixels / SIZE);
        assertShows(down, pixel -> new int[] {pixel[0], Math.max(0, Math.min(SIZE - 1, pixel[1] + pixels))});
    }

    @Test
    void doubleSize_showsHalfTheFilm() {
        try (Scope scope = Scope.open()) {
            float[] corners = coordinates(AffineMap.of(0, 2, false, 0, 0), Grid.of(1, 2, 2))
                    .floats();
            assertThat(corners).containsExactly(-0.25f, -0.25f, 0.25f, -0.25f, -0.25f, 0.25f, 0.25f, 0.25f);
        }
    }

    @Test
    void twoMaps_areTheOneOfTheProduct() {
        AffineMap first = AffineMap.of(0.3, 1.2, true, 0.1, -0.2);
        AffineMap then = AffineMap.of(-0.7, 0.9, false, 0.05, 0.3);
        AffineMap product = new AffineMap(
                then.xx() * first.xx() + then.xy() * first.yx(),
                then.xx() * first.xy() + then.xy() * first.yy(),
                then.yx() * first.xx() + then.yy() * first.yx(),
                then.yx() * first.xy() + then.yy() * first.yy(),
                then.xx() * first.right() + then.xy() * first.down() + then.right(),
                then.yx() * first.right() + then.yy() * first.down() + then.down());
        try (Scope scope = Scope.open()) {
            Tensor grid = Grid.of(1, 5, 5);
            assertThat(coordinates(then, coordinates(first, grid)).floats())
                    .containsExactly(coordinates(product, grid).floats(), within(1e-6f));
        }
    }

    @Test
    void films_areMappedEachByItsOwn() {
        AffineMap mirror = AffineMap.of(0, 1, true, 0, 0);
        try (Scope scope = Scope.open()) {
            Tensor both = AffineMap.apply(List.of(IDENTITY, mirror), Grid.of(2, 3, 3));
            Tensor one = Grid.of(1, 3, 3);
            assertThat(both.narrow(0, 0, 1).floats()).containsExactly(one.floats());
            assertThat(both.narrow(0, 1, 1).floats())
                    .containsExactly(coordinates(mirror, one).floats());
        }
    }

    private static Tensor coordinates(AffineMap map, Tensor grid) {
        return AffineMap.apply(List.of(map), grid);
    }

    /** That each pixel (column, row) of the new film is the given one of the old film. */
    private static void assertShows(AffineMap map, UnaryOperator<int[]> old) {
        try (Scope scope = Scope.open();
                Generator random = Generator.seeded(3)) {
            Tensor film = random.uniform(1, 1, SIZE, SIZE);
            float[] before = film.floats();
            float[] expected = new float[before.length];
            for (int i = 0; i < expected.length; i++) {
                int[] from = old.apply(new int[] {i % SIZE, i / SIZE});
                expected[i] = before[from[1] * SIZE + from[0]];
            }
            Tensor moved = Functions.sampleGrid(film, coordinates(map, Grid.of(1, SIZE, SIZE)));
            assertThat(moved.floats()).containsExactly(expected, within(2e-6f));
        }
    }
}
