package aerate.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PrecisionTest {
    private final Scope scope = Scope.open();
    private final Tensor x = Tensors.full(1, 2, 3, 4, 4);
    private final Tensor weight = Tensors.full(0.01, 5, 3, 3, 3).requiresGradient();

    @AfterEach
    void free() {
        scope.close();
    }

    @Test
    void bfloat16_holdsForConvolutionsUntilClosed() {
        try (Precision half = Precision.bfloat16(Device.CPU)) {
            assertThat(convolved(x).type()).isEqualTo(DataType.BFLOAT16);
            try (Precision full = Precision.float32(Device.CPU)) {
                assertThat(convolved(x).type()).isEqualTo(DataType.FLOAT32);
            }
            assertThat(convolved(x).type()).isEqualTo(DataType.BFLOAT16);
        }
        assertThat(convolved(x).type()).isEqualTo(DataType.FLOAT32);
    }

    @Test
    void bfloat16_isCloseToFloat32_andGivesFloat32Gradients() {
        double exact = convolved(x).sum().item();
        try (Precision half = Precision.bfloat16(Device.CPU)) {
            Tensor sum = convolved(x).to(DataType.FLOAT32).sum();
            sum.backward();
            assertThat(sum.item()).isCloseTo(exact, within(0.01 * exact));
        }
        assertThat(weight.gradient().type()).isEqualTo(DataType.FLOAT32);
    }

    /** oneDNN's own backward of this convolution ends the process. */
    @Test
    void bfloat16_convolutionOfASinglePixel_trains() {
        Tensor pixel = Tensors.full(1, 2, 3, 1, 1).requiresGradient();
        try (Precision half = Precision.bfloat16(Device.CPU)) {
            Functions.globalAveragePool(convolved(pixel)).sum().backward();
        }
        float[] gradient = weight.gradient().floats(); // two images, and only the middle of the kernel meets them
        assertThat(gradient).hasSize(135);
        for (int i = 0; i < gradient.length; i++) {
            assertThat(gradient[i]).as("weight %d", i).isEqualTo(i % 9 == 4 ? 2 : 0);
        }
    }

    private Tensor convolved(Tensor images) {
        return Functions.conv2d(images, weight, null, 1, 1);
    }
}
