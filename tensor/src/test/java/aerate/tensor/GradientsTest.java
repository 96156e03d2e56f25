package aerate.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GradientsTest {
    private final Scope scope = Scope.open();

    @AfterEach
    void free() {
        scope.close();
    }

    @Test
    void off_recordsNothingUntilClosed() {
        Tensor x = Tensors.full(3, 1).requiresGradient();
        try (Gradients off = Gradients.off()) {
            Tensor unrecorded = x.square();
            assertThatThrownBy(() -> Gradients.of(unrecorded, x)).hasMessageContaining("does not require grad");
        }
        assertThat(Gradients.of(x.square(), x).item()).isEqualTo(6);
    }

    @Test
    void on_withinOff_records() {
        Tensor x = Tensors.full(3, 1).requiresGradient();
        try (Gradients off = Gradients.off()) {
            try (Gradients on = Gradients.on()) {
                assertThat(Gradients.of(x.square(), x).item()).isEqualTo(6);
            }
            Tensor unrecorded = x.square();
            assertThatThrownBy(() -> Gradients.of(unrecorded, x)).hasMessageContaining("does not require grad");
        }
    }

    @Test
    void ofSeveral_areThoseOfEachAlone_andZerosWhereNothingDepends() {
        Tensor x = Tensors.of(new float[] {1, 2}, 2).requiresGradient();
        Tensor y = Tensors.full(5, 1).requiresGradient();
        Tensor unused = Tensors.zeros(2, 3).requiresGradient();
        Tensor score = x.square().sum().times(y).sum();
        List<Tensor> gradients = Gradients.of(score, List.of(y, unused, x));
        assertThat(gradients.get(0).floats()).containsExactly(5);
        assertThat(gradients.get(1).shape()).containsExactly(2, 3);
        assertThat(gradients.get(1).floats()).containsOnly(0);
        assertThat(gradients.get(2).floats()).containsExactly(10, 20);
        assertThat(Gradients.of(score, x).floats()).containsExactly(10, 20); // the graph is still there
    }

    @Test
    void off_closedWithinAnInnerScope_restoresTheMode() {
        Tensor x = Tensors.full(3, 1).requiresGradient();
        Gradients off = Gradients.off();
        try (Scope inner = Scope.open()) {
            x.square();
        }
        Tensor unrecorded = x.square(); // the inner scope must not have ended the mode
        assertThatThrownBy(() -> Gradients.of(unrecorded, x)).hasMessageContaining("does not require grad");
        off.close();
        assertThat(Gradients.of(x.square(), x).item()).isEqualTo(6);
    }

    @Test
    void of_isThatOfFiniteDifferences() {
        float[] at = {0.3f, -1.2f, 0.7f, 2f};
        Tensor x = Tensors.of(at, 4).requiresGradient();
        float[] gradient = Gradients.of(score(x), x).floats();
        final float width = 1e-2f;
        for (int i = 0; i < at.length; i++) {
            float[] above = at.clone();
            float[] below = at.clone();
            above[i] += width;
            below[i] -= width;
            double difference = score(Tensors.of(above, 4)).item()
                    - score(Tensors.of(below, 4)).item();
            assertThat((double) gradient[i]).isCloseTo(difference / (2 * width), within(1e-3));
        }
    }

    @Test
    void of_anInnerTensor_isTheChainRulesFactor() {
        Tensor x = Tensors.full(2, 1).requiresGradient();
        Tensor inner = x.times(5);
        assertThat(Gradients.of(inner.square(), inner).item()).isEqualTo(20);
    }

    @Test
    void backward_addsToTheGradient() {
        Tensor x = Tensors.full(3, 1).requiresGradient();
        x.square().backward();
        x.square().backward();
        assertThat(x.gradient().item()).isEqualTo(12);
    }

    @Test
    void clip_scalesTheJointNorm() {
        Tensor one = Tensors.full(0, 1).requiresGradient();
        Tensor other = Tensors.full(0, 1).requiresGradient();
        one.times(3).plus(other.times(4)).backward();
        assertThat(Gradients.clip(List.of(one, other), 1)).isCloseTo(5, within(1e-6));
        assertThat(one.gradient().item()).isCloseTo(0.6, within(1e-5));
        assertThat(other.gradient().item()).isCloseTo(0.8, within(1e-5));
        assertThat(Gradients.clip(List.of(one, other), 10)).isCloseTo(1, within(1e-5));
        assertThat(one.gradient().item()).isCloseTo(0.6, within(1e-5));
    }

    private static Tensor score(Tensor x) {
        return x.sigmoid().times(x.square()).plus(x.exp()).sum();
    }
}
