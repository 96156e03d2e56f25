package aerate.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OptimizerTest {
    private final Scope scope = Scope.open();

    static List<Named<Function<List<Tensor>, Optimizer>>> optimizers() {
        return List.of(
                Named.of("Nesterov", parameters -> Optimizer.sgd(parameters, 0.9, true, 1e-3)),
                Named.of("Adam", parameters -> Optimizer.adam(parameters, 1e-3)),
                Named.of("AdamW", parameters -> Optimizer.adamW(parameters, 1e-2)));
    }

    @AfterEach
    void free() {
        scope.close();
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void resumed_goesOnAsThoughUninterrupted(Function<List<Tensor>, Optimizer> make, @TempDir Path folder)
            throws IOException {
        Path file = folder.resolve("state");
        Tensor through = parameter();
        try (Optimizer optimizer = make.apply(List.of(through))) {
            steps(optimizer, through, 7);
            optimizer.save(file);
            Tensor resumed = through.detach().copy().requiresGradient();
            steps(optimizer, through, 5);
            try (Optimizer fresh = make.apply(List.of(resumed))) {
                fresh.load(file);
                steps(fresh, resumed, 5);
            }
            assertThat(resumed.floats()).isEqualTo(through.floats());
        }
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void steps_leadToTheMinimum(Function<List<Tensor>, Optimizer> make) {
        Tensor parameter = parameter();
        try (Optimizer optimizer = make.apply(List.of(parameter))) {
            double before = loss(parameter).item();
            steps(optimizer, parameter, 300);
            assertThat(loss(parameter).item()).isLessThan(0.05 * before);
        }
    }

    @Test
    void sgd_isThatByHand() {
        Tensor x = Tensors.full(1, 1).requiresGradient(); // gradient of x² is 2x
        try (Optimizer optimizer = Optimizer.sgd(List.of(x), 0.5, false, 0)) {
            step(optimizer, x.square(), 0.1); // velocity 2
            assertThat(x.item()).isCloseTo(0.8, within(1e-6));
            step(optimizer, x.square(), 0.1); // velocity 0.5 · 2 + 1.6
            assertThat(x.item()).isCloseTo(0.54, within(1e-6));
        }
    }

    @Test
    void nesterov_looksAhead() {
        Tensor x = Tensors.full(1, 1).requiresGradient();
        try (Optimizer optimizer = Optimizer.sgd(List.of(x), 0.5, true, 0)) {
            step(optimizer, x.square(), 0.1); // 2 + 0.5 · 2
            assertThat(x.item()).isCloseTo(0.7, within(1e-6));
        }
    }

    @Test
    void step_atRateZero_changesNothing() {
        Tensor x = parameter();
        float[] before = x.floats();
        try (Optimizer optimizer = Optimizer.adam(List.of(x), 0)) {
            step(optimizer, loss(x), 0);
        }
        assertThat(x.floats()).isEqualTo(before);
    }

    @Test
    void save_leavesNothingNativeBehind(@TempDir Path folder) throws IOException {
        Tensor parameter = parameter();
        try (Optimizer optimizer = Optimizer.adam(List.of(parameter), 0)) {
            steps(optimizer, parameter, 1);
            optimizer.save(folder.resolve("state"));
            long before = Libtorch.liveObjects();
            for (int i = 0; i < 30; i++) {
                optimizer.save(folder.resolve("state"));
            }
            assertThat(Libtorch.liveObjects()).isEqualTo(before);
        }
    }

    @Test
    void save_thatCannotBeWritten_isAnErrorThatNamesTheFile(@TempDir Path folder) {
        Path file = folder.resolve("missing").resolve("state");
        try (Optimizer optimizer = Optimizer.adam(List.of(parameter()), 0)) {
            assertThatThrownBy(() -> optimizer.save(file))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(file.toString());
        }
    }

    @Test
    void load_ofAMissingFile_namesIt(@TempDir Path folder) {
        try (Optimizer optimizer = Optimizer.adam(List.of(parameter()), 0)) {
            assertThatThrownBy(() -> optimizer.load(folder.resolve("none")))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("none: optimizer state is missing or unreadable");
        }
    }

    @Test
    void load_ofADamagedFile_namesIt(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("state"), "no archive");
        try (Optimizer optimizer = Optimizer.adam(List.of(parameter()), 0)) {
            assertThatThrownBy(() -> optimizer.load(file))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(file + ": optimizer state is damaged");
        }
    }

    private static Tensor parameter() {
        return Tensors.of(new float[] {1, -2, 0.5f, 3}, 2, 2).requiresGradient();
    }

    private static Tensor loss(Tensor parameter) {
        return parameter.minus(0.3).square().sum();
    }

    private static void steps(Optimizer optimizer, Tensor parameter, int count) {
        for (int i = 0; i < count; i++) {
            step(optimizer, loss(parameter), 0.03);
        }
    }

    private static void step(Optimizer optimizer, Tensor loss, double rate) {
        optimizer.clearGradients();
        loss.backward();
        optimizer.step(rate);
    }
}
