package aerate.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GeneratorTest {
    private static final int MANY = 40_000;

    private final Scope scope = Scope.open();
    private final Generator random = Generator.seeded(3);

    @AfterEach
    void free() {
        random.close();
        scope.close();
    }

    @Test
    void sameSeed_givesTheSameNumbers_anotherOthers() {
        try (Generator same = Generator.seeded(3);
                Generator other = Generator.seeded(4)) {
            float[] drawn = random.normal(20).floats();
            assertThat(same.normal(20).floats()).isEqualTo(drawn);
            assertThat(other.normal(20).floats()).isNotEqualTo(drawn);
            assertThat(random.normal(20).floats()).isNotEqualTo(drawn);
        }
    }

    @Test
    void otherGenerators_takeNothingFromIt() {
        float[] drawn = random.normal(4).floats();
        Libtorch.seed(99);
        try (Generator same = Generator.seeded(3)) {
            Functions.dropout(Tensors.full(1, 100), 0.5, true);
            assertThat(same.normal(4).floats()).isEqualTo(drawn);
        }
    }

    @Test
    void survivesTheScopeThatItWasMadeIn() {
        Generator made;
        try (Scope inner = Scope.open()) {
            made = Generator.seeded(5);
        }
        assertThat(made.uniform(3).shape()).containsExactly(3);
        made.close();
    }

    @Test
    void normal_hasMeanZeroAndVarianceOne() {
        Tensor drawn = random.normal(MANY);
        assertThat(drawn.mean().item()).isCloseTo(0, within(5 / Math.sqrt(MANY)));
        assertThat(drawn.square().mean().item()).isCloseTo(1, within(5 * Math.sqrt(2.0 / MANY)));
    }

    @Test
    void uniform_fillsTheUnitInterval() {
        Tensor drawn = random.uniform(MANY);
        assertThat(drawn.min().item()).isBetween(0.0, 0.01);
        assertThat(drawn.max().item()).isBetween(0.99, 1.0);
        assertThat(drawn.mean().item()).isCloseTo(0.5, within(5 / Math.sqrt(12.0 * MANY)));
    }

    @Test
    void integers_takeEveryValueOfTheRange() {
        Tensor drawn = random.integers(2, 6, 1000);
        assertThat(drawn.type()).isEqualTo(DataType.INT64);
        assertThat(drawn.longs()).containsOnly(2, 3, 4, 5);
    }
}
