package aerate.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Convolutions and their gradients beside the same in float64, which oneDNN has no part in. */
class ChannelBlocksTest {
    private final Scope scope = Scope.open();
    private final Generator random = Generator.seeded(5);

    @AfterEach
    void free() {
        random.close();
        scope.close();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 8, 3, 1",
        "1, 64, 7, 2",
        "24, 8, 3, 1",
        "16, 24, 3, 2",
        "32, 1, 3, 1",
        "32, 4, 3, 1",
        "8, 64, 1, 2",
        "64, 16, 1, 1",
        "128, 64, 1, 1",
        "3, 5, 1, 1",
        "64, 8, 3, 1"
    })
    void convolution_ofWhateverChannels_isThatOfFloat64(int in, int out, int kernel, int stride) {
        for (boolean last : new boolean[] {false, true}) {
            for (boolean half : new boolean[] {false, true}) {
                Tensor x = random.normal(2, in, 14, 14);
                Tensor weight = random.normal(out, in, kernel, kernel).times(1 / Math.sqrt(in * kernel * kernel));
                Tensor bias = random.normal(out);
                Tensor exactX = x.to(DataType.FLOAT64).requiresGradient();
                Tensor exactWeight = weight.to(DataType.FLOAT64).requiresGradient();
                Tensor exact = Functions.conv2d(exactX, exactWeight, bias.to(DataType.FLOAT64), stride, kernel / 2);
                Tensor pull = random.normal(exact.shape());
                List<Tensor> expected =
                        Gradients.of(exact.times(pull.to(DataType.FLOAT64)).sum(), List.of(exactX, exactWeight));
                Tensor quickX = (last ? x.channelsLast() : x).copy().requiresGradient();
                Tensor quickWeight =
                        (last ? weight.channelsLast() : weight).copy().requiresGradient();
                try (Precision precision = Precision.of(Device.CPU, half)) {
                    Tensor quick = Functions.conv2d(quickX, quickWeight, bias, stride, kernel / 2);
                    List<Tensor> gradients =
                            Gradients.of(quick.to(DataType.FLOAT32).times(pull).sum(), List.of(quickX, quickWeight));
                    double tolerance = half ? 0.03 : 1e-4;
                    assertThat(error(quick, exact)).isLessThan(tolerance);
                    assertThat(error(gradients.get(0), expected.get(0))).isLessThan(tolerance);
                    assertThat(error(gradients.get(1), expected.get(1))).isLessThan(tolerance);
                }
            }
        }
    }

    /** Root mean square of the difference, as a share of the expected. */
    private static double error(Tensor actual, Tensor expected) {
        double error =
                actual.to(DataType.FLOAT64).minus(expected).square().mean().item();
        return Math.sqrt(error / expected.square().mean().item());
    }
}
