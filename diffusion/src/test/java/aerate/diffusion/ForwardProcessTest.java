package aerate.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ForwardProcessTest {
    private final Scope scope = Scope.open();
    private final NoiseSchedule schedule = NoiseSchedule.linear(1000);
    private final ForwardProcess forward = new ForwardProcess(schedule);
    private final Noise noise = Noise.seeded(new long[] {7, 8, 9}, 1, 128, 128);
    private final Tensor images = Tensors.full(0.5, 3, 1, 128, 128);

    @AfterEach
    void free() {
        scope.close();
    }

    @Test
    void noised_atLevelZero_isTheImageBitForBit() {
        Tensor signed = Tensors.of(new float[] {-0f, 0f, -1f, 0.3f}, 1, 1, 2, 2);
        Tensor epsilon = Tensors.full(1, 1, 1, 2, 2);
        assertThat(forward.noised(signed, 0, epsilon).floats()).isEqualTo(signed.floats());
    }

    @Test
    void noised_hasTheMeanAndVarianceOfTheFormula() {
        double n = images.count();
        for (int level : new int[] {1, 100, 600, 1000}) {
            Tensor noisy = forward.noised(images, level, noise.forward());
            double mean = noisy.mean().item();
            double variance = noisy.minus(mean).square().mean().item();
            double expected = 1 - schedule.alphaBar(level);
            assertThat(mean) // five standard errors
                    .isCloseTo(0.5 * Math.sqrt(schedule.alphaBar(level)), within(5 * Math.sqrt(expected / n)));
            assertThat(variance).isCloseTo(expected, within(5 * expected * Math.sqrt(2 / n)));
        }
    }

    @Test
    void noised_eachImageAtItsLevel_isAsThoughAlone() {
        Tensor epsilon = noise.forward();
        Tensor together = forward.noised(images, Tensors.of(new long[] {0, 600, 1000}, 3), epsilon);
        int[] levels = {0, 600, 1000};
        for (int i = 0; i < levels.length; i++) {
            Tensor alone = forward.noised(images.narrow(0, i, 1), levels[i], epsilon.narrow(0, i, 1));
            assertThat(together.narrow(0, i, 1).minus(alone).abs().max().item()).isLessThan(1e-6);
        }
    }

    @Test
    void noise_isWhatNoisedAdded() {
        Tensor epsilon = noise.forward();
        Tensor noisy = forward.noised(images, 600, epsilon);
        assertThat(forward.noise(noisy, 600, images).minus(epsilon).abs().max().item())
                .isLessThan(1e-4);
    }

    @Test
    void levelsOutOfRange_areRefused() {
        Tensor epsilon = noise.forward();
        assertThatThrownBy(() -> forward.noised(images, 1001, epsilon)).hasMessageContaining("[0, 1000], was 1001");
        assertThatThrownBy(() -> forward.noised(images, Tensors.of(new long[] {1, 2, -3}, 3), epsilon))
                .hasMessageContaining("[0, 1000], was -3");
    }
}
