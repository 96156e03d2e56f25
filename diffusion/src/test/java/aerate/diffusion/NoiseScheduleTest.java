package aerate.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NoiseScheduleTest {
    static Stream<NoiseSchedule> schedules() {
        return Stream.of(
                NoiseSchedule.linear(1000),
                NoiseSchedule.linear(50),
                NoiseSchedule.cosine(1000),
                NoiseSchedule.cosine(3));
    }

    @Test
    void linear_ofThousandLevels_isThatOfHo() {
        NoiseSchedule schedule = NoiseSchedule.linear(1000);
        assertThat(schedule.beta(1)).isCloseTo(1e-4, within(1e-12));
        assertThat(schedule.beta(500)).isCloseTo(1e-4 + 499 * (0.02 - 1e-4) / 999, within(1e-12));
        assertThat(schedule.beta(1000)).isCloseTo(0.02, within(1e-12));
    }

    @Test
    void linear_ofFewerLevels_endsAboutAsNoisy() {
        double thousand = Math.log(NoiseSchedule.linear(1000).alphaBar(1000));
        double hundred = Math.log(NoiseSchedule.linear(100).alphaBar(100));
        assertThat(hundred).isCloseTo(thousand, within(0.15 * Math.abs(thousand)));
    }

    @Test
    void cosine_isTheClosedForm() {
        NoiseSchedule schedule = NoiseSchedule.cosine(1000);
        for (int t : new int[] {1, 250, 500, 990}) {
            double start = Math.pow(Math.cos(Math.PI / 2 * 0.008 / 1.008), 2);
            double expected = Math.pow(Math.cos(Math.PI / 2 * (t / 1000.0 + 0.008) / 1.008), 2) / start;
            assertThat(schedule.alphaBar(t)).as("level %d", t).isCloseTo(expected, within(1e-12));
        }
        assertThat(schedule.beta(1000)).isCloseTo(0.999, within(1e-9));
    }

    @ParameterizedTest
    @MethodSource("schedules")
    void alphaBar_fallsFromOneAndStaysPositive(NoiseSchedule schedule) {
        assertThat(schedule.alphaBar(0)).isEqualTo(1);
        for (int t = 1; t <= schedule.levels(); t++) {
            assertThat(schedule.alphaBar(t)).isPositive().isLessThan(schedule.alphaBar(t - 1));
            assertThat(schedule.signalToNoise(t)).isLessThan(schedule.signalToNoise(t - 1));
        }
    }

    @ParameterizedTest
    @MethodSource("schedules")
    void posterior_ofNeighbours_isThatOfHo(NoiseSchedule schedule) {
        int t = schedule.levels() / 2 + 1;
        double beta = schedule.beta(t);
        double noise = 1 - schedule.alphaBar(t);
        double noiseBefore = 1 - schedule.alphaBar(t - 1);
        Posterior posterior = schedule.posterior(t, t - 1);
        assertThat(posterior.ofClean()).isCloseTo(Math.sqrt(schedule.alphaBar(t - 1)) * beta / noise, within(1e-12));
        assertThat(posterior.ofNoisy()).isCloseTo(Math.sqrt(1 - beta) * noiseBefore / noise, within(1e-12));
        assertThat(posterior.variance()).isCloseTo(beta * noiseBefore / noise, within(1e-12));
    }

    /** Drawing x_t from x_0 and then x_s from both must be drawing x_s from x_0. */
    @ParameterizedTest
    @MethodSource("schedules")
    void posterior_afterTheForwardProcess_isTheForwardProcess(NoiseSchedule schedule) {
        for (int from = 1; from <= schedule.levels(); from += 7) {
            for (int to = 0; to < from; to += 5) {
                Posterior posterior = schedule.posterior(from, to);
                double mean = posterior.ofClean() + posterior.ofNoisy() * Math.sqrt(schedule.alphaBar(from));
                double variance = posterior.variance()
                        + posterior.ofNoisy() * posterior.ofNoisy() * (1 - schedule.alphaBar(from));
                assertThat(mean).isCloseTo(Math.sqrt(schedule.alphaBar(to)), within(1e-9));
                assertThat(variance).isCloseTo(1 - schedule.alphaBar(to), within(1e-9));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("schedules")
    void posterior_atLevelZero_isTheCleanImage(NoiseSchedule schedule) {
        Posterior posterior = schedule.posterior(schedule.levels(), 0);
        assertThat(posterior.ofClean()).isCloseTo(1, within(1e-12));
        assertThat(posterior.ofNoisy()).isZero();
        assertThat(posterior.variance()).isZero();
    }

    @Test
    void wrongLevels_areRefusedWithTheRule() {
        NoiseSchedule schedule = NoiseSchedule.linear(1000);
        assertThatThrownBy(() -> schedule.alphaBar(1001)).hasMessage("noise level must be in [0, 1000], was 1001");
        assertThatThrownBy(() -> schedule.alphaBar(-1)).hasMessage("noise level must be in [0, 1000], was -1");
        assertThatThrownBy(() -> schedule.beta(0)).hasMessage("noise level must be in [0, 1000], was -1");
        assertThatThrownBy(() -> schedule.posterior(5, 5)).hasMessageContaining("below 5, was 5");
        assertThatThrownBy(() -> NoiseSchedule.linear(20)).hasMessageContaining("more than 20 levels, had 20");
        assertThatThrownBy(() -> NoiseSchedule.cosine(0)).hasMessageContaining("at least 1 level, had 0");
    }
}
