package aerate.training.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import aerate.tensor.Generator;
import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InfinitePerceptronTest {
    private static final double[] CORRELATIONS = {1, 0.5, 0, -0.5};

    /** Closed forms: arc-cosine kernels worked out by hand, to eight places. */
    @ParameterizedTest
    @CsvSource({
        "1, 1, 2, 2",
        "1, -0.5, -1, -1",
        "2, 1, 2, 4",
        "2, 0.5, 1.21799556, 1.88466223",
        "2, 0, 0.63661977, 0.63661977",
        "2, -0.5, 0.21799556, -0.11533777",
        "3, 1, 2, 6",
        "3, 0.5, 1.36781130, 2.70295912",
        "3, 0, 0.98746218, 1.37141727",
        "3, -0.5, 0.74940300, 0.68772449",
        "5, 1, 2, 10",
        "5, 0.5, 1.55779027, 4.21422508",
        "5, 0, 1.36190707, 2.86078099",
        "5, -0.5, 1.25599725, 2.26124426",
    })
    void kernels_areTheClosedForms(int layers, double correlation, double nngp, double ntk) {
        InfinitePerceptron.Kernels kernels = new InfinitePerceptron(layers).at(1, correlation, 1);
        assertThat(kernels.nngp()).isCloseTo(nngp, within(1e-6));
        assertThat(kernels.ntk()).isCloseTo(ntk, within(1e-6));
    }

    /** ReLU is homogeneous: the kernel of scaled inputs is the kernel, scaled. */
    @Test
    void kernels_growWithTheInputs() {
        InfinitePerceptron perceptron = new InfinitePerceptron(3);
        assertThat(perceptron.at(4, 3, 9).ntk())
                .isCloseTo(6 * perceptron.at(1, 0.5, 1).ntk(), within(1e-12));
    }

    @Test
    void empirical_onAverageOverHundredNetworks_isTheClosedForm() {
        int networks = 100;
        float[] inputs = new float[2 * CORRELATIONS.length];
        for (int i = 0; i < CORRELATIONS.length; i++) {
            inputs[2 * i] = (float) (Math.sqrt(2) * CORRELATIONS[i]); // x · x / 2 = 1
            inputs[2 * i + 1] = (float) (Math.sqrt(2) * Math.sqrt(1 - CORRELATIONS[i] * CORRELATIONS[i]));
        }
        double[] sums = new double[CORRELATIONS.length];
        try (Scope scope = Scope.open()) {
            Tensor samples = Tensors.of(inputs, CORRELATIONS.length, 2);
            for (int seed = 0; seed < networks; seed++) {
                TangentKernel kernel = empirical(seed, samples, 2, 1024, 1024, 1);
                for (int i = 0; i < sums.length; i++) {
                    sums[i] += kernel.value(0, i);
                }
            }
        }
        for (int i = 0; i < sums.length; i++) {
            double exact = new InfinitePerceptron(3).at(1, CORRELATIONS[i], 1).ntk();
            assertThat(sums[i] / networks).as("at " + CORRELATIONS[i]).isCloseTo(exact, within(0.04 * exact));
        }
    }

    @Test
    void empirical_ofOneWideNetwork_isNearerTheWiderItIs() {
        double[][] inputs = normal(100, 8);
        assertThat(distance(inputs, 1024)).isLessThan(distance(inputs, 64) / 2);
    }

    /** Mean relative Frobenius distance of a network's kernel to the closed form, of three networks. */
    private static double distance(double[][] inputs, int width) {
        float[] joined = new float[inputs.length * inputs[0].length];
        for (int i = 0; i < joined.length; i++) {
            joined[i] = (float) inputs[i / inputs[0].length][i % inputs[0].length];
        }
        try (Scope scope = Scope.open()) {
            Tensor samples = Tensors.of(joined, inputs.length, inputs[0].length);
            TangentKernel exact = new InfinitePerceptron(3).tangentKernel(inputs);
            return LongStream.range(0, 3)
                    .mapToDouble(seed -> empirical(seed, samples, inputs[0].length, width, width, 1)
                            .driftSince(exact))
                    .average()
                    .orElseThrow();
        }
    }

    private static double[][] normal(int count, int length) {
        Random random = new Random(5);
        double[][] inputs = new double[count][length];
        for (double[] input : inputs) {
            Arrays.setAll(input, i -> random.nextGaussian());
        }
        return inputs;
    }

    private static TangentKernel empirical(long seed, Tensor samples, int... sizes) {
        try (Scope scope = Scope.open();
                Generator random = Generator.seeded(seed);
                Perceptron perceptron = new Perceptron(sizes)) {
            perceptron.initialise(random);
            return EmpiricalKernel.of(perceptron, samples, done -> {}).kernel();
        }
    }

    @Test
    void perceptronWithoutLayers_isRefused() {
        assertThatThrownBy(() -> new InfinitePerceptron(0))
                .hasMessage("a perceptron must have at least 1 layer, had 0");
    }
}
