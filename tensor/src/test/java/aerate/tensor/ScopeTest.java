package aerate.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScopeTest {
    @Test
    void close_freesWhatWasMade() {
        long before = Libtorch.liveObjects();
        try (Scope scope = Scope.open()) {
            Tensors.full(2, 3).plus(1).times(Tensors.zeros(3));
            assertThat(Libtorch.liveObjects()).isGreaterThan(before);
        }
        assertThat(Libtorch.liveObjects()).isLessThanOrEqualTo(before);
    }

    @Test
    void keep_carriesATensorToTheOuterScope() {
        long before = Libtorch.liveObjects();
        try (Scope outer = Scope.open()) {
            Tensor kept;
            try (Scope inner = Scope.open()) {
                kept = inner.keep(Tensors.full(2, 3).plus(1));
            }
            Tensors.full(9, 3); // would take its memory, were it free
            assertThat(kept.floats()).containsExactly(3, 3, 3);
        }
        assertThat(Libtorch.liveObjects()).isLessThanOrEqualTo(before);
    }

    @Test
    void keep_withoutOuterScope_leavesItToTheCaller() {
        long before = Libtorch.liveObjects();
        Tensor kept;
        try (Scope scope = Scope.open()) {
            kept = scope.keep(Tensors.full(2, 3).plus(1));
        }
        assertThat(kept.floats()).containsExactly(3, 3, 3);
        kept.close();
        assertThat(Libtorch.liveObjects()).isLessThanOrEqualTo(before);
    }

    @Test
    void owned_survivesItsScope() {
        Tensor parameter;
        try (Scope scope = Scope.open()) {
            parameter = Tensors.full(4, 2).owned();
        }
        assertThat(parameter.floats()).containsExactly(4, 4);
        parameter.close();
    }

    @Test
    void iterate_givesTheLastResult() {
        try (Scope scope = Scope.open()) {
            Tensor start = Tensors.full(1, 2);
            Tensor end = Scope.iterate(start, List.of(2, 3, 4), (x, factor) -> x.times(factor));
            assertThat(end.floats()).containsExactly(24, 24);
            assertThat(start.floats()).containsExactly(1, 1);
        }
    }

    @Test
    void iterate_withoutSteps_givesTheStart() {
        try (Scope scope = Scope.open()) {
            Tensor start = Tensors.full(1, 2);
            assertThat(Scope.iterate(start, List.of(), (x, step) -> x.plus(1))).isSameAs(start);
        }
    }

    @Test
    void iterate_fiveHundredTimes_leavesOneTensor() {
        try (Scope scope = Scope.open()) {
            Tensor start = Tensors.zeros(4);
            long before = Libtorch.liveObjects();
            Tensor end = Scope.iterate(
                    start,
                    IntStream.range(0, 500).boxed().toList(),
                    (x, step) -> x.plus(1).times(1));
            assertThat(Libtorch.liveObjects()).isLessThanOrEqualTo(before + 1);
            assertThat(end.floats()).containsOnly(500);
        }
    }

    @Test
    void iterate_withoutOuterScope_leavesTheLastResultToTheCaller() {
        long before = Libtorch.liveObjects();
        Tensor start;
        try (Scope scope = Scope.open()) {
            start = scope.keep(Tensors.zeros(2));
        }
        Tensor end = Scope.iterate(start, Collections.nCopies(50, 1), (x, step) -> x.plus(step));
        assertThat(end.floats()).containsOnly(50);
        end.close();
        start.close();
        assertThat(Libtorch.liveObjects()).isLessThanOrEqualTo(before);
    }

    @Test
    void iterate_stepThatChangesNothing_keepsTheTensorAlive() {
        long before = Libtorch.liveObjects();
        try (Scope scope = Scope.open()) {
            Tensor end =
                    Scope.iterate(Tensors.zeros(2), List.of(1, 0, 0, 1), (x, step) -> step == 0 ? x : x.plus(step));
            assertThat(end.floats()).containsOnly(2);
        }
        assertThat(Libtorch.liveObjects()).isLessThanOrEqualTo(before);
    }

    @Test
    void fiveHundredTrainingSteps_leaveNoNativeObject() {
        try (Scope scope = Scope.open()) {
            Tensor weight = Tensors.full(0.1, 3, 3).requiresGradient();
            try (Optimizer optimizer = Optimizer.sgd(List.of(weight), 0.9, true, 0)) {
                long before = 0;
                for (int step = 0; step < 500; step++) {
                    if (step == 10) {
                        before = Libtorch.liveObjects(); // gradients and momenta have their place by now
                    }
                    try (Scope inner = Scope.open()) {
                        optimizer.clearGradients();
                        weight.matmul(weight).square().sum().backward();
                        optimizer.step(1e-3);
                    }
                }
                assertThat(Libtorch.liveObjects()).isLessThanOrEqualTo(before);
            }
        }
    }
}
