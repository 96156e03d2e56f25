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
    private static final Healing STITCHED = new Stitched(SAMPLER, 2);
    private static final Healing GUIDED = new Guided(new Ddim(SCHEDULE, 20), clean -> clean.minus(-1), 0.2);
    private static final Healing SINGLE = new SingleStep(SCHEDULE);
    private static final int SIZE = 32;

    private final Scope scope = Scope.open();
    private final Gradients off = Gradients.off();
    private final GaussianPrior prior = new GaussianPrior(SCHEDULE, -0.4, 0.1);
    private final Tensor films =
            Noise.seeded(new long[] {11, 12}, 1, SIZE, SIZE).at(1).times(0.2);
    private final Noise noise = Noise.seeded(new long[] {1, 2}, 1, SIZE, SIZE);

    static Stream<Healing> ways() {
        return Stream.of(PARTIAL, MATRIX, PER_PIXEL, STITCHED, GUIDED, SINGLE);
    }

    /** Those that leave a film as it is where its weight is 0. */
    static Stream<Healing> keepers() {
        return Stream.of(PER_PIXEL, STITCHED, GUIDED, SINGLE);
    }

    /** Those to which a weight of 1 everywhere is no weight at all. */
    static Stream<Healing> weighers() {
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
    @MethodSource("weighers")
    void fullWeight_isPartialDiffusion(Healing way) {
        assertThat(way.heal(prior, films, weights(1), 600, noise).floats())
                .isEqualTo(PARTIAL.heal(prior, films, weights(1), 600, noise).floats());
    }

    @ParameterizedTest
    @MethodSource("ways")
    void lambdaZero_leavesTheFilms(Healing way) {
        assertThat(way.heal(prior, films, weights(0.7), 0, noise).floats()).isEqualTo(films.floats());
    }

    @ParameterizedTest
    @MethodSource("keepers")
    void zeroWeight_leavesThoseBitsOfTheFilm(Healing way) {
        float[] map = new float[2 * SIZE * SIZE];
        for (int i = 0; i < map.length; i++) {
            map[i] = i % 3 == 0 ? 0 : i % 3 == 1 ? 0.5f : 1;
        }
        Tensor weights = Tensors.of(map, 2, 1, SIZE, SIZE);
        float[] before =
                films.times(Tensors.of(signs(map.length), 2, 1, SIZE, SIZE)).floats(); // some are −0
        float[] after = way.heal(prior, Tensors.of(before, 2, 1, SIZE, SIZE), weights, 600, noise)
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
        for (Healing way : new Healing[] {MATRIX, PER_PIXEL, STITCHED, GUIDED, SINGLE}) {
            assertThatThrownBy(() -> way.heal(prior, films, weights(1.5), 100, noise))
                    .hasMessage("weights must be in [0, 1], were in [1.5, 1.5]");
            assertThatThrownBy(() -> way.heal(prior, films, weights(Double.NaN), 100, noise))
                    .hasMessageContaining("weights must be in [0, 1]");
            assertThatThrownBy(() -> way.heal(prior, films, Tensors.zeros(1, 1, SIZE, SIZE), 100, noise))
                    .hasMessage("weights must be [2, 1, 32, 32], were [1, 1, 32, 32]");
        }
    }

    /** A control that pulls towards −1, where the prior's mean is −0.4. */
    @Test
    void guided_goesWhereItsControlPoints_theFartherTheStronger() {
        double free = guided(0).mean().item();
        double weak = guided(0.1).mean().item();
        double strong = guided(0.3).mean().item();
        assertThat(weak).isLessThan(free - 0.01);
        assertThat(strong).isLessThan(weak - 0.02);
        assertThatThrownBy(() -> guided(-1)).hasMessage("the control's strength must be at least 0, was -1.0");
    }

    private Tensor guided(double strength) {
        Guided way = new Guided(new Ddim(SCHEDULE, 20), clean -> clean.plus(1).times(-1), strength);
        return way.heal(prior, films, weights(1), 400, noise);
    }

    /** Without a control the code of a film leads back to it. */
    @Test
    void guided_withoutControl_isTheFilm() {
        assertThat(guided(0).minus(films).abs().max().item()).isLessThan(2.0 / 255);
    }

    @Test
    void stitched_withoutPasses_isTheHealedFilmSewnIn() {
        Tensor sewn = new Stitched(SAMPLER, 0).heal(prior, films, weights(0.25), 300, noise);
        Tensor healed = PARTIAL.heal(prior, films, weights(1), 300, noise);
        Tensor expected = films.times(0.75).plus(healed.times(0.25));
        assertThat(sewn.minus(expected).abs().max().item()).isLessThan(1e-6);
    }

    /** The mean of all images that could be behind the noise, in closed form. */
    @Test
    void singleStep_isTheMeanOfWhatCouldBe() {
        Tensor noisy = new ForwardProcess(SCHEDULE).noised(films, 300, noise.forward());
        Tensor mean = prior.clean(noisy, Sampler.levels(300, noisy));
        assertThat(SINGLE.heal(prior, films, weights(1), 300, noise)
                        .minus(mean)
                        .abs()
                        .max()
                        .item())
                .isLessThan(1e-6);
    }

    @Test
    void classifierFree_goesFromTheOtherClassBeyondTheWanted() {
        ClassifierFree.ClassDenoiser told = (noisy, levels, labels) -> {
            float[] each = new float[(int) noisy.size(0)];
            for (int i = 0; i < each.length; i++) {
                each[i] = labels.longs()[i]; // class 0 is black images, class 1 images of 1
            }
            return noisy.times(0).plus(Tensors.of(each, each.length, 1, 1, 1));
        };
        Tensor levels = Sampler.levels(100, films);
        for (double strength : new double[] {0, 0.5, 2}) {
            Tensor clean = new ClassifierFree(told, 0, 1, strength).clean(films, levels);
            assertThat(clean.shape()).isEqualTo(films.shape());
            assertThat(clean.minus(-strength).abs().max().item()).isLessThan(1e-6);
        }
        assertThatThrownBy(() -> new ClassifierFree(told, 0, 1, Double.NaN))
                .hasMessage("guidance must be at least 0, was NaN");
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
