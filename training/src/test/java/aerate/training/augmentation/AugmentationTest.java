package aerate.training.augmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import aerate.tensor.Functions;
import aerate.tensor.Generator;
import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AugmentationTest {
    private static final List<Augmentation> STRONG =
            List.of(new Affine(30, 0.3, 0.2, 0.5), new Exposure(0.5, 0.4, 0.2), new Affine(10, 0, 0.1, 0));

    @Test
    void none_isIdentity() {
        try (Scope scope = Scope.open()) {
            Tensor films = films(3);
            assertThat(apply(List.of(), films, 1)).containsExactly(films.floats());
        }
    }

    @Test
    void allWithoutRanges_isIdentity() {
        try (Scope scope = Scope.open()) {
            Tensor films = films(3);
            assertThat(apply(List.of(new Affine(0, 0, 0, 0), new Exposure(0, 0, 0)), films, 1))
                    .containsExactly(films.floats(), within(2e-6f));
        }
    }

    @Test
    void flipTwice_isIdentity() {
        Affine flip = new Affine(0, 0, 0, 1);
        try (Scope scope = Scope.open()) {
            Tensor films = films(2);
            assertThat(apply(List.of(flip, flip), films, 1)).containsExactly(films.floats(), within(2e-6f));
            assertThat(apply(List.of(flip), films, 1)).isNotEqualTo(films.floats());
        }
    }

    @Test
    void sameSeed_sameFilms() {
        try (Scope scope = Scope.open()) {
            Tensor films = films(4);
            assertThat(apply(STRONG, films, 5))
                    .containsExactly(apply(STRONG, films, 5))
                    .isNotEqualTo(apply(STRONG, films, 6));
        }
    }

    @Test
    void films_areDrawnEachForItself() {
        try (Scope scope = Scope.open();
                Generator random = Generator.seeded(2)) {
            Tensor film = films(1);
            Tensor twice = Augmentation.apply(STRONG, Tensors.concatenate(0, film, film), random);
            assertThat(twice.select(0, 0).floats())
                    .isNotEqualTo(twice.select(0, 1).floats());
        }
    }

    @Test
    void brightness_staysInRange() {
        try (Scope scope = Scope.open()) {
            for (int seed = 0; seed < 20; seed++) {
                for (float value : apply(STRONG, films(4), seed)) {
                    assertThat(value).isBetween(0f, 1f);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1})
    void blackAndWhiteFilms_giveNumbers(double value) {
        try (Scope scope = Scope.open();
                Generator random = Generator.seeded(1)) {
            Tensor films = Tensors.full(value, 8, 1, 9, 9);
            assertThat(Augmentation.apply(STRONG, films, random).isFinite()).isTrue();
        }
    }

    /** A uniform film stays so wherever it is moved: the border continues, no black comes in. */
    @Test
    void moving_ofAUniformFilm_isIdentity() {
        try (Scope scope = Scope.open()) {
            for (float value : apply(List.of(new Affine(180, 0.5, 0.5, 0.5)), Tensors.full(0.4, 4, 1, 9, 9), 3)) {
                assertThat(value).isCloseTo(0.4f, within(1e-6f));
            }
        }
    }

    /** The last change is the first that a coordinate goes back through; brightness changes come in order, after moves. */
    @Test
    void changes_comeInTheOrderOfTheList() {
        Augmentation turn = new Affine(180, 0, 0, 0);
        Augmentation shift = new Affine(0, 0, 0.4, 0);
        Augmentation exposure = new Exposure(0.5, 0.3, 0.2);
        try (Scope scope = Scope.open();
                Generator random = Generator.seeded(7)) {
            Tensor films = films(2);
            Tensor shifted = shift.coordinates(Grid.of(2, 9, 9), random);
            Tensor moved = Functions.sampleGrid(films, turn.coordinates(shifted, random));
            Tensor expected = exposure.brightness(moved, random).clamp(0, 1);
            assertThat(apply(List.of(turn, exposure, shift), films, 7)).containsExactly(expected.floats());
        }
    }

    private static float[] apply(List<Augmentation> augmentations, Tensor films, long seed) {
        try (Generator random = Generator.seeded(seed)) {
            return Augmentation.apply(augmentations, films, random).floats();
        }
    }

    private static Tensor films(int count) {
        try (Generator random = Generator.seeded(3)) {
            return random.uniform(count, 1, 9, 9);
        }
    }
}
