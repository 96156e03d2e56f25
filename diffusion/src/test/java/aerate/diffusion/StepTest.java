package aerate.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class StepTest {
    @Test
    void down_byOne_visitsEveryLevel() {
        assertThat(Step.down(3, 1)).containsExactly(new Step(3, 2), new Step(2, 1), new Step(1, 0));
    }

    @Test
    void down_byStride_visitsItsMultiples() {
        assertThat(Step.down(10, 4)).containsExactly(new Step(10, 8), new Step(8, 4), new Step(4, 0));
        assertThat(Step.down(8, 4)).containsExactly(new Step(8, 4), new Step(4, 0));
    }

    @Test
    void down_fromZero_isNoStep() {
        assertThat(Step.down(0, 4)).isEmpty();
    }

    @Test
    void upwards_isRefused() {
        assertThatThrownBy(() -> new Step(3, 3)).hasMessage("a step must lead to a level in [0, 3), was 3");
        assertThatThrownBy(() -> new Step(3, -1)).hasMessage("a step must lead to a level in [0, 3), was -1");
    }
}
