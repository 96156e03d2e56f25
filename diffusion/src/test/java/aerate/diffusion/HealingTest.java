package aerate.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import aerate.diffusion.GaussianPrior.Normal;
import aerate.tensor.Gradients;
import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HealingTest {
    private static final NoiseSchedule SCHEDULE = NoiseSchedule.linear(1000);
    private static final Sampler SAMPLER = new Ddpm(SCHEDULE, 20);
    private static final Healing PARTIAL = new PartialDiffusion(SAMPLER);
    private static final Healing MATRIX = new MatrixNoise(SAMPLER);
    private static final Healing PER_PIXEL = new PerPixelDiffusion(SAMPLER);
    private static final int SIZE = 32;

    private final Scope scope = Scope.open();
    private final Gradients off = Gradients.off();
    private final GaussianPrior prior = new GaussianPrior(SCHEDULE, -0.4, 0.1);
    private final Tensor films =
            Noise.seeded(new long[] {11, 12}, 1, SIZE, SIZE).at(1).times(0.2);
    private final Noise noise = Noise.seeded(new long[] {1, 2}, 1, SIZE, SIZE);

    static Stream<Healing> ways() {
        return Stream.of(PARTIAL, MATRIX, PER_PIXEL);
    }

    @AfterEach
    void free() {
        off.close();
        scope.close();
    }

    @Test
    void partialDiffusion_ofGaussianPrior_hasTheComputedMeanAndVariance() {
        Tensor grey = Tensors.full(0.5, 2, 1, SIZE, SIZE);
        for (int lambda : new int[] {100, 300, 600}) {
            double left = SCHEDULE.alphaBar(lambda);
            Normal expected = prior.denoised(new Normal(0.5 * Math.sqrt(left), 1 - left), SAMPLER.steps(lambda));
            Tensor healed = PARTIAL.heal(prior, grey, weights(1), lambda, noise);
            double mean = healed.mean().item();
            double variance = healed.minus(mean).square().mean().item();
            double n = healed.count();
            assertThat(mean).isCloseTo(expected.mean(), within(5 * Math.sqrt(expected.variance() / n)));
            assertThat(variance).isCloseTo(expected.variance(), within(5 * expected.variance() * Math.sqrt(2 / n)));
        }
    }

    @ParameterizedTest
    @MethodSource("ways")
    void fullWeight_isPartialDiffusion(Healing way) {
        assertThat(way.heal(prior, films, weights(1), 600, noise).floats())
                .isEqualTo(PARTIAL.heal(prior, films, weights(1), 600, noise).floats());
    }

    @ParameterizedTest
    @MethodSource("ways")
    void lambdaZero_leavesTheFilms(Healing way) {
        assertThat(way.heal(prior, films, weights(0.7), 0, noise).floats()).isEqualTo(films.floats());
    }

    @Test
    void perPixel_zeroWeight_leavesThoseBitsOfTheFilm() {
        float[] map = new float[2 * SIZE * SIZE];
        for (int i = 0; i < map.length; i++) {
            map[i] = i % 3 == 0 ? 0 : i % 3 == 1 ? 0.5f : 1;
        }
        Tensor weights = Tensors.of(map, 2, 1, SIZE, SIZE);
        float[] before =
                films.times(Tensors.of(signs(map.length), 2, 1, SIZE, SIZE)).floats(); // some are −0
        float[] after = PER_PIXEL
                .heal(prior, Tensors.of(before, 2, 1, SIZE, SIZE), weights, 600, noise)
                .floats();
        for (int i = 0; i < map.length; i++) {
            if (map[i] == 0) {
                assertThat(after[i]).as("pixel %d", i).isEqualTo(before[i]);
            } else {
                assertThat(after[i]).as("pixel %d", i).isNotEqualTo(before[i]);
            }
        }
    }

    /** With a denoiser that looks at one pixel at a time, each pixel's way is its own. */
    @Test
    void perPixel_halfWeight_isPartialDiffusionToHalfLambda() {
        assertThat(PER_PIXEL.heal(prior, films, weights(0.5), 600, noise).floats())
                .isEqualTo(PARTIAL.heal(prior, films, weights(1), 300, noise).floats());
    }

    @Test
    void matrix_zeroWeight_addsNoNoise() {
        Noise other = Noise.seeded(new long[] {3, 4}, 1, SIZE, SIZE);
        assertThat(MATRIX.heal(prior, films, weights(0), 600, noise).floats())
                .isEqualTo(MATRIX.heal(prior, films, weights(0), 600, other).floats());
    }

    @ParameterizedTest
    @MethodSource("ways")
    void film_dependsOnNoBatchMate(Healing way) {
        float[] together =
                way.heal(prior, films, weights(0.7), 300, noise).narrow(0, 1, 1).floats();
        Noise own = Noise.seeded(new long[] {2}, 1, SIZE, SIZE);
        Tensor weights = weights(0.7).narrow(0, 1, 1);
        assertThat(way.heal(prior, films.narrow(0, 1, 1), weights, 300, own).floats())
                .isEqualTo(together);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void lambdaOutOfRange_isRefused(Healing way) {
        assertThatThrownBy(() -> way.heal(prior, films, weights(1), 1001, noise))
                .hasMessage("noise level must be in [0, 1000], was 1001");
        assertThatThrownBy(() -> way.heal(prior, films, weights(1), -1, noise))
                .hasMessage("noise level must be in [0, 1000], was -1");
    }

    @Test
    void wrongWeights_areRefused() {
        for (Healing way : new Healing[] {MATRIX, PER_PIXEL}) {
            assertThatThrownBy(() -> way.heal(prior, films, weights(1.5), 100, noise))
                    .hasMessage("weights must be in [0, 1], were in [1.5, 1.5]");
            assertThatThrownBy(() -> way.heal(prior, films, weights(Double.NaN), 100, noise))
                    .hasMessageContaining("weights must be in [0, 1]");
            assertThatThrownBy(() -> way.heal(prior, films, Tensors.zeros(1, 1, SIZE, SIZE), 100, noise))
                    .hasMessage("weights must be [2, 1, 32, 32], were [1, 1, 32, 32]");
        }
    }

    private static Tensor weights(double value) {
        return Tensors.full(value, 2, 1, SIZE, SIZE);
    }

    private static float[] signs(int count) {
        float[] signs = new float[count];
        for (int i = 0; i < count; i++) {
            signs[i] = i % 6 == 0 ? -0f : 1;
        }
        return signs;
    }
}
