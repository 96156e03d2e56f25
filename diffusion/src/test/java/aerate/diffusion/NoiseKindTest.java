package aerate.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import aerate.tensor.Generator;
import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NoiseKindTest {
    private final Scope scope = Scope.open();

    @AfterEach
    void free() {
        scope.close();
    }

    @ParameterizedTest
    @EnumSource(NoiseKind.class)
    void draw_isTheSameForASeed(NoiseKind kind) {
        assertThat(draw(kind, 5, 2).floats()).isEqualTo(draw(kind, 5, 2).floats());
        assertThat(draw(kind, 5, 2).floats()).isNotEqualTo(draw(kind, 6, 2).floats());
    }

    @ParameterizedTest
    @EnumSource(
            value = NoiseKind.class,
            names = {"GAUSSIAN", "SIMPLEX"})
    void draw_isOfMeanZeroAndVarianceOne(NoiseKind kind) {
        Tensor noise = draw(kind, 3, 300);
        assertThat(noise.mean().item()).isCloseTo(0, within(0.05));
        assertThat(noise.square().mean().item()).isCloseTo(1, within(0.05));
        // and in every place: the first pixel, where the published one is always 0
        Tensor first = noise.narrow(2, 0, 1).narrow(3, 0, 1);
        assertThat(first.square().mean().item()).isCloseTo(1, within(0.3));
    }

    @ParameterizedTest
    @EnumSource(
            value = NoiseKind.class,
            names = {"GAUSSIAN", "SIMPLEX"})
    void draw_imagesOfABatch_areIndependent(NoiseKind kind) {
        Tensor noise = draw(kind, 3, 300);
        Tensor products = noise.narrow(0, 0, 150).times(noise.narrow(0, 150, 150));
        assertThat(products.mean().item()).isCloseTo(0, within(0.05));
    }

    /** AnoDDPM's two faults, kept where its own behaviour is asked for. */
    @Test
    void original_isOneFieldForABatch_notOfVarianceOne_andZeroInTheFirstPixel() {
        Tensor noise = draw(NoiseKind.SIMPLEX_ORIGINAL, 3, 2);
        assertThat(noise.narrow(0, 0, 1).floats())
                .isEqualTo(noise.narrow(0, 1, 1).floats());
        double squares = 0;
        for (int seed = 0; seed < 100; seed++) {
            squares += draw(NoiseKind.SIMPLEX_ORIGINAL, seed, 1).square().mean().item() / 100;
        }
        assertThat(squares).isLessThan(0.5);
    }

    /** Neighbours are alike, which those of Gaussian noise are not. */
    @Test
    void simplex_isSmooth() {
        assertThat(neighbours(NoiseKind.SIMPLEX)).isGreaterThan(0.5);
        assertThat(neighbours(NoiseKind.GAUSSIAN)).isCloseTo(0, within(0.02));
    }

    private static double neighbours(NoiseKind kind) {
        Tensor noise = draw(kind, 1, 20);
        return noise.narrow(3, 0, 31).times(noise.narrow(3, 1, 31)).mean().item();
    }

    private static Tensor draw(NoiseKind kind, long seed, int images) {
        try (Generator random = Generator.seeded(seed)) {
            return kind.draw(random, images, 1, 32, 32);
        }
    }
}
