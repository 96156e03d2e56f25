package aerate.diffusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import aerate.tensor.DataType;
import aerate.tensor.Gradients;
import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On two classes of normal images, whose best denoisers and flows are known. */
class CounterfactualTest {
    private static final NoiseSchedule SCHEDULE = NoiseSchedule.linear(1000);
    private static final double DEVIATION = 0.2;
    private static final GaussianPrior HEALTHY = new GaussianPrior(SCHEDULE, -0.3, DEVIATION);
    private static final GaussianPrior DISEASED = new GaussianPrior(SCHEDULE, 0.5, DEVIATION);
    private static final int SIZE = 16;
    private static final double GREY_LEVEL = 2.0 / 255; // of [-1, 1]

    private final Scope scope = Scope.open();
    private final Gradients off = Gradients.off();
    private final Noise noise = Noise.seeded(new long[] {1, 2}, 1, SIZE, SIZE);
    private final Tensor films = noise.at(7).times(DEVIATION).plus(0.5);

    @AfterEach
    void free() {
        off.close();
        scope.close();
    }

    private static Tensor told(Tensor noisy, Tensor levels, Tensor labels) {
        Tensor sick = labels.to(DataType.FLOAT32).reshape(-1, 1, 1, 1);
        Tensor healthy = HEALTHY.clean(noisy, levels);
        return healthy.plus(DISEASED.clean(noisy, levels).minus(healthy).times(sick));
    }

    private static Counterfactual way(int stride, Optional<Control> control, double guidance) {
        return new Counterfactual(new Ddim(SCHEDULE, stride), CounterfactualTest::told, 0, 1, control, guidance);
    }

    /** The flow up to the code and down as healthy is in closed form; between two such classes it is linear in s. */
    @ParameterizedTest
    @CsvSource({"1, 1000, 1", "2, 500, 1", "2, 1000, 0.5", "5, 600, 1", "5, 600, 0"})
    void filmMovesFromTheDiseasedMeanTowardsTheHealthy_asFarAsItIsLed(double guidance, int lambda, double weight) {
        Tensor code = DISEASED.flowed(films, 0, 600);
        Tensor healthy = HEALTHY.flowed(code, 600, 0);
        double s = guidance * weight * lambda / 1000;
        Tensor expected = films.plus(healthy.minus(films).times(s));
        Tensor healed = way(2, Optional.empty(), guidance).heal(HEALTHY, films, weights(weight), lambda, noise);
        assertThat(healed.minus(expected).abs().max().item()).isLessThan((1 + s) * GREY_LEVEL);
        assertThat(healthy.minus(films).mean().item()).isCloseTo(-0.8, within(0.05));
    }

    @Test
    void notLed_itIsTheFilmAgain() {
        Tensor back = way(10, Optional.empty(), 0).heal(HEALTHY, films, weights(1), 600, noise);
        assertThat(back.minus(films).abs().max().item()).isLessThan(GREY_LEVEL);
        assertThat(way(50, Optional.empty(), 9)
                        .heal(HEALTHY, films, weights(1), 0, noise)
                        .floats())
                .isEqualTo(films.floats());
        assertThat(way(50, Optional.empty(), 9)
                        .heal(HEALTHY, films, weights(0), 600, noise)
                        .floats())
                .isEqualTo(films.floats());
    }

    @Test
    void controlLeadsToo_asFarAsLambda() {
        Control darker = (image, step, drawn) -> image.times(0).minus(3);
        List<Tensor> without = way(50, Optional.empty(), 1).heal(HEALTHY, films, weights(1), List.of(300, 600), noise);
        List<Tensor> with = way(50, Optional.of(darker), 1).heal(HEALTHY, films, weights(1), List.of(300, 600), noise);
        double half = with.get(0).minus(without.get(0)).mean().item();
        double whole = with.get(1).minus(without.get(1)).mean().item();
        assertThat(whole).isLessThan(-0.005);
        assertThat(half).isCloseTo(whole / 2, within(1e-5));
    }

    @Test
    void filmsOfACourse_areTheSameAsEachAlone_inWhateverOrder() {
        Control noisy = (image, step, drawn) -> drawn.at(step);
        Counterfactual way = way(50, Optional.of(noisy), 5);
        List<Integer> lambdas = List.of(400, 0, 110, 400);
        List<Tensor> course = way.heal(HEALTHY, films, weights(0.7), lambdas, noise);
        for (int i = 0; i < lambdas.size(); i++) {
            Tensor alone = way.heal(HEALTHY, films, weights(0.7), lambdas.get(i), noise);
            assertThat(course.get(i).minus(alone).abs().max().item()).isLessThan(1e-5);
        }
    }

    @ParameterizedTest
    @CsvSource({"50, 0", "50, 100", "70, 333"})
    void callsAreCounted(int stride, int lambda) {
        AtomicInteger asked = new AtomicInteger();
        ClassDenoiser counting = (noisy, levels, labels) -> {
            asked.incrementAndGet();
            return told(noisy, levels, labels);
        };
        Ddim ddim = new Ddim(SCHEDULE, stride);
        new Counterfactual(ddim, counting, 0, 1, Optional.empty(), 1)
                .heal(HEALTHY, films, weights(1), List.of(lambda, 0, 600 * lambda / 1000), noise);
        assertThat(asked).hasValue(Counterfactual.calls(ddim, List.of(lambda, 0, 600 * lambda / 1000)));
    }

    @Test
    void whatIsOutOfRange_isRefused() {
        assertThatThrownBy(() -> way(50, Optional.empty(), -1)).hasMessage("guidance must be at least 0, was -1.0");
        assertThatThrownBy(() -> way(50, Optional.empty(), 1).heal(HEALTHY, films, weights(1), 1001, noise))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1001");
        assertThatThrownBy(() -> way(50, Optional.empty(), 1).heal(HEALTHY, films, weights(1.5), 100, noise))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Tensor weights(double value) {
        return Tensors.full(value, 2, 1, SIZE, SIZE);
    }
}
