package aerate.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import aerate.diffusion.GaussianPrior.Normal;
import aerate.tensor.Gradients;
import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class HealingTest {
    private static final NoiseSchedule SCHEDULE = NoiseSchedule.linear(1000);
    private static final Sampler SAMPLER = new Ddpm(SCHEDULE, 20);
    private static final Healing PARTIAL = new PartialDiffusion(SAMPLER);
    private static final Healing MATRIX = new MatrixNoise(SAMPLER);
    private static final Healing PER_PIXEL = new PerPixelDiffusion(SAMPLER);
    private static final Healing STITCHED = new Stitched(SAMPLER, 2);
    private static final Healing GUIDED = guided(1);
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

    private static Guided guided(double strength) {
        Control darker = (image, step, drawn) -> image.times(0).minus(1);
        return new Guided(SCHEDULE, List.of(darker), 20, strength);
    }

    /** A control that points down everywhere: the way's length is what was asked for. */
    @ParameterizedTest
    @CsvSource({"0, 600", "0.5, 600", "2, 300", "2, 1000"})
    void guided_goesWhereItsControlPoints_soFar(double strength, int lambda) {
        Tensor moved =
                guided(strength).heal(prior, films, weights(0.5), lambda, noise).minus(films);
        double expected = -0.5 * strength * lambda / 1000;
        assertThat(moved.min().item()).isCloseTo(expected, within(1e-4));
        assertThat(moved.max().item()).isCloseTo(expected, within(1e-4));
    }

    @Test
    void guided_filmsOfACourse_areTheSameAsEachAlone_inWhateverOrder() {
        Control noisy = (image, step, drawn) -> drawn.at(step);
        Guided way = new Guided(SCHEDULE, List.of(noisy), 50, 1);
        List<Integer> lambdas = List.of(400, 0, 110, 400);
        List<Tensor> course = way.heal(prior, films, weights(0.7), lambdas, noise);
        for (int i = 0; i < lambdas.size(); i++) {
            Tensor alone = way.heal(prior, films, weights(0.7), lambdas.get(i), noise);
            assertThat(course.get(i).floats()).isEqualTo(alone.floats());
        }
    }

    @Test
    void guided_withoutControl_orBackwards_isRefused() {
        assertThatThrownBy(() -> new Guided(SCHEDULE, List.of(), 20, 1))
                .hasMessage("a guided healing must have at least 1 control, had 0");
        assertThatThrownBy(() -> guided(-1)).hasMessage("guidance must be at least 0, was -1.0");
        assertThatThrownBy(() -> new Guided(SCHEDULE, List.of((x, k, n) -> x), 0, 1))
                .hasMessage("stride must be in [1, 1000], was 0");
    }

    /** Two classes of normal images: the difference is that of their means, however noisy the film. */
    @Test
    void classDifference_ofNormalClasses_isThatOfTheirMeans() {
        GaussianPrior black = new GaussianPrior(SCHEDULE, -0.5, 0.1);
        GaussianPrior white = new GaussianPrior(SCHEDULE, 0.5, 0.1);
        ClassDenoiser told = (noisy, levels, labels) -> Tensors.concatenate(
                0, black.clean(noisy.narrow(0, 0, 2), levels), white.clean(noisy.narrow(0, 2, 2), levels));
        Tensor difference = new ClassDifference(SCHEDULE, told, 0, 1).direction(films, 3, noise);
        double spread = difference.max().item() - difference.min().item();
        assertThat(difference.mean().item()).isBetween(-1.0, -0.5);
        assertThat(spread).isLessThan(1e-4);
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
        ClassDenoiser told = (noisy, levels, labels) -> {
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
