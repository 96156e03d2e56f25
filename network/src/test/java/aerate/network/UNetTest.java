package aerate.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import aerate.tensor.Functions;
import aerate.tensor.Generator;
import aerate.tensor.Gradients;
import aerate.tensor.Optimizer;
import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UNetTest {
    private static final UNet.Shape TINY = new UNet.Shape(8, 1, 8, List.of(1, 2), 1, List.of(4), 2, 0);

    private final Scope scope = Scope.open();
    private final Generator random = Generator.seeded(1);
    private final Tensor noisy = random.normal(3, 1, 8, 8);
    private final Tensor levels = Tensors.of(new long[] {1, 300, 1000}, 3);

    @AfterEach
    void free() {
        random.close();
        scope.close();
    }

    @ParameterizedTest
    @CsvSource({"16, 1, 1", "16, 3, 2", "24, 1, 3", "32, 4, 1"})
    void forward_givesTheShapeOfItsImages(int size, int channels, int blocks) {
        UNet.Shape shape = new UNet.Shape(size, channels, 8, List.of(1, 2, 2), blocks, List.of(size / 2), 1, 0);
        try (UNet unet = new UNet(shape)) {
            Tensor images = Tensors.zeros(2, channels, size, size);
            assertThat(unet.forward(images, Tensors.of(new long[] {1, 2}, 2)).shape())
                    .containsExactly(2, channels, size, size);
        }
    }

    @Test
    void parameterCount_isThatCountedByHand() {
        try (UNet unet = new UNet(new UNet.Shape(8, 1, 4, List.of(1, 2), 1, List.of(), 1, 0))) {
            long ends = 352 + 40 + 8 + 37; // time, entry, norm, exit
            long down = 380 + 148 + 1080; // 4 -> 4, resize, 4 -> 8
            long middle = 1336 + 304 + 1336; // 8 -> 8, attention, 8 -> 8
            long up = 2064 + 1736 + 584 + 736 + 568; // 16 -> 8, 12 -> 8, resize, 12 -> 4, 8 -> 4
            assertThat(unet.parameterCount()).isEqualTo(ends + down + middle + up);
        }
    }

    /** 35.7 M in Ho et al. 2020, appendix B; to the unit that of public ports of its CIFAR-10 network. */
    @Test
    void parameterCount_ofHosCifarNetwork_isThePublishedOne() {
        try (UNet unet = new UNet(new UNet.Shape(32, 3, 128, List.of(1, 2, 2, 2), 2, List.of(16), 1, 0.1))) {
            assertThat(unet.parameterCount()).isEqualTo(35_746_307);
        }
    }

    @Test
    void forward_initialised_isZero() {
        try (UNet unet = new UNet(TINY)) {
            unet.initialise(random);
            assertThat(unet.parameters().get("entry.weight").abs().max().item()).isPositive();
            assertThat(unet.forward(noisy, levels).abs().max().item()).isZero();
        }
    }

    @Test
    void forward_dependsOnTheLevel() {
        try (UNet unet = random()) {
            Tensor other = unet.forward(noisy, Tensors.of(new long[] {1, 300, 500}, 3));
            Tensor change = unet.forward(noisy, levels).minus(other).abs();
            assertThat(change.narrow(0, 0, 2).max().item()).isLessThan(1e-5);
            assertThat(change.narrow(0, 2, 1).max().item()).isGreaterThan(1e-2);
        }
    }

    @Test
    void forward_ofAnImage_dependsOnNoBatchMate() {
        try (UNet unet = random()) {
            Tensor alone = unet.forward(noisy.narrow(0, 1, 1), levels.narrow(0, 1, 1));
            Tensor together = unet.forward(noisy, levels).narrow(0, 1, 1);
            assertThat(together.minus(alone).abs().max().item()).isLessThan(1e-4);
        }
    }

    @Test
    void forward_channelsLast_isTheSame() {
        try (UNet unet = random()) {
            Tensor expected = unet.forward(noisy, levels);
            unet.channelsLast();
            Tensor actual = unet.forward(noisy.channelsLast(), levels);
            assertThat(actual.minus(expected).abs().max().item()).isLessThan(1e-4);
        }
    }

    /** Central differences along random directions of all parameters at once. */
    @Test
    void gradient_isThatOfFiniteDifferences() {
        try (UNet unet = random()) {
            loss(unet).backward();
            for (int trial = 0; trial < 5; trial++) {
                List<Tensor> direction = new ArrayList<>();
                double expected = 0;
                for (Tensor parameter : unet.parameters().values()) {
                    Tensor along = random.normal(parameter.shape());
                    direction.add(along);
                    expected += along.times(parameter.gradient()).sum().item();
                }
                final double width = 2e-4;
                double above = lossAfter(unet, direction, width);
                double below = lossAfter(unet, direction, -2 * width);
                lossAfter(unet, direction, width); // back where it was
                assertThat((above - below) / (2 * width)).isCloseTo(expected, within(0.02 * Math.abs(expected) + 0.02));
            }
        }
    }

    @Test
    void training_overfitsOneBatch() {
        try (UNet unet = new UNet(TINY)) {
            unet.initialise(random);
            List<Tensor> parameters = List.copyOf(unet.parameters().values());
            double before = loss(unet).item();
            try (Optimizer optimizer = Optimizer.adamW(parameters, 0)) {
                for (int step = 0; step < 300; step++) {
                    try (Scope inner = Scope.open()) {
                        optimizer.clearGradients();
                        loss(unet).backward();
                        optimizer.step(3e-3);
                    }
                }
            }
            assertThat(before).isBetween(0.5, 1.5);
            assertThat(loss(unet).item()).isLessThan(0.02 * before);
        }
    }

    @Test
    void forward_ofKnownClass_dependsOnIt_andStartsWithout() {
        UNet.Shape shape = new UNet.Shape(8, 1, 8, List.of(1, 2), 1, List.of(), 1, 0, Optional.of(2));
        try (UNet unet = new UNet(shape)) {
            unet.initialise(random);
            try (Gradients off = Gradients.off()) {
                Tensor exit = unet.parameters().get("exit.weight");
                exit.assign(random.normal(exit.shape()));
                Tensor second = unet.parameters().get("middle.residual.conv2.weight");
                second.assign(random.normal(second.shape()).times(0.1));
            }
            Tensor untold = unet.forward(noisy, levels);
            Tensor told = unet.forward(noisy, levels, Tensors.of(new long[] {0, 1, 2}, 3));
            assertThat(told.minus(untold).abs().max().item()).isZero(); // every class begins as the untold
            try (Gradients off = Gradients.off()) {
                Tensor table = unet.parameters().get("label.weight");
                assertThat(table.shape()).containsExactly(3, 32);
                table.assign(random.normal(table.shape()));
            }
            Tensor change = unet.forward(noisy, levels, Tensors.of(new long[] {0, 1, 2}, 3))
                    .minus(unet.forward(noisy, levels))
                    .abs();
            assertThat(change.narrow(0, 0, 1).max().item()).isPositive();
            assertThat(change.narrow(0, 1, 1).max().item()).isPositive();
            assertThat(change.narrow(0, 2, 1).max().item()).isZero();
            assertThatThrownBy(() -> unet.forward(noisy, levels, Tensors.of(new long[] {0, 1, 3}, 3)))
                    .hasMessage("a label must be in [0, 2], was 3");
        }
    }

    @Test
    void impossibleShapes_areRefusedWithTheRule() {
        assertThatThrownBy(() -> shape(10, List.of(1, 2, 2), 8, 1)).hasMessage("size must be a multiple of 4, was 10");
        assertThatThrownBy(() -> shape(8, List.of(), 8, 1)).hasMessageContaining("at least one level, were []");
        assertThatThrownBy(() -> shape(8, List.of(1), 5, 1)).hasMessage("width must be even and at least 4, was 5");
        assertThatThrownBy(() -> shape(8, List.of(1), 8, 3))
                .hasMessage("heads must divide every level's channels, were 3");
    }

    private static UNet.Shape shape(int size, List<Integer> multipliers, int width, int heads) {
        return new UNet.Shape(size, 1, width, multipliers, 1, List.of(), heads, 0);
    }

    /** With all parameters drawn, those too that an initialised network has at zero. */
    private UNet random() {
        UNet unet = new UNet(TINY);
        unet.initialise(random);
        try (Gradients off = Gradients.off()) {
            unet.parameters()
                    .values()
                    .forEach(parameter -> parameter.assign(
                            parameter.plus(random.normal(parameter.shape()).times(0.1))));
        }
        return unet;
    }

    /** How far the network is from a fixed function of its images. */
    private Tensor loss(UNet unet) {
        return Functions.meanSquaredError(
                unet.forward(noisy, levels), noisy.square().minus(1).times(0.7));
    }

    private double lossAfter(UNet unet, List<Tensor> direction, double distance) {
        try (Gradients off = Gradients.off()) {
            int i = 0;
            for (Tensor parameter : unet.parameters().values()) {
                parameter.assign(parameter.plus(direction.get(i++).times(distance)));
            }
            return loss(unet).item();
        }
    }
}
