package aerate.tensor.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import aerate.tensor.Generator;
import aerate.tensor.Gradients;
import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LayersTest {
    private final Scope scope = Scope.open();
    private final Generator random = Generator.seeded(1);

    @AfterEach
    void free() {
        random.close();
        scope.close();
    }

    @Test
    void conv_atStrideOne_keepsTheSize_atTwoHalvesIt() {
        Tensor x = Tensors.zeros(2, 3, 8, 6);
        assertThat(Conv.of(3, 5, 3, 1).forward(x).shape()).containsExactly(2, 5, 8, 6);
        assertThat(Conv.biased(3, 5, 1, 1).forward(x).shape()).containsExactly(2, 5, 8, 6);
        assertThat(Conv.of(3, 5, 7, 2).forward(x).shape()).containsExactly(2, 5, 4, 3);
    }

    @Test
    void conv_rectangular_keepsTheSize_unpaddedLosesABorder() {
        Tensor x = Tensors.zeros(2, 3, 8, 6);
        assertThat(Conv.rectangular(3, 5, 1, 7).forward(x).shape()).containsExactly(2, 5, 8, 6);
        assertThat(Conv.rectangular(3, 5, 7, 1).forward(x).shape()).containsExactly(2, 5, 8, 6);
        assertThat(Conv.unpadded(3, 5, 3, 1).forward(x).shape()).containsExactly(2, 5, 6, 4);
        assertThat(Conv.unpadded(3, 5, 3, 2).forward(x).shape()).containsExactly(2, 5, 3, 2);
    }

    @Test
    void conv_rectangular_looksAlongItsOwnAxisOnly() {
        Conv conv = Conv.rectangular(1, 1, 1, 3);
        try (Gradients off = Gradients.off()) {
            conv.parameters().get("weight").assign(Tensors.full(1, 1, 1, 1, 3));
        }
        Tensor x = Tensors.of(new float[] {1, 2, 3, 10, 20, 30}, 1, 1, 2, 3);
        assertThat(conv.forward(x).floats()).containsExactly(3, 6, 5, 30, 60, 50);
    }

    @Test
    void batchNorm_epsilon_isAddedToTheVariance() {
        BatchNorm norm = BatchNorm.of(1, 3);
        norm.initialise(random); // variance 1
        assertThat(norm.forward(Tensors.full(8, 1, 1, 2, 2)).floats()).containsOnly(4);
    }

    @Test
    void conv_drawn_hasTheVarianceOfHe() {
        Conv conv = Conv.biased(32, 64, 3, 1);
        conv.initialise(random);
        Tensor weight = conv.parameters().get("weight");
        double expected = 2.0 / (32 * 9);
        double n = weight.count();
        assertThat(weight.square().mean().item()).isCloseTo(expected, within(5 * expected * Math.sqrt(2 / n)));
        assertThat(conv.parameters().get("bias").floats()).containsOnly(0);
    }

    @Test
    void conv_cleared_givesItsBias() {
        Conv conv = Conv.biased(3, 2, 3, 1);
        conv.initialise(random);
        conv.clear();
        assertThat(conv.forward(random.normal(1, 3, 4, 4)).floats()).containsOnly(0);
    }

    @Test
    void linear_drawn_staysWithinItsBound() {
        Linear linear = Linear.of(16, 100);
        linear.initialise(random);
        assertThat(linear.weight().abs().max().item()).isBetween(0.24, 0.25);
        assertThat(linear.forward(Tensors.zeros(2, 5, 16)).shape()).containsExactly(2, 5, 100);
    }

    @Test
    void batchNorm_training_normalisesEachChannel_andInferenceForgetsNothing() {
        BatchNorm norm = BatchNorm.of(2);
        norm.initialise(random);
        Tensor x = random.normal(16, 2, 8, 8).times(3).plus(4);
        assertThat(norm.forward(x).minus(x).abs().max().item()).isLessThan(1e-3); // nothing seen yet
        norm.training(true);
        Tensor y = norm.forward(x);
        assertThat(y.mean().item()).isCloseTo(0, within(1e-4));
        assertThat(y.square().mean().item()).isCloseTo(1, within(1e-3));
        assertThat(norm.state().get("running_mean").floats()[0]).isCloseTo(0.4f, within(0.1f));
    }

    @Test
    void groupNorm_isBlindToTheScaleOfAnImage() {
        GroupNorm norm = GroupNorm.of(2, 4);
        norm.initialise(random);
        Tensor x = random.normal(3, 4, 5, 5);
        assertThat(norm.forward(x.times(10)).minus(norm.forward(x)).abs().max().item())
                .isLessThan(1e-3);
    }

    @Test
    void groupNorm_groupsThatDoNotDivide_areRefused() {
        assertThatThrownBy(() -> GroupNorm.of(3, 4))
                .hasMessage("channels must be a multiple of the groups, were 4 and 3");
    }
}
