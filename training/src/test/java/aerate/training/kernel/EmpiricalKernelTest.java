package aerate.training.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import aerate.network.DenseNet;
import aerate.network.Network;
import aerate.tensor.DataType;
import aerate.tensor.Generator;
import aerate.tensor.Gradients;
import aerate.tensor.Libtorch;
import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EmpiricalKernelTest {
    private static final int FILMS = 3;
    private static final int HIDDEN = 5;

    private final Scope scope = Scope.open();
    private final Generator random = Generator.seeded(4);

    @AfterEach
    void free() {
        random.close();
        scope.close();
    }

    private Network network() {
        Network network = DenseNet.small(1, HIDDEN, 2);
        network.initialise(random);
        return network;
    }

    private Tensor films() {
        return random.normal(FILMS, 1, 16, 16);
    }

    /** One pass back for each score and each parameter alone, summed in Java. */
    @Test
    void kernel_isTheProductOfTheGradients() {
        try (Network network = network()) {
            Tensor films = films();
            TangentKernel kernel =
                    EmpiricalKernel.of(network, films, done -> {}).kernel();
            List<double[]> gradients = new ArrayList<>();
            for (int film = 0; film < FILMS; film++) {
                for (int output = 0; output < 2; output++) {
                    gradients.add(gradient(network, films.narrow(0, film, 1), output));
                }
            }
            for (int i = 0; i < kernel.side(); i++) {
                for (int j = 0; j < kernel.side(); j++) {
                    double product = 0;
                    for (int p = 0; p < gradients.get(i).length; p++) {
                        product += gradients.get(i)[p] * gradients.get(j)[p];
                    }
                    assertThat(kernel.value(i, j)).isCloseTo(product, within(1e-5 * Math.abs(product)));
                }
            }
        }
    }

    private static double[] gradient(Network network, Tensor film, int output) {
        double[] all = new double[(int) network.parameterCount()];
        int done = 0;
        for (Tensor parameter : network.parameters().values()) {
            Tensor score = network.forward(film).reshape(2).select(0, output);
            double[] part = Gradients.of(score, parameter).doubles();
            System.arraycopy(part, 0, all, done, part.length);
            done += part.length;
        }
        return all;
    }

    /** Moving every weight along a score's own gradient moves the scores by the kernel's column. */
    @Test
    void kernel_foretellsHowScoresMove() {
        try (Network network = network()) {
            network.to(DataType.FLOAT64);
            Tensor films = films().to(DataType.FLOAT64);
            TangentKernel kernel =
                    EmpiricalKernel.of(network, films, done -> {}).kernel();
            double step = 1e-6;
            double[] before = network.forward(films).doubles();
            List<Tensor> parameters = List.copyOf(network.parameters().values());
            List<Tensor> gradients = Gradients.of(
                    network.forward(films.narrow(0, 1, 1)).reshape(2).select(0, 0), parameters);
            try (Gradients off = Gradients.off()) {
                for (int i = 0; i < parameters.size(); i++) {
                    parameters
                            .get(i)
                            .assign(parameters.get(i).plus(gradients.get(i).times(step)));
                }
            }
            double[] after = network.forward(films).doubles();
            for (int row = 0; row < kernel.side(); row++) {
                double expected = kernel.value(row, 2);
                assertThat((after[row] - before[row]) / step)
                        .isCloseTo(expected, within(1e-3 * Math.abs(expected) + 1e-4 * kernel.value(2, 2)));
            }
        }
    }

    @Test
    void blocks_changeNothing_howeverSmall() {
        try (Network network = network()) {
            Tensor films = films();
            EmpiricalKernel whole = EmpiricalKernel.of(network, films, done -> {});
            EmpiricalKernel pieces = EmpiricalKernel.of(network, films, 20_000, done -> {});
            assertThat(pieces.kernel().driftSince(whole.kernel())).isLessThan(1e-6);
            assertThat(pieces.traces().keySet())
                    .containsExactlyElementsOf(whole.traces().keySet());
        }
    }

    /** The last layer's gradients are the hidden units and a one for the bias. */
    @Test
    void traces_addUp_andTheLastLayersIsItsUnits() {
        try (Network network = network()) {
            Tensor films = films();
            EmpiricalKernel empirical = EmpiricalKernel.of(network, films, done -> {});
            double sum = empirical.traces().values().stream()
                    .mapToDouble(Double::doubleValue)
                    .sum();
            assertThat(sum).isCloseTo(empirical.kernel().trace(), within(1e-6 * sum));
            assertThat(empirical.traces()).containsKey("classifier.0").containsKey("features.norm5");
            double last = empirical.traces().get("classifier.2");
            assertThat(last).isGreaterThanOrEqualTo(2.0 * FILMS);
            assertThat(empirical.lastLayerShare()).isCloseTo(last / sum, within(1e-12));
        }
    }

    @Test
    void progress_growsToOne() {
        try (Network network = network()) {
            List<Double> shares = new ArrayList<>();
            EmpiricalKernel.of(network, films(), 200_000, shares::add);
            assertThat(shares)
                    .isSorted()
                    .endsWith(1.0)
                    .hasSizeGreaterThan(FILMS)
                    .allMatch(share -> share > 0);
        }
    }

    @Test
    void nothing_isLeftAlive_norGathered() {
        try (Network network = network()) {
            Tensor films = films();
            EmpiricalKernel.of(network, films, done -> {});
            long before = Libtorch.liveObjects();
            EmpiricalKernel.of(network, films, done -> {});
            assertThat(Libtorch.liveObjects()).isEqualTo(before);
        }
    }

    @Test
    void networkInTraining_orOneFilm_isRefused() {
        try (Network network = network()) {
            Tensor one = random.normal(1, 1, 16, 16);
            assertThatThrownBy(() -> EmpiricalKernel.of(network, one, done -> {}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a tangent kernel is of at least 2 films, was of 1");
            network.training(true);
            assertThatThrownBy(() -> EmpiricalKernel.of(network, films(), done -> {}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("evaluation mode");
        }
    }

    @Test
    void networkThatGivesNoNumbers_isRefused() {
        try (Network network = network()) {
            try (Gradients off = Gradients.off()) {
                network.parameters().get("classifier.0.weight").assign(Tensors.full(Double.NaN, 1));
            }
            assertThatThrownBy(() -> EmpiricalKernel.of(network, films(), done -> {}))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("must be finite, was NaN");
        }
    }
}
