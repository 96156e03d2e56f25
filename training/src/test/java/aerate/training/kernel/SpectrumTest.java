package aerate.training.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import aerate.tensor.Generator;
import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpectrumTest {
    private static final TangentKernel KERNEL = new TangentKernel(2, 1, 2, 1, 1, 2); // 3 and 1

    @Test
    void figures_areThoseOfTheEigenvalues() {
        Spectrum spectrum = Spectrum.of(KERNEL);
        assertThat(spectrum.eigenvalues().get(0)).isCloseTo(3, within(1e-14));
        assertThat(spectrum.eigenvalues().get(1)).isCloseTo(1, within(1e-14));
        assertThat(spectrum.conditionNumber()).isCloseTo(3, within(1e-13));
        assertThat(spectrum.effectiveRank()).isCloseTo(16.0 / 10, within(1e-13));
        assertThat(spectrum.largestLearningRate(0.9)).isCloseTo(2 * 1.9 * 2 / 3, within(1e-13));
    }

    @Test
    void kernelOfLowerRank_hasNoConditionNumber() {
        assertThat(Spectrum.of(new TangentKernel(2, 1, 0, 0, 0, 4)).conditionNumber())
                .isInfinite();
    }

    @Test
    void momentum_outOfItsRange_isRefused() {
        assertThatThrownBy(() -> Spectrum.of(KERNEL).largestLearningRate(1))
                .hasMessage("momentum must be in [0, 1), was 1.0");
    }

    /** A linear network, which is its own linearisation: just below the rate it learns, just above it diverges. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 0.9})
    void largestLearningRate_isWhereDescentBeginsToDiverge(double momentum) {
        int steps = 3000;
        assertThat(lossAfter(0.97, momentum, steps)).isLessThan(0.1 * lossAfter(0.97, momentum, 0));
        assertThat(lossAfter(1.03, momentum, steps)).isGreaterThan(10 * lossAfter(1.03, momentum, 0));
    }

    private static double lossAfter(double share, double momentum, int steps) {
        try (Scope scope = Scope.open();
                Generator random = Generator.seeded(2);
                Perceptron linear = new Perceptron(12, 2)) {
            linear.initialise(random);
            Tensor films = random.normal(4, 12);
            Tensor targets = random.normal(4, 2);
            Spectrum spectrum =
                    Spectrum.of(EmpiricalKernel.of(linear, films, done -> {}).kernel());
            double rate = share * spectrum.largestLearningRate(momentum);
            Descent.run(linear, films, targets, rate, momentum, steps);
            return Descent.loss(linear, films, targets);
        }
    }
}
