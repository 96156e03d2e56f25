package aerate.training.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import aerate.tensor.Generator;
import aerate.tensor.Libtorch;
import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KernelRegressionTest {
    private static final int LEARNT = 6;
    private static final int ALL = 9;
    private static final int LENGTH = 10;

    /** A network and films, three of which it does not learn from. */
    private static final class Setting implements AutoCloseable {
        private final Scope scope = Scope.open();
        private final Perceptron network;
        private final Tensor films;
        private final Tensor targets;
        private final KernelRegression regression;

        Setting(int... sizes) {
            network = new Perceptron(sizes);
            try (Generator random = Generator.seeded(8)) {
                network.initialise(random);
                films = random.normal(ALL, LENGTH);
                targets = random.normal(LEARNT, 2);
            }
            TangentKernel kernel =
                    EmpiricalKernel.of(network, films, done -> {}).kernel();
            regression = new KernelRegression(kernel, scores(), targets.doubles());
        }

        double[] scores() {
            try (Scope inner = Scope.open()) {
                return network.forward(films).doubles();
            }
        }

        void descend(double learningRate, int steps) {
            try (Scope inner = Scope.open()) {
                Descent.run(network, films.narrow(0, 0, LEARNT), targets, learningRate, steps);
            }
        }

        double loss() {
            try (Scope inner = Scope.open()) {
                return Descent.loss(network, films.narrow(0, 0, LEARNT), targets);
            }
        }

        @Override
        public void close() {
            network.close();
            scope.close();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 1000, 4000})
    void linearNetwork_trainedInSmallSteps_goesWhereForetold(int steps) {
        try (Setting linear = new Setting(LENGTH, 2)) {
            double rate = 0.003;
            linear.descend(rate, steps);
            assertThat(linear.scores()).containsExactly(linear.regression.scores(rate * steps), within(5e-3));
            assertThat(linear.loss()).isCloseTo(linear.regression.loss(rate * steps), within(1e-3));
        }
    }

    /** Width 2048: what is left of the distance to the linearised network is of the order of 1/√width. */
    @Test
    void wideNetwork_trainedInSmallSteps_goesNearWhereForetold_alsoOnUnseenFilms() {
        try (Setting wide = new Setting(LENGTH, 2048, 2)) {
            double rate = 0.05;
            int steps = 40;
            double[] before = wide.scores();
            double lossBefore = wide.loss();
            wide.descend(rate, steps);
            double[] after = wide.scores();
            double[] foretold = wide.regression.scores(rate * steps);
            double error = 0;
            double way = 0;
            for (int i = 2 * LEARNT; i < after.length; i++) { // the films that it did not learn from
                error += Math.pow(after[i] - foretold[i], 2);
                way += Math.pow(after[i] - before[i], 2);
            }
            assertThat(Math.sqrt(error / way)).isLessThan(0.1);
            assertThat(wide.loss()).isCloseTo(wide.regression.loss(rate * steps), within(0.05 * lossBefore));
            assertThat(wide.loss()).isLessThan(0.5 * lossBefore);
        }
    }

    @Test
    void scores_beginAtTheStart_andEndAtTheTargets() {
        try (Setting linear = new Setting(LENGTH, 2)) {
            assertThat(linear.regression.scores(0)).containsExactly(linear.scores(), within(1e-12));
            double[] end = linear.regression.scores(1e6);
            double[] targets = linear.targets.doubles();
            for (int i = 0; i < targets.length; i++) {
                assertThat(end[i]).isCloseTo(targets[i], within(1e-4));
            }
            assertThat(linear.regression.loss(0)).isCloseTo(linear.loss(), within(1e-6));
        }
    }

    @Test
    void timeTo_isWhenTheLossIsThere() {
        try (Setting linear = new Setting(LENGTH, 2)) {
            double time = linear.regression.timeTo(0.1);
            assertThat(linear.regression.loss(time))
                    .isCloseTo(0.1 * linear.regression.loss(0), within(1e-5 * linear.regression.loss(0)));
            assertThatThrownBy(() -> linear.regression.timeTo(1)).hasMessageContaining("in (0, 1), was 1.0");
        }
    }

    @Test
    void whatTheKernelCannotReach_isNeverLearnt() {
        TangentKernel flat = new TangentKernel(2, 1, 1, 1, 1, 1);
        KernelRegression opposed = new KernelRegression(flat, new double[] {0, 0}, 1, -1);
        assertThat(opposed.timeTo(0.5)).isInfinite();
        assertThat(opposed.scores(100)).containsExactly(new double[] {0, 0}, within(1e-12));
    }

    @Test
    void numbersThatDoNotFit_areRefused() {
        TangentKernel kernel = new TangentKernel(2, 1, 1, 0, 0, 1);
        assertThatThrownBy(() -> new KernelRegression(kernel, new double[1], 1, 1))
                .hasMessageContaining("2 rows, had 1");
        assertThatThrownBy(() -> new KernelRegression(kernel, new double[2], 1, 1, 1))
                .hasMessageContaining("were 3");
    }

    @Test
    void descent_leavesNothingAlive() {
        try (Setting linear = new Setting(LENGTH, 2)) {
            linear.descend(0.01, 2);
            long before = Libtorch.liveObjects();
            linear.descend(0.01, 2);
            linear.loss();
            assertThat(Libtorch.liveObjects()).isEqualTo(before);
        }
    }
}
