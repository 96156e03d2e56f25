package aerate.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteOrder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TensorTest {
    private final Scope scope = Scope.open();
    private final Tensor counted = Tensors.of(new float[] {0, 1, 2, 3, 4, 5}, 2, 3);

    @AfterEach
    void free() {
        scope.close();
    }

    @Test
    void floats_ofATransposedTensor_areInItsOwnOrder() {
        assertThat(counted.transpose(0, 1).floats()).containsExactly(0, 3, 1, 4, 2, 5);
        assertThat(counted.narrow(1, 1, 2).floats()).containsExactly(1, 2, 4, 5);
        assertThat(counted.select(1, 2).floats()).containsExactly(2, 5);
    }

    @Test
    void longs_ofATransposedTensor_areInItsOwnOrder() {
        Tensor whole = Tensors.of(new long[] {0, 1, 2, 3, 4, 5}, 2, 3);
        assertThat(whole.transpose(0, 1).longs()).containsExactly(0, 3, 1, 4, 2, 5);
        assertThat(counted.longs()).containsExactly(0, 1, 2, 3, 4, 5);
    }

    @Test
    void doubles_keepWhatFloatsLose() {
        double[] values = {1e-300, 1 + 1e-15, -7, 3};
        Tensor tensor = Tensors.of(values, 2, 2);
        assertThat(tensor.doubles()).containsExactly(values);
        assertThat(tensor.transpose(0, 1).doubles()).containsExactly(1e-300, -7, 1 + 1e-15, 3);
        assertThat(counted.requiresGradient().doubles()).containsExactly(0, 1, 2, 3, 4, 5);
    }

    @Test
    void clamp_byTensors_holdsEachColumnBetweenItsOwnBounds() {
        Tensor low = Tensors.of(new float[] {1, 0, 3}, 3);
        Tensor high = Tensors.of(new float[] {2, 9, 4}, 3);
        assertThat(counted.clamp(low, high).floats()).containsExactly(1, 1, 3, 2, 4, 4);
    }

    @Test
    void raiseTo_changesWhatIsLess_inPlace() {
        counted.narrow(1, 0, 2).raiseTo(2);
        assertThat(counted.floats()).containsExactly(2, 2, 2, 3, 4, 5);
    }

    @Test
    void floats_ofOtherTypesAndOfNothing_areConverted() {
        assertThat(Tensors.of(new long[] {-3, 4}, 2).floats()).containsExactly(-3, 4);
        assertThat(Tensors.of(new byte[] {(byte) 255, 1}, 2).floats()).containsExactly(255, 1);
        assertThat(counted.to(DataType.BFLOAT16).floats()).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(Tensors.zeros(0, 4).floats()).isEmpty();
    }

    @Test
    void floats_ofATensorWithGradient_areItsValues() {
        assertThat(counted.requiresGradient().times(2).floats()).containsExactly(0, 2, 4, 6, 8, 10);
    }

    @Test
    void channelsLast_ofManyChannels_hasChannelsInnermost() {
        Tensor many = Tensors.zeros(2, 5, 4, 3).channelsLast();
        assertThat(many.shape()).containsExactly(2, 5, 4, 3);
        assertThat(strides(many)).containsExactly(60, 1, 15, 5);
    }

    @Test
    void channelsLast_ofOneChannel_keepsTheBytesButNotTheStrides() {
        Tensor one = Tensors.of(new float[] {0, 1, 2, 3, 4, 5, 6, 7}, 2, 1, 2, 2);
        assertThat(strides(one.channelsLast())).containsExactly(4, 1, 2, 1);
        assertThat(one.channelsLast().floats()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7);
    }

    /** What the strides are for: a convolution answers in the layout that it was asked in. */
    @Test
    void channelsLast_ofOneChannel_makesConvolutionsChannelsLast() {
        Tensor weight = Tensors.full(1, 6, 1, 3, 3).channelsLast();
        Tensor answer = Functions.conv2d(Tensors.full(1, 2, 1, 8, 8).channelsLast(), weight, null, 1, 1);
        assertThat(answer.shape()).containsExactly(2, 6, 8, 8);
        assertThat(answer.stride(1)).isEqualTo(1);
        assertThat(answer.stride(3)).isGreaterThanOrEqualTo(6); // more where blocks of channels must be full
    }

    @Test
    void bytes_areTheMemory() {
        assertThat(counted.bytes()
                        .order(ByteOrder.nativeOrder())
                        .asFloatBuffer()
                        .get(4))
                .isEqualTo(4);
        assertThatThrownBy(() -> counted.transpose(0, 1).bytes())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("contiguous");
    }

    @Test
    void copy_sharesNothing_narrowShares() {
        Tensor copy = counted.copy();
        counted.narrow(0, 0, 1).assign(Tensors.full(9, 1, 3));
        assertThat(counted.floats()).containsExactly(9, 9, 9, 3, 4, 5);
        assertThat(copy.floats()).containsExactly(0, 1, 2, 3, 4, 5);
    }

    @Test
    void reductions_areThoseOfTheAxes() {
        assertThat(counted.sum().item()).isEqualTo(15);
        assertThat(counted.sum(0).floats()).containsExactly(3, 5, 7);
        assertThat(counted.mean(1).floats()).containsExactly(1, 4);
        assertThat(counted.mean(0, 1).item()).isEqualTo(2.5);
    }

    @Test
    void gather_takesPositionsInOrder() {
        assertThat(counted.gather(1, Tensors.of(new long[] {2, 0}, 2)).floats()).containsExactly(2, 0, 5, 3);
    }

    @Test
    void moveTowards_goesTheGivenPart() {
        assertThat(counted.moveTowards(Tensors.full(10, 2, 3), 0.5).floats())
                .containsExactly(5, 5.5f, 6, 6.5f, 7, 7.5f);
    }

    @Test
    void isFinite_seesNaNAndInfinity() {
        assertThat(counted.isFinite()).isTrue();
        assertThat(counted.log().isFinite()).isFalse(); // of 0
        assertThat(counted.minus(3).sqrt().isFinite()).isFalse(); // of −3
    }

    @Test
    void shapesThatDoNotFit_areRefusedInLibtorchsWords() {
        assertThatThrownBy(() -> counted.plus(Tensors.zeros(4))).hasMessageContaining("must match the size");
        assertThatThrownBy(() -> counted.reshape(4, 2)).hasMessageContaining("invalid for input of size 6");
    }

    @Test
    void device_isWhereItWasMade() {
        assertThat(counted.device()).isEqualTo(Device.CPU);
    }

    private static long[] strides(Tensor tensor) {
        return new long[] {tensor.stride(0), tensor.stride(1), tensor.stride(2), tensor.stride(3)};
    }
}
