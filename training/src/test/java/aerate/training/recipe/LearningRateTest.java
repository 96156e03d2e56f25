package aerate.training.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LearningRateTest {
    private static final long STEPS = 1000;

    @ParameterizedTest
    @CsvSource({"CONSTANT, 0", "CONSTANT, 0.3", "COSINE, 0", "COSINE, 0.3", "ONE_CYCLE, 0", "ONE_CYCLE, 0.3"})
    void factor_risesToOneAndNeverRisesAgain(LearningRate.Name name, double warmup) {
        double[] factors = factors(name, warmup);
        int top = (int) (warmup * STEPS);
        assertThat(DoubleStream.of(factors)).allMatch(factor -> factor >= 0 && factor <= 1);
        assertThat(factors[top]).isCloseTo(1, within(0.005));
        for (int step = 1; step < STEPS; step++) {
            double change = factors[step] - factors[step - 1];
            assertThat(step <= top ? change : -change).as("at step " + step).isGreaterThanOrEqualTo(0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void factor_hasNoJump(LearningRate.Name name) {
        double[] factors = factors(name, 0.3);
        for (int step = 1; step < STEPS; step++) {
            assertThat(factors[step]).isCloseTo(factors[step - 1], within(6.0 / STEPS));
        }
    }

    @Test
    void ends_areThoseOfTheShape() {
        assertThat(factors(LearningRate.Name.CONSTANT, 0)).containsOnly(1);
        assertThat(factors(LearningRate.Name.COSINE, 0.3)[(int) STEPS - 1]).isCloseTo(0, within(1e-5));
        double[] oneCycle = factors(LearningRate.Name.ONE_CYCLE, 0.3);
        assertThat(oneCycle[0]).isCloseTo(1 / 25.0, within(1e-4));
        assertThat(oneCycle[(int) STEPS - 1]).isBetween(4e-6, 1e-5);
    }

    @Test
    void factor_isTheSameForRunsOfAnyLength_atTheSamePoint() {
        LearningRate rate = new LearningRate(LearningRate.Name.ONE_CYCLE, 0.25);
        assertThat(rate.factor(1, 3)).isCloseTo(rate.factor(49, 99), within(1e-12)); // the middles of both
        assertThat(rate.factor(0, 1)).isBetween(0.0, 1.0);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1, Double.NaN})
    void warmup_mustBeAShare(double warmup) {
        assertThatThrownBy(() -> new LearningRate(LearningRate.Name.COSINE, warmup))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("warmup must be in [0, 1), was " + warmup);
    }

    private static double[] factors(LearningRate.Name name, double warmup) {
        LearningRate rate = new LearningRate(name, warmup);
        return LongStream.range(0, STEPS)
                .mapToDouble(step -> rate.factor(step, STEPS))
                .toArray();
    }
}
