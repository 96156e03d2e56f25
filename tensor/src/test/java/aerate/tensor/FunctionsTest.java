package aerate.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FunctionsTest {
    private static final Offset<Float> CLOSE = within(1e-5f);

    private final Scope scope = Scope.open();
    private final Tensor square = Tensors.of(new float[] {1, 2, 3, 4, 5, 6, 7, 8, 9}, 1, 1, 3, 3);

    @AfterEach
    void free() {
        scope.close();
    }

    @Test
    void conv2d_isThatByHand() {
        Tensor weight = Tensors.of(new float[] {1, 0, 0, -1}, 1, 1, 2, 2); // upper left less lower right
        Tensor bias = Tensors.full(10, 1);
        assertThat(Functions.conv2d(square, weight, bias, 1, 0).floats()).containsExactly(6, 6, 6, 6);
        assertThat(Functions.conv2d(square, weight, null, 2, 1).floats()).containsExactly(-1, -3, -7, -4);
    }

    @Test
    void linear_isThatByHand() {
        Tensor weight = Tensors.of(new float[] {1, 2, 3, 4, 5, 6}, 2, 3);
        Tensor x = Tensors.of(new float[] {1, 0, -1}, 1, 3);
        assertThat(Functions.linear(x, weight, Tensors.of(new float[] {0.5f, 0}, 2))
                        .floats())
                .containsExactly(-1.5f, -2);
    }

    @Test
    void batchNorm_training_normalisesAndRemembers() {
        Tensor x = Tensors.of(new float[] {1, 3, 5, 7}, 4, 1, 1, 1); // mean 4, variance 5, unbiased 20/3
        Tensor mean = Tensors.zeros(1);
        Tensor variance = Tensors.full(1, 1);
        Tensor y = Functions.batchNorm(x, Tensors.full(2, 1), Tensors.full(1, 1), mean, variance, true, 0.1, 0);
        float unit = (float) (2 / Math.sqrt(5));
        assertThat(y.floats()).containsExactly(new float[] {1 - 3 * unit, 1 - unit, 1 + unit, 1 + 3 * unit}, CLOSE);
        assertThat(mean.item()).isCloseTo(0.4, within(1e-6));
        assertThat(variance.item()).isCloseTo(0.9 + 0.1 * 20 / 3, within(1e-6));
    }

    @Test
    void batchNorm_inference_usesWhatItRemembers() {
        Tensor x = Tensors.of(new float[] {1, 3}, 2, 1, 1, 1);
        Tensor mean = Tensors.full(1, 1);
        Tensor y =
                Functions.batchNorm(x, Tensors.full(1, 1), Tensors.zeros(1), mean, Tensors.full(4, 1), false, 0.1, 0);
        assertThat(y.floats()).containsExactly(new float[] {0, 1}, CLOSE);
        assertThat(mean.item()).isEqualTo(1);
    }

    @Test
    void groupNorm_normalisesEachGroupOfAnImage() {
        Tensor x = Tensors.of(new float[] {0, 2, 10, 30}, 1, 4, 1, 1);
        Tensor y = Functions.groupNorm(x, 2, Tensors.full(1, 4), Tensors.full(0.5, 4), 0);
        assertThat(y.floats()).containsExactly(new float[] {-0.5f, 1.5f, -0.5f, 1.5f}, CLOSE);
    }

    @Test
    void activations_areTheirFormulas() {
        Tensor x = Tensors.of(new float[] {-1, 0, 2}, 3);
        assertThat(Functions.relu(x).floats()).containsExactly(0, 0, 2);
        assertThat(Functions.silu(x).floats())
                .containsExactly(new float[] {-1 / (1 + (float) Math.E), 0, 2 / (1 + (float) Math.exp(-2))}, CLOSE);
    }

    @Test
    void softmax_isThatByHand() {
        Tensor x = Tensors.of(new float[] {0, (float) Math.log(3), 5, 5}, 2, 2);
        assertThat(Functions.softmax(x, 1).floats()).containsExactly(new float[] {0.25f, 0.75f, 0.5f, 0.5f}, CLOSE);
    }

    @Test
    void pools_areThoseByHand() {
        assertThat(Functions.maxPool(square, 2, 1, 0).floats()).containsExactly(5, 6, 8, 9);
        assertThat(Functions.averagePool(square, 2, 1).floats()).containsExactly(3, 4, 6, 7);
        assertThat(Functions.averagePool(square, 3, 3, 1).floats()).containsExactly(12 / 9f);
        assertThat(Functions.adaptiveAveragePool(square, 2).floats()).containsExactly(3, 4, 6, 7);
        assertThat(Functions.globalAveragePool(square).shape()).containsExactly(1, 1);
        assertThat(Functions.globalAveragePool(square).item()).isEqualTo(5);
    }

    @Test
    void upsampleNearest_repeatsPixels() {
        Tensor two = Tensors.of(new float[] {1, 2}, 1, 1, 1, 2);
        assertThat(Functions.upsampleNearest(two, 2).floats()).containsExactly(1, 1, 2, 2, 1, 1, 2, 2);
    }

    @Test
    void sampleGrid_atThePixelCentres_isTheImage() {
        float[] grid = new float[18];
        for (int i = 0; i < 9; i++) {
            grid[2 * i] = (i % 3 - 1) * 2 / 3f; // pixels are 2/3 wide: centres at −2/3, 0, 2/3
            grid[2 * i + 1] = (i / 3 - 1) * 2 / 3f;
        }
        assertThat(Functions.sampleGrid(square, Tensors.of(grid, 1, 3, 3, 2)).floats())
                .containsExactly(square.floats(), CLOSE);
        assertThat(Functions.sampleGrid(square, Tensors.full(5, 1, 1, 1, 2)).item())
                .isEqualTo(9); // beyond the corner
    }

    @Test
    void crossEntropy_isThatByHand() {
        Tensor logits = Tensors.of(new float[] {0, 0, (float) Math.log(3), 0}, 2, 2); // shares 1/2 1/2; 3/4 1/4
        Tensor labels = Tensors.of(new long[] {0, 1}, 2);
        double plain = (Math.log(2) + Math.log(4)) / 2;
        assertThat(Functions.crossEntropy(logits, labels, null, 0).item()).isCloseTo(plain, within(1e-6));
        Tensor weights = Tensors.of(new float[] {3, 1}, 2);
        double weighted = (3 * Math.log(2) + Math.log(4)) / 4;
        assertThat(Functions.crossEntropy(logits, labels, weights, 0).item()).isCloseTo(weighted, within(1e-6));
        double even = (Math.log(2) + (Math.log(4) + Math.log(4 / 3.0)) / 2) / 2;
        assertThat(Functions.crossEntropy(logits, labels, null, 0.5).item())
                .isCloseTo((plain + even) / 2, within(1e-6));
    }

    @Test
    void dropout_whenTraining_keepsTheMean_elseEverything() {
        Libtorch.seed(1);
        Tensor ones = Tensors.full(1, 10_000);
        assertThat(Functions.dropout(ones, 0.25, false).floats()).containsOnly(1);
        Tensor dropped = Functions.dropout(ones, 0.25, true);
        assertThat(dropped.mean().item()).isCloseTo(1, within(5 * Math.sqrt(1 / 3.0 / 10_000)));
        assertThat(dropped.min().item()).isZero();
    }
}
