package aerate.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import aerate.tensor.Gradients;
import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ParameterizationTest {
    private final Scope scope = Scope.open();
    private final Gradients off = Gradients.off();
    private final NoiseSchedule schedule = NoiseSchedule.cosine(1000);
    private final ForwardProcess forward = new ForwardProcess(schedule);
    private final Tensor clean = Noise.seeded(new long[] {1, 2, 3}, 2, 4, 4).at(1);
    private final Tensor noise = Noise.seeded(new long[] {1, 2, 3}, 2, 4, 4).at(2);
    private final Tensor levels = Tensors.of(new long[] {1, 400, 900}, 3);

    @AfterEach
    void free() {
        off.close();
        scope.close();
    }

    /** A network that gives what it was trained to has found the clean images. */
    @ParameterizedTest
    @EnumSource(Parameterization.class)
    void clean_ofTheTarget_isTheCleanImage(Parameterization prediction) {
        Tensor noisy = forward.noised(clean, levels, noise);
        Tensor target = prediction.target(forward, clean, levels, noise);
        Denoiser perfect = prediction.denoiser(schedule, (x, t) -> target);
        assertThat(perfect.clean(noisy, levels).minus(clean).abs().max().item()).isLessThan(1e-4);
    }

    @Test
    void velocity_knowsTheCleanImage_whereNothingIsLeftOfIt() {
        NoiseSchedule zero = schedule.zeroTerminal();
        Tensor last = Tensors.of(new long[] {1000, 1000, 1000}, 3);
        ForwardProcess process = new ForwardProcess(zero);
        Tensor noisy = process.noised(clean, last, noise);
        assertThat(noisy.minus(noise).abs().max().item()).isZero();
        Tensor target = Parameterization.VELOCITY.target(process, clean, last, noise);
        assertThat(Parameterization.VELOCITY
                        .denoiser(zero, (x, t) -> target)
                        .clean(noisy, last)
                        .minus(clean)
                        .abs()
                        .max()
                        .item())
                .isLessThan(1e-6);
    }

    /** An error of the clean image by e is one of the noise by √SNR e, of the velocity by √(SNR+1) e. */
    @ParameterizedTest
    @EnumSource(Parameterization.class)
    void weight_makesTheErrorThatOfTheCleanImage(Parameterization prediction) {
        Tensor other = clean.plus(0.1);
        Tensor noisy = forward.noised(clean, levels, noise);
        Tensor otherNoise = Tensors.concatenate(
                0,
                forward.noise(noisy.narrow(0, 0, 1), 1, other.narrow(0, 0, 1)),
                forward.noise(noisy.narrow(0, 1, 1), 400, other.narrow(0, 1, 1)),
                forward.noise(noisy.narrow(0, 2, 1), 900, other.narrow(0, 2, 1)));
        Tensor error = prediction
                .target(forward, clean, levels, noise)
                .minus(prediction.target(forward, other, levels, otherNoise))
                .square()
                .mean(1, 2, 3);
        long[] each = levels.longs();
        for (int i = 0; i < each.length; i++) {
            double ratio = schedule.signalToNoise((int) each[i]);
            double weighted = error.narrow(0, i, 1).item() * prediction.weight(ratio, 5);
            assertThat(weighted).isCloseTo(0.01 * Math.min(ratio, 5), within(0.001 * Math.min(ratio, 5)));
        }
    }

    @Test
    void zeroTerminal_keepsTheFirstLevel_endsAtNothing_andFalls() {
        for (NoiseSchedule before : new NoiseSchedule[] {schedule, NoiseSchedule.linear(1000)}) {
            NoiseSchedule zero = before.zeroTerminal();
            assertThat(zero.alphaBar(0)).isEqualTo(1);
            assertThat(zero.alphaBar(1)).isCloseTo(before.alphaBar(1), within(1e-12));
            assertThat(zero.alphaBar(1000)).isZero();
            for (int t = 1; t <= 1000; t++) {
                assertThat(zero.alphaBar(t)).isLessThan(zero.alphaBar(t - 1));
            }
        }
    }
}
