package aerate.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import aerate.tensor.Gradients;
import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import aerate.tensor.layer.BatchNorm;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MovingAverageTest {
    @Test
    void average_isTheClosedForm() {
        double decay = 0.6;
        try (Scope scope = Scope.open();
                BatchNorm trained = BatchNorm.of(1);
                BatchNorm averaged = BatchNorm.of(1)) {
            MovingAverage average = new MovingAverage(averaged, decay);
            double expected = 1; // the scale at the start
            for (int step = 1; step <= 30; step++) {
                fill(trained, step);
                average.update(trained, step);
                double kept = Math.min(decay, (1.0 + step) / (10.0 + step));
                expected = kept * expected + (1 - kept) * step;
            }
            for (Map.Entry<String, Tensor> entry : average.network().state().entrySet()) {
                double start = entry.getKey().equals("weight") || entry.getKey().equals("running_var") ? 0 : 1;
                double forgotten = start * product(decay, 30); // what began at 0 rather than at 1
                assertThat(entry.getValue().item()).as(entry.getKey()).isCloseTo(expected - forgotten, within(1e-4));
            }
        }
    }

    @Test
    void average_ofWhatStaysTheSame_isThat() {
        try (Scope scope = Scope.open();
                BatchNorm trained = BatchNorm.of(3);
                BatchNorm averaged = BatchNorm.of(3)) {
            new MovingAverage(averaged, 0.9).update(trained, 1);
            assertThat(averaged.state().get("weight").floats()).containsExactly(1, 1, 1);
        }
    }

    private static double product(double decay, int steps) {
        double product = 1;
        for (int step = 1; step <= steps; step++) {
            product *= Math.min(decay, (1.0 + step) / (10.0 + step));
        }
        return product;
    }

    private static void fill(BatchNorm network, double value) {
        try (Gradients off = Gradients.off()) {
            network.state().values().forEach(tensor -> tensor.assign(Tensors.full(value, 1)));
        }
    }
}
