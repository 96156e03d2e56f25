package aerate.tensor.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aerate.tensor.DataType;
import aerate.tensor.Generator;
import aerate.tensor.Libtorch;
import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ParameterTreeTest {
    private final Scope scope = Scope.open();
    private final Generator random = Generator.seeded(1);
    private final Branching tree = new Branching();

    @AfterEach
    void free() {
        tree.close();
        random.close();
        scope.close();
    }

    @Test
    void names_joinWithDots_inOrderOfDeclaration() {
        assertThat(tree.parameters().keySet())
                .containsExactly(
                        "scale",
                        "first.conv0.weight",
                        "first.norm0.weight",
                        "first.norm0.bias",
                        "last.weight",
                        "last.bias");
        assertThat(tree.state().keySet())
                .containsExactly(
                        "scale",
                        "first.conv0.weight",
                        "first.norm0.weight",
                        "first.norm0.bias",
                        "first.norm0.running_mean",
                        "first.norm0.running_var",
                        "last.weight",
                        "last.bias");
    }

    @Test
    void parameterCount_leavesBuffersOut() {
        assertThat(tree.parameterCount()).isEqualTo(1 + 4 * 9 + 4 + 4 + 4 * 2 + 2);
    }

    @Test
    void sameNameTwice_isRefused() {
        assertThatThrownBy(() -> tree.child("last", Linear.of(1, 1)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("there is a last already");
        assertThatThrownBy(() -> tree.parameter("scale", Tensors.zeros(1))).hasMessage("there is a scale already");
    }

    @Test
    void training_reachesEveryLevel() {
        assertThat(tree.norm.isTraining()).isFalse();
        tree.training(true);
        assertThat(tree.isTraining()).isTrue();
        assertThat(tree.norm.isTraining()).isTrue();
        tree.training(false);
        assertThat(tree.norm.isTraining()).isFalse();
    }

    @Test
    void initialise_ofOneSeed_isOneNetwork() {
        tree.initialise(random);
        float[] drawn = tree.parameters().get("first.conv0.weight").floats();
        try (Branching other = new Branching();
                Generator same = Generator.seeded(1)) {
            other.initialise(same);
            assertThat(other.parameters().get("first.conv0.weight").floats()).isEqualTo(drawn);
        }
        assertThat(drawn).doesNotContain(0);
    }

    @Test
    void initialise_letsTheParentHaveTheLastWord() {
        tree.initialise(random);
        assertThat(tree.parameters().get("scale").item()).isEqualTo(7);
        assertThat(tree.parameters().get("last.weight").floats()).containsOnly(5);
    }

    @Test
    void to_aType_convertsEverythingInPlace() {
        Tensor weight = tree.parameters().get("last.weight");
        tree.to(DataType.BFLOAT16);
        assertThat(tree.state().values())
                .allSatisfy(tensor -> assertThat(tensor.type()).isEqualTo(DataType.BFLOAT16));
        assertThat(weight.type()).isEqualTo(DataType.BFLOAT16);
    }

    @Test
    void channelsLast_laysOutConvolutionsAlone() {
        tree.channelsLast();
        assertThat(tree.parameters().get("first.conv0.weight").stride(3)).isEqualTo(1); // of one channel
        assertThat(tree.parameters().get("first.conv0.weight").stride(1)).isEqualTo(1);
        assertThat(tree.parameters().get("last.weight").stride(0)).isEqualTo(4);
    }

    @Test
    void parameters_gatherGradientsAfterAConversion() {
        tree.initialise(random);
        tree.channelsLast();
        tree.parameters().get("first.conv0.weight").square().sum().backward();
        assertThat(tree.parameters()
                        .get("first.conv0.weight")
                        .gradient()
                        .abs()
                        .max()
                        .item())
                .isPositive();
    }

    @Test
    void madeWithinAScope_survivesIt_andCloseFreesIt() {
        long before = Libtorch.liveObjects();
        Linear layer;
        try (Scope inner = Scope.open()) {
            layer = Linear.of(2, 3);
        }
        assertThat(layer.weight().floats()).hasSize(6);
        layer.close();
        assertThat(Libtorch.liveObjects()).isLessThanOrEqualTo(before);
    }

    /** A level without an object of its own in the names, a parameter of its own, and a child that it clears. */
    private static final class Branching extends ParameterTree {
        private final Tensor scale = parameter("scale", Tensors.zeros(1));
        private final BatchNorm norm;
        private final Linear last;

        Branching() {
            child("first.conv0", Conv.of(1, 4, 3, 1));
            norm = child("first.norm0", BatchNorm.of(4));
            last = child("last", Linear.of(4, 2));
        }

        @Override
        protected void drawParameters(Generator random) {
            scale.replaceData(Tensors.full(7, 1));
            last.weight().replaceData(Tensors.full(5, 2, 4));
        }
    }
}
