package aerate.training.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TangentKernelTest {
    private static final double[] LABELS = {-1, 1, 1, -1, 1};

    @Test
    void alignment_ofTheLabelsOwnKernel_isOne_atAnyScaleAndOffset() {
        double[] ideal = new double[25];
        Arrays.setAll(ideal, i -> 3 * LABELS[i / 5] * LABELS[i % 5] + 7);
        assertThat(new TangentKernel(5, 1, ideal).alignment(LABELS)).isCloseTo(1, within(1e-12));
        assertThat(new TangentKernel(5, 1, ideal).alignment(0, 1, 1, 0, 1)).isCloseTo(1, within(1e-12));
    }

    /** Centred, an identity of five is I − 11ᵀ/5, of norm 2: the alignment is y·y / (2 y·y). */
    @Test
    void alignment_ofAKernelThatKnowsNoLikeness_isWhatItsRankAllows() {
        assertThat(identity(5).alignment(LABELS)).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void alignment_ofOneClassOnly_isRefused() {
        assertThatThrownBy(() -> identity(3).alignment(1, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("alignment needs films of both classes, had one only");
        assertThatThrownBy(() -> identity(3).alignment(1, 1)).hasMessageContaining("each of 3 films, had 1 and 2");
    }

    @Test
    void drift_isRelative() {
        TangentKernel doubled = new TangentKernel(2, 1, 2, 0, 0, 2);
        assertThat(doubled.driftSince(identity(2))).isCloseTo(1, within(1e-15));
        assertThat(identity(2).driftSince(doubled)).isCloseTo(0.5, within(1e-15));
        assertThat(doubled.driftSince(doubled)).isZero();
        assertThatThrownBy(() -> doubled.driftSince(identity(3))).hasMessageContaining("were of 2 x 1 and 3 x 1");
    }

    @Test
    void combination_isTheKernelOfTheMargin() {
        TangentKernel kernel = new TangentKernel(2, 2, 4, 1, 2, 0, 1, 3, 1, 1, 2, 1, 5, 2, 0, 1, 2, 6);
        TangentKernel margin = kernel.ofCombination(-1, 1);
        assertThat(margin.outputs()).isEqualTo(1);
        assertThat(margin.values()).containsExactly(4 - 2 * 1 + 3, 2 - 0 - 1 + 1, 2 - 1 - 0 + 1, 5 - 2 * 2 + 6);
        assertThatThrownBy(() -> kernel.ofCombination(1)).hasMessageContaining("each of 2 outputs, had 1");
    }

    @Test
    void first_isTheCorner() {
        TangentKernel kernel = new TangentKernel(3, 1, 1, 2, 3, 2, 5, 6, 3, 6, 9);
        assertThat(kernel.ofFirst(2).values()).containsExactly(1, 2, 2, 5);
    }

    @Test
    void kernel_thatIsNotFinite_isRefusedByTheFilms() {
        assertThatThrownBy(() -> new TangentKernel(2, 1, 1, Double.NaN, Double.NaN, 1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("a tangent kernel must be finite, was NaN between film 0 and film 1");
    }

    @Test
    void kernel_ofFewerThanTwoFilms_orOfAnotherSize_isRefused() {
        assertThatThrownBy(() -> new TangentKernel(1, 2, 1, 0, 0, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a tangent kernel is of at least 2 films, was of 1");
        assertThatThrownBy(() -> new TangentKernel(2, 1, 1, 2, 3))
                .hasMessage("a tangent kernel must have 4 values, had 3");
        assertThatThrownBy(() -> new TangentKernel(2, 0)).hasMessageContaining("at least 1 output, had 0");
    }

    private static TangentKernel identity(int films) {
        double[] values = new double[films * films];
        for (int i = 0; i < films; i++) {
            values[i * films + i] = 1;
        }
        return new TangentKernel(films, 1, values);
    }
}
