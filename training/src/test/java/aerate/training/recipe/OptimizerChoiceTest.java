package aerate.training.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import aerate.tensor.Optimizer;
import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OptimizerChoiceTest {
    /** On x^2 from x = 1, with a rate of 0.1 and a momentum of 0.5; Adam's first step is its rate whatever the slope. */
    @ParameterizedTest
    @CsvSource({"SGD, 0.8", "NAG, 0.7", "ADAM, 0.9", "ADAMW, 0.9"})
    void firstStep_isThatOfTheOptimizer(OptimizerChoice.Name name, double expected) {
        try (Scope scope = Scope.open();
                Tensor x = Tensors.full(1, 1).owned().requiresGradient();
                Optimizer optimizer = new OptimizerChoice(name, 0.1, 0.5, 0).over(List.of(x))) {
            x.square().sum().backward();
            optimizer.step(0.1);
            assertThat(x.item()).isCloseTo(expected, within(1e-6));
        }
    }

    @ParameterizedTest
    @EnumSource
    void weightDecay_pullsToZero(OptimizerChoice.Name name) {
        try (Scope scope = Scope.open();
                Tensor x = Tensors.full(1, 1).owned().requiresGradient();
                Optimizer optimizer = new OptimizerChoice(name, 0.1, 0.5, 0.01).over(List.of(x))) {
            x.times(0).sum().backward();
            optimizer.step(0.1);
            assertThat(x.item()).isBetween(0.0, 0.9999);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "SGD; 0;   0; 0;  learningRate must be above 0, was 0.0",
                "SGD; NaN; 0; 0;  learningRate must be above 0, was NaN",
                "SGD; 1;   1; 0;  momentum must be in [0, 1), was 1.0",
                "NAG; 1;   0; 0;  momentum must be above 0 for nag, was 0.0",
                "SGD; 1;   0; -1; weightDecay must be at least 0, was -1.0"
            })
    void settingOutOfRange_isRefused(
            OptimizerChoice.Name name, double rate, double momentum, double decay, String message) {
        assertThatThrownBy(() -> new OptimizerChoice(name, rate, momentum, decay))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }
}
