package aerate.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import aerate.tensor.DataType;
import aerate.tensor.Functions;
import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RectifiedNormTest {
    private static final double EPSILON = 1e-5;

    private final Scope scope = Scope.open();
    /** Rising, falling, flat and on, flat and off, always on, always off, falling and always off. */
    private final Map<String, Tensor> state = Map.of(
            "n.weight", row(0.7f, -0.6f, 0, 0, 0.1f, 0.1f, -0.1f),
            "n.bias", row(0.2f, 0.3f, 0.5f, -0.5f, 2, -2, -2),
            "n.running_mean", row(1, -0.5f, 0, 3, 0.1f, 0.2f, 0.3f),
            "n.running_var", row(0.5f, 2, 1, 1, 0.3f, 0.4f, 0.5f));

    private final RectifiedNorm norm = new RectifiedNorm(state, "n");
    private final float[] offsets = new float[7];
    private final Tensor weight = GoldenNumbers.noise(1, 1, 0, 3, 7, 1, 1);

    RectifiedNormTest() {
        Arrays.fill(offsets, Float.POSITIVE_INFINITY);
        norm.lower(offsets);
    }

    @AfterEach
    void free() {
        scope.close();
    }

    @Test
    void clampThenConvolution_isNormReluConvolution() {
        Tensor x = GoldenNumbers.noise(2, 3, 0, 1, 7, 20, 20);
        float[] expected = Functions.conv2d(Functions.relu(normalised(x)), weight, null, 1, 0)
                .floats();
        assertThat(throughClamp(x)).containsExactly(expected, within(0.05f));
    }

    @Test
    void clampedChannels_addNothing() {
        Tensor x = Tensors.of(new float[] {-9, 9, 0, 0, 0, 0, 0}, 1, 7, 1, 1);
        float[] constants = Functions.conv2d(Functions.relu(normalised(x)), weight, null, 1, 0)
                .floats(); // of the channels that are always on
        assertThat(throughClamp(x)).containsExactly(constants, within(0.02f));
    }

    @Test
    void bounds_ofIntegersAreNeverBelowZero_whereTheyHoldBack() {
        RectifiedNorm.Clamp clamp = norm.clamp(offsets);
        for (int channel = 0; channel < 7; channel++) {
            boolean rises = channel != 1 && channel != 6;
            Tensor bound = rises ? clamp.lower() : clamp.upper();
            assertThat(bound.select(1, channel).item()).isNotNegative();
        }
    }

    private Tensor normalised(Tensor x) {
        return Functions.batchNorm(
                x,
                state.get("n.weight"),
                state.get("n.bias"),
                state.get("n.running_mean"),
                state.get("n.running_var"),
                false,
                0,
                EPSILON);
    }

    private float[] throughClamp(Tensor x) {
        Tensor held = x.minus(Tensors.of(offsets, 1, 7, 1, 1)).to(DataType.BFLOAT16);
        Tensor clamped = norm.clamp(offsets).of(held).to(DataType.FLOAT32);
        Tensor scaled = weight.times(norm.scale().reshape(1, -1, 1, 1)).to(DataType.BFLOAT16);
        return Functions.conv2d(clamped, scaled.to(DataType.FLOAT32), norm.bias(scaled, offsets), 1, 0)
                .floats();
    }

    private static Tensor row(float... values) {
        return Tensors.of(values, values.length);
    }
}
