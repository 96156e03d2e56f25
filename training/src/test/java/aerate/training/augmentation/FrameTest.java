package aerate.training.augmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import aerate.tensor.Generator;
import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What changes a film's frame: its aspect and its border. */
class FrameTest {
    @Test
    void stretch_by4_doublesTheWidthAndHalvesTheHeight() {
        Stretch stretch = new Stretch(Optional.empty(), new Range(4, 4));
        try (Scope scope = Scope.open();
                Generator random = Generator.seeded(1)) {
            Tensor corner = Tensors.of(new float[] {1, 0.25f}, 1, 1, 1, 2);
            // The right edge shows what lay half as far out; what shows at a quarter down lay at a half.
            assertThat(stretch.coordinates(corner, random).floats())
                    .containsExactly(new float[] {0.5f, 0.5f}, within(1e-6f));
        }
    }

    @Test
    void stretch_isAsOftenWiderAsNarrower() {
        Stretch stretch = new Stretch(Optional.empty(), new Range(0.5, 2));
        int wider = 0;
        try (Scope scope = Scope.open();
                Generator random = Generator.seeded(2)) {
            Tensor edge = Tensors.of(new float[] {1, 0}, 1, 1, 1, 2);
            for (int i = 0; i < 400; i++) {
                wider += stretch.coordinates(edge, random).floats()[0] < 1 ? 1 : 0;
            }
        }
        assertThat(wider).isBetween(150, 250); // 200 with a deviation of 10
    }

    @Test
    void collimation_coversTheEdgesAndLeavesTheField() {
        Collimation collimation = new Collimation(Optional.empty(), new Range(0.25, 0.25), new Range(0.1, 0.1));
        try (Scope scope = Scope.open();
                Generator random = Generator.seeded(3)) {
            float[] covered = Augmentation.apply(List.of(collimation), Tensors.full(0.7, 1, 1, 8, 8), random)
                    .floats();
            for (int i = 0; i < covered.length; i++) {
                boolean field = i / 8 >= 2 && i / 8 < 6 && i % 8 >= 2 && i % 8 < 6;
                assertThat(covered[i]).isCloseTo(field ? 0.7f : 0.1f, within(1e-6f));
            }
        }
    }
}
