package aerate.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import aerate.tensor.Gradients;
import aerate.tensor.Libtorch;
import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** DDIM and DPM-Solver++ beside the closed solution of the probability-flow equation for normal images. */
class DeterministicSamplersTest {
    private final Scope scope = Scope.open();
    private final Gradients off = Gradients.off();
    private final NoiseSchedule schedule = NoiseSchedule.linear(1000);
    private final GaussianPrior prior = new GaussianPrior(schedule, 0.1, 0.3);
    private final Noise noise = Noise.seeded(new long[] {1, 2}, 1, 16, 16);
    private final Tensor start = noise.forward();

    @AfterEach
    void free() {
        off.close();
        scope.close();
    }

    private double error(Sampler sampler, int level) {
        Tensor end = sampler.denoise(prior, start, level, noise);
        return end.minus(prior.flowed(start, level, 0)).abs().max().item();
    }

    @ParameterizedTest
    @CsvSource({"1, 0.006", "10, 0.05", "50, 0.2"})
    void ddim_followsTheFlow(int stride, double tolerance) {
        assertThat(error(new Ddim(schedule, stride), 1000)).isLessThan(tolerance);
    }

    /** Halving the steps halves DDIM's error. */
    @Test
    void ddim_isOfFirstOrder() {
        double ratio = error(new Ddim(schedule, 20), 600) / error(new Ddim(schedule, 10), 600);
        assertThat(ratio).isCloseTo(2, within(0.3));
    }

    /** The second order saves steps: half of DDIM's, and nearer to the flow still. */
    @Test
    void dpmSolver_isNearerToTheFlow_withHalfTheSteps() {
        assertThat(error(new DpmSolver(schedule, 20), 600)).isLessThan(error(new Ddim(schedule, 10), 600));
        assertThat(error(new DpmSolver(schedule, 1), 1000)).isLessThan(1e-3);
    }

    @Test
    void dpmSolver_errorFallsFasterThanTheStep() {
        double ratio = error(new DpmSolver(schedule, 40), 600) / error(new DpmSolver(schedule, 20), 600);
        assertThat(ratio).isGreaterThan(2.3);
    }

    @ParameterizedTest
    @CsvSource({"1, 1000", "20, 600", "50, 333"})
    void ddim_encodedAndDenoised_isTheFilm(int stride, int level) {
        Ddim ddim = new Ddim(schedule, stride);
        Tensor film = start.times(0.3).plus(0.1);
        Tensor code = ddim.encode(prior, film, level);
        Tensor back = ddim.denoise(prior, code, level, noise);
        assertThat(code.minus(film).abs().max().item()).isGreaterThan(0.1);
        assertThat(back.minus(film).abs().max().item()).isLessThan(2.0 / 255); // a grey level of [-1, 1]
    }

    /** Normal images become normal noise. */
    @Test
    void ddim_codeOfTheFlow_isTheFlowBackwards() {
        Tensor film = prior.flowed(start, 600, 0);
        Tensor code = new Ddim(schedule, 1).encode(prior, film, 600);
        assertThat(code.minus(start).abs().max().item()).isLessThan(0.02);
    }

    @Test
    void levelZero_leavesTheImage() {
        for (Sampler sampler : List.of(new Ddim(schedule, 10), new DpmSolver(schedule, 10))) {
            assertThat(sampler.denoise(prior, start, 0, noise).floats()).isEqualTo(start.floats());
        }
        assertThat(new Ddim(schedule, 10).encode(prior, start, 0).floats()).isEqualTo(start.floats());
    }

    @Test
    void noiseIsNotAskedFor() {
        Noise refusing = level -> {
            throw new AssertionError("noise was asked for at level " + level);
        };
        new Ddim(schedule, 100).denoise(prior, start, 500, refusing);
        new DpmSolver(schedule, 100).denoise(prior, start, 500, refusing);
    }

    @Test
    void corrections_areHeard_byBoth() {
        for (Sampler sampler : List.of(new Ddim(schedule, 50), new DpmSolver(schedule, 50))) {
            Tensor end =
                    sampler.denoise(prior, start, 500, noise, (image, step) -> step.to() == 0 ? image.times(0) : image);
            assertThat(end.abs().max().item()).isZero();
        }
    }

    @Test
    void manySteps_leaveNoNativeObject() {
        long before = Libtorch.liveObjects();
        try (Scope inner = Scope.open()) {
            new DpmSolver(schedule, 5).denoise(prior, start, 1000, noise);
            new Ddim(schedule, 5).encode(prior, start, 1000);
        }
        assertThat(Libtorch.liveObjects()).isLessThanOrEqualTo(before);
    }

    @Test
    void strideOutOfRange_isRefused() {
        assertThatThrownBy(() -> new Ddim(schedule, 0)).hasMessage("stride must be in [1, 1000], was 0");
        assertThatThrownBy(() -> new DpmSolver(schedule, 1001)).hasMessage("stride must be in [1, 1000], was 1001");
    }
}
