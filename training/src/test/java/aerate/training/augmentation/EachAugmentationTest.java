package aerate.training.augmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import aerate.tensor.Generator;
import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** What holds for each augmentation that draws film by film. */
class EachAugmentationTest {
    private static final int SIZE = 40;
    private static final Range NONE = new Range(0, 0);

    private static List<Augmentation> strong(Optional<Double> probability) {
        return List.of(
                new Affine(30, 0.2, 0.1, 0, probability),
                new Elastic(probability, new Range(300, 400), 8, Elastic.Field.NORMAL),
                new Elastic(probability, new Range(300, 400), 8, Elastic.Field.UNIFORM),
                new GridDistortion(probability, 5, new Range(-0.3, 0.3), true),
                new GridDistortion(probability, 5, new Range(-0.3, 0.3), false),
                new OpticalDistortion(probability, new Range(0.2, 0.4), new Range(-0.1, 0.1)),
                new Stretch(probability, new Range(1.3, 1.6)),
                new Exposure(0.5, 0.3, 0.2, probability),
                new Noise(probability, new Range(0.05, 0.1)),
                new Blur(probability, new Range(8, 12)),
                new Sharpening(probability, new Range(0.5, 1), 8),
                new Clahe(probability, new Range(2, 12), 2),
                new CoarseDropout(probability, new Range(1, 3), new Range(0.2, 0.3), 0),
                new Collimation(probability, new Range(0.1, 0.2), new Range(0, 0.1)));
    }

    static final List<Augmentation> STRONG = strong(Optional.empty());

    static final List<Augmentation> HALF = strong(Optional.of(0.5));

    static final List<Augmentation> NEVER = strong(Optional.of(0.0));

    static final List<Augmentation> WITHOUT_STRENGTH = List.of(
            new Elastic(Optional.empty(), NONE, 8, Elastic.Field.NORMAL),
            new Elastic(Optional.empty(), NONE, 8, Elastic.Field.UNIFORM),
            new GridDistortion(Optional.empty(), 5, NONE, true),
            new GridDistortion(Optional.empty(), 7, NONE, false),
            new OpticalDistortion(Optional.empty(), NONE, new Range(-0.1, 0.1)),
            new Stretch(Optional.empty(), new Range(1, 1)),
            new Noise(Optional.empty(), NONE),
            new Blur(Optional.empty(), NONE),
            new Sharpening(Optional.empty(), NONE, 8),
            new CoarseDropout(Optional.empty(), NONE, new Range(0.1, 0.2), 0),
            new CoarseDropout(Optional.empty(), new Range(2, 2), NONE, 0),
            new Collimation(Optional.empty(), NONE, new Range(0, 1)));

    @ParameterizedTest
    @FieldSource("WITHOUT_STRENGTH")
    void withoutStrength_isIdentity(Augmentation augmentation) {
        try (Scope scope = Scope.open()) {
            Tensor films = films(3);
            assertThat(apply(augmentation, films, 1)).containsExactly(films.floats(), within(1e-5f));
        }
    }

    @ParameterizedTest
    @FieldSource("NEVER")
    void probability0_isIdentity(Augmentation augmentation) {
        try (Scope scope = Scope.open()) {
            Tensor films = films(4);
            assertThat(apply(augmentation, films, 1)).containsExactly(films.floats());
        }
    }

    @ParameterizedTest
    @FieldSource("HALF")
    void probabilityHalf_changesHalfOfTheFilms(Augmentation augmentation) {
        int films = 200;
        try (Scope scope = Scope.open()) {
            float[] before = films(1).floats();
            float[] after = apply(augmentation, films(1).plus(Tensors.zeros(films, 1, 1, 1)), 3);
            int changed = 0;
            for (int i = 0; i < films; i++) {
                changed += distance(before, after, i * before.length) > 1e-3 ? 1 : 0;
            }
            assertThat(changed).isBetween(65, 135); // 100 with a deviation of 7
        }
    }

    @ParameterizedTest
    @FieldSource("STRONG")
    void strength_shows_differsByFilm_andStaysInRange(Augmentation augmentation) {
        try (Scope scope = Scope.open()) {
            float[] before = films(1).floats();
            float[] after = apply(augmentation, films(1).plus(Tensors.zeros(2, 1, 1, 1)), 5);
            assertThat(distance(before, after, 0)).isGreaterThan(0.005);
            assertThat(distance(before, after, before.length)).isGreaterThan(0.005);
            float[] first = Arrays.copyOf(after, before.length);
            assertThat(distance(first, after, before.length)).isGreaterThan(1e-4);
            for (float value : after) {
                assertThat(value).isBetween(0f, 1f);
            }
        }
    }

    @ParameterizedTest
    @FieldSource("HALF")
    void sameSeed_sameFilms(Augmentation augmentation) {
        try (Scope scope = Scope.open()) {
            assertThat(apply(augmentation, films(4), 9)).containsExactly(apply(augmentation, films(4), 9));
        }
    }

    /** The border continues, no black comes in; a blur's and a sharpening's weights sum to one. */
    @Test
    void uniformFilm_staysSo() {
        List<Augmentation> still = STRONG.stream()
                .filter(change -> change.geometric() || change instanceof Blur || change instanceof Sharpening)
                .toList();
        assertThat(still).hasSize(9);
        try (Scope scope = Scope.open();
                Generator random = Generator.seeded(2)) {
            Tensor changed = Augmentation.apply(still, Tensors.full(0.4, 3, 1, SIZE, SIZE), random);
            for (float value : changed.floats()) {
                assertThat(value).isCloseTo(0.4f, within(1e-5f));
            }
        }
    }

    /** Progressive resizing: a film half as large is deformed as much of its side. */
    @ParameterizedTest
    @FieldSource("FIELDS")
    void elastic_movesTheSameShareOfTheSide_atAnySize(Elastic.Field field) {
        Elastic elastic = new Elastic(Optional.empty(), new Range(400, 400), 16, field);
        double small = meanMove(elastic, 64);
        assertThat(small).isGreaterThan(0.001);
        assertThat(meanMove(elastic, 128) / small).isBetween(0.75, 1.33);
    }

    static final List<Elastic.Field> FIELDS = List.of(Elastic.Field.values());

    private static double meanMove(Augmentation augmentation, int size) {
        try (Scope scope = Scope.open();
                Generator random = Generator.seeded(7)) {
            double sum = 0;
            for (int i = 0; i < 20; i++) {
                Tensor grid = Grid.of(1, size, size);
                sum += augmentation
                        .coordinates(grid, random)
                        .minus(grid)
                        .abs()
                        .mean()
                        .item();
            }
            return sum / 20;
        }
    }

    private static double distance(float[] film, float[] films, int from) {
        double sum = 0;
        for (int i = 0; i < film.length; i++) {
            sum += Math.abs(film[i] - films[from + i]);
        }
        return sum / film.length;
    }

    private static float[] apply(Augmentation augmentation, Tensor films, long seed) {
        try (Generator random = Generator.seeded(seed)) {
            return Augmentation.apply(List.of(augmentation), films, random).floats();
        }
    }

    /** Waves, 5 and 9 to a side. */
    private static Tensor films(int count) {
        float[] values = new float[SIZE * SIZE];
        for (int i = 0; i < values.length; i++) {
            int row = i / SIZE;
            values[i] = (float) (0.5 + 0.25 * Math.sin(0.8 * (i % SIZE)) + 0.2 * Math.cos(1.4 * row));
        }
        return Tensors.of(values, 1, 1, SIZE, SIZE).plus(Tensors.zeros(count, 1, 1, 1));
    }
}
