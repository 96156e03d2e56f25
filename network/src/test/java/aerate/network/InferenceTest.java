package aerate.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import aerate.tensor.Device;
import aerate.tensor.Generator;
import aerate.tensor.Gradients;
import aerate.tensor.Libtorch;
import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InferenceTest {
    private final Scope scope = Scope.open();
    private final Gradients off = Gradients.off();

    @AfterEach
    void close() {
        off.close();
        scope.close();
    }

    @Test
    void denseNet_isFrozen_whereBfloat16IsPreferred() {
        try (Network network = drawn(DenseNet.small(1, 0, 2));
                Inference inference = Inference.of(network, Device.CPU)) {
            assertThat(inference instanceof FrozenDenseNet).isEqualTo(Libtorch.prefersBfloat16(Device.CPU));
        }
    }

    @Test
    void networkThatHoldsANaN_saysSo() {
        try (Network network = drawn(DenseNet.small(1, 0, 2))) {
            network.parameters()
                    .get("features.denseblock1.denselayer1.norm1.bias")
                    .assign(Tensors.full(Double.NaN, 24));
            try (Inference inference = Inference.of(network, Device.CPU)) {
                assertThat(inference
                                .infer(GoldenNumbers.films(1, 1).channelsLast())
                                .scores()
                                .floats())
                        .containsOnly(Float.NaN);
            }
        }
    }

    @Test
    void otherNetworks_giveMeansOfTheirLastMap_andTheirScores() {
        try (Network network = drawn(ResNet.resnet18(1, 0, 2));
                Inference inference = Inference.of(network, Device.CPU)) {
            Tensor films = GoldenNumbers.films(2, 1);
            Inference.Result result = inference.infer(films);
            assertThat(result.embedding().shape()).containsExactly(2, 512);
            float[] expected = network.forward(films).floats();
            assertThat(result.scores().floats()).containsExactly(expected, within(0.1f));
        }
    }

    private static Network drawn(Network network) {
        try (Generator random = Generator.seeded(1)) {
            network.initialise(random);
            return network;
        }
    }
}
