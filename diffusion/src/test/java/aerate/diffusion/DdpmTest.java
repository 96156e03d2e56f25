package aerate.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import aerate.diffusion.GaussianPrior.Normal;
import aerate.tensor.Gradients;
import aerate.tensor.Libtorch;
import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DdpmTest {
    private final Scope scope = Scope.open();
    private final Gradients off = Gradients.off();
    private final NoiseSchedule schedule = NoiseSchedule.linear(1000);
    private final GaussianPrior prior = new GaussianPrior(schedule, 0.1, 0.2);

    @AfterEach
    void free() {
        off.close();
        scope.close();
    }

    /** With few steps the variance falls short, as β̃ leaves out that of x_0 given x_t: by how much is computed. */
    @ParameterizedTest
    @CsvSource({"1, 0.04", "10, 0.25", "50, 0.60"})
    void sample_ofGaussianPrior_isThatGaussian(int stride, double shortfall) {
        Ddpm ddpm = new Ddpm(schedule, stride);
        Tensor samples = ddpm.sample(prior, Noise.seeded(new long[] {1, 2, 3, 4}, 1, 64, 64));
        Normal expected = prior.denoised(new Normal(0, 1), ddpm.steps(1000));
        double n = samples.count();
        double mean = samples.mean().item();
        double variance = samples.minus(mean).square().mean().item();
        assertThat(mean).isCloseTo(expected.mean(), within(5 * Math.sqrt(expected.variance() / n)));
        assertThat(variance).isCloseTo(expected.variance(), within(5 * expected.variance() * Math.sqrt(2 / n)));
        assertThat(expected.mean()).isCloseTo(0.1, within(1e-3));
        assertThat(expected.variance()).isBetween(0.04 * (1 - shortfall), 0.04 * 1.001);
    }

    @Test
    void sample_ofClampedDenoiser_staysWithinItsRange() {
        Denoiser exaggerating = (noisy, levels) -> noisy.times(3);
        Noise noise = Noise.seeded(new long[] {1}, 1, 16, 16);
        Tensor samples = new Ddpm(schedule, 100).sample(exaggerating.clamped(-1, 1), noise);
        assertThat(samples.abs().max().item()).isLessThanOrEqualTo(1);
        assertThat(new Ddpm(schedule, 100)
                        .sample(exaggerating, noise)
                        .abs()
                        .max()
                        .item())
                .isGreaterThan(1);
    }

    @Test
    void sample_ofOneSeed_isOneSample() {
        assertThat(sample(1, 2).floats())
                .isEqualTo(sample(1, 2).floats())
                .isNotEqualTo(sample(1, 3).floats());
    }

    @Test
    void sample_dependsOnNoBatchMate() {
        assertThat(sample(1, 2, 3).narrow(0, 1, 1).floats()).isEqualTo(sample(2).floats());
    }

    @Test
    void lastStep_asksForNoNoise() {
        Noise refusing = level -> {
            throw new AssertionError("noise was asked for at level " + level);
        };
        Tensor noisy = Tensors.full(0.3, 1, 1, 4, 4);
        assertThat(new Ddpm(schedule)
                        .step(prior, noisy, new Step(1, 0), refusing)
                        .shape())
                .containsExactly(1, 1, 4, 4);
    }

    @Test
    void denoiser_isToldTheLevelOfEachStep() {
        List<Long> told = new ArrayList<>();
        Denoiser listening = (noisy, levels) -> {
            for (long level : levels.longs()) {
                told.add(level);
            }
            return noisy;
        };
        Noise noise = Noise.seeded(new long[] {1, 2}, 1, 4, 4);
        new Ddpm(schedule, 100).denoise(listening, noise.forward(), 250, noise);
        assertThat(told).containsExactly(250L, 250L, 200L, 200L, 100L, 100L);
    }

    @Test
    void twoHundredSteps_leaveNoNativeObject() {
        List<Long> alive = new ArrayList<>();
        Denoiser counting = (noisy, levels) -> {
            alive.add(Libtorch.liveObjects());
            return prior.clean(noisy, levels);
        };
        long before = Libtorch.liveObjects();
        try (Scope inner = Scope.open()) {
            new Ddpm(schedule, 5).sample(counting, Noise.seeded(new long[] {1}, 1, 8, 8));
        }
        assertThat(Libtorch.liveObjects()).isLessThanOrEqualTo(before);
        assertThat(alive).hasSize(200);
        assertThat(alive.get(199)).isLessThanOrEqualTo(alive.get(1)); // nor do they gather on the way
    }

    @Test
    void strideOutOfRange_isRefused() {
        assertThatThrownBy(() -> new Ddpm(schedule, 0)).hasMessage("stride must be in [1, 1000], was 0");
        assertThatThrownBy(() -> new Ddpm(schedule, 1001)).hasMessage("stride must be in [1, 1000], was 1001");
    }

    private Tensor sample(long... seeds) {
        return new Ddpm(schedule, 50).sample(prior, Noise.seeded(seeds, 1, 8, 8));
    }
}
