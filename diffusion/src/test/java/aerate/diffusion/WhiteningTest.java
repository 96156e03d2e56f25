package aerate.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import aerate.tensor.Generator;
import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WhiteningTest {
    private static final NoiseSchedule SCHEDULE = NoiseSchedule.linear(1000);

    private final Scope scope = Scope.open();

    @AfterEach
    void free() {
        scope.close();
    }

    @Test
    void gaussianNoise_whitensAsTheFormulaSays() {
        for (Whitening at : measure(NoiseKind.GAUSSIAN, 0, 300, 1000)) {
            assertThat(at.signal()).isCloseTo(at.expectedSignal(), within(0.02));
            for (int i : new int[] {0, 1, 8, 15}) {
                double expected = at.expectedEigenvalues().get(i);
                assertThat(at.eigenvalues().get(i))
                        .isCloseTo(expected, within(0.16 * expected)); // 16 pixels of 4,000 films spread by 13 %
            }
            if (at.level() > 0) {
                double expected = at.expectedSignalToNoise();
                assertThat(at.signalToNoise()).isCloseTo(expected, within(0.05 * expected + 1e-3));
            }
            assertThat(at.whiteness()).isCloseTo(at.expectedWhiteness(), within(0.03));
        }
    }

    @Test
    void whiteness_risesToOne() {
        List<Whitening> measured = measure(NoiseKind.GAUSSIAN, 0, 100, 300, 1000);
        assertThat(measured).extracting(Whitening::whiteness).isSorted();
        assertThat(measured.get(0).whiteness()).isLessThan(0.2);
        assertThat(measured.get(3).whiteness()).isGreaterThan(0.98);
    }

    /** Simplex noise is smooth: its pixels vary together, and nothing is whitened. */
    @Test
    void simplexNoise_doesNotWhiten() {
        assertThat(measure(NoiseKind.SIMPLEX, 1000).get(0).whiteness()).isLessThan(0.5);
    }

    @Test
    void tooFewOrEqualFilms_areRefused() {
        assertThatThrownBy(() -> Whitening.of(Tensors.zeros(1, 1, 4, 4), SCHEDULE, NoiseKind.GAUSSIAN, List.of(1), 1))
                .hasMessage("whitening is measured on at least 2 films, had 1");
        assertThatThrownBy(() -> Whitening.of(Tensors.zeros(5, 1, 4, 4), SCHEDULE, NoiseKind.GAUSSIAN, List.of(1), 1))
                .hasMessage("whitening is measured on films that differ, all were the same");
    }

    /** Of films whose pixels are all but one number, with a little of their own. */
    private static List<Whitening> measure(NoiseKind kind, Integer... levels) {
        try (Generator random = Generator.seeded(3)) {
            Tensor common = random.normal(4000, 1, 1, 1);
            Tensor films = common.times(0.5).plus(random.normal(4000, 1, 4, 4).times(0.1));
            return Whitening.of(films, SCHEDULE, kind, List.of(levels), 1);
        }
    }
}
