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
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AutoEncoderTest {
    private static final AutoEncoder.Shape TINY = new AutoEncoder.Shape(1, List.of(6, 8), List.of(1, 2), 3);

    private final Scope scope = Scope.open();
    private final Generator random = Generator.seeded(1);
    private final AutoEncoder encoder = new AutoEncoder(TINY);
    private final Tensor films = random.normal(2, 1, 16, 24).times(0.5);

    @BeforeEach
    void draw() {
        encoder.initialise(random);
    }

    @AfterEach
    void free() {
        encoder.close();
        random.close();
        scope.close();
    }

    @Test
    void latents_areSmallerByTheStride_andFilmsOfThemAsLargeAsBefore() {
        Tensor latents = encoder.latents(films);
        assertThat(TINY.stride()).isEqualTo(4);
        assertThat(latents.shape()).containsExactly(2, 3, 4, 6);
        assertThat(encoder.films(latents).shape()).containsExactly(2, 1, 16, 24);
    }

    @Test
    void parameterCount_isThatCountedByHand() {
        long down = (6 * 9 + 6) + blocks(6, 1) + (6 * 8 * 9 + 8) + blocks(8, 2);
        long ends = (8 * 6 * 9 + 6) + (3 * 8 * 9 + 8); // moments, entry
        long up = (8 * 24 + 24) + blocks(8, 2) + (6 * 4 * 9 + 4) + blocks(6, 1);
        assertThat(encoder.parameterCount()).isEqualTo(down + ends + up);
    }

    private static long blocks(int width, int count) {
        return count * 2L * (9L * width * width + width);
    }

    /** So that healing a region changes the film near it and nowhere else. */
    @Test
    void aChangedLatent_changesTheFilmNearItOnly() {
        Tensor latents = random.normal(1, 3, 32, 32);
        Tensor spot = Tensors.zeros(1, 3, 32, 32);
        spot.narrow(2, 0, 1).narrow(3, 0, 1).assign(Tensors.full(1, 1, 3, 1, 1));
        Tensor change =
                encoder.films(latents.plus(spot)).minus(encoder.films(latents)).abs();
        assertThat(change.narrow(2, 0, 4).narrow(3, 0, 4).max().item()).isPositive();
        assertThat(change.narrow(2, 64, 64).max().item()).isZero();
        assertThat(change.narrow(3, 64, 64).max().item()).isZero();
    }

    @Test
    void latents_afterTraining_haveMeanZeroAndVarianceOne() {
        encoder.training(true);
        try (Gradients off = Gradients.off()) {
            for (int step = 0; step < 600; step++) {
                try (Scope inner = Scope.open()) {
                    encoder.encode(films);
                }
            }
        }
        encoder.training(false);
        Tensor latents = encoder.latents(films);
        for (int channel = 0; channel < 3; channel++) {
            Tensor one = latents.select(1, channel);
            assertThat(one.mean().item()).isCloseTo(0, within(0.02));
            assertThat(one.square().mean().item()).isCloseTo(1, within(0.05));
        }
    }

    @Test
    void filmsOfLatents_areTheDecodedPosteriorMean() {
        Tensor decoded = encoder.decode(encoder.encode(films).mean());
        Tensor through = encoder.films(encoder.latents(films));
        assertThat(through.minus(decoded).abs().max().item()).isLessThan(1e-5);
    }

    @Test
    void training_overfitsOneBatch() {
        List<Tensor> parameters = List.copyOf(encoder.parameters().values());
        double before = error().item();
        try (Optimizer optimizer = Optimizer.adamW(parameters, 0)) {
            for (int step = 0; step < 400; step++) {
                try (Scope inner = Scope.open()) {
                    optimizer.clearGradients();
                    error().backward();
                    optimizer.step(3e-3);
                }
            }
        }
        assertThat(error().item()).isLessThan(0.2 * before);
    }

    private Tensor error() {
        return Functions.meanSquaredError(encoder.decode(encoder.encode(films).mean()), films);
    }

    @Test
    void gradient_isThatOfFiniteDifferences() {
        error().backward();
        Tensor weight = encoder.parameters().get("down.0.resize.weight");
        Tensor along = random.normal(weight.shape());
        double expected = along.times(weight.gradient()).sum().item();
        final double width = 1e-3;
        double above = moved(weight, along, width);
        double below = moved(weight, along, -2 * width);
        assertThat((above - below) / (2 * width)).isCloseTo(expected, within(0.02 * Math.abs(expected) + 1e-3));
    }

    private double moved(Tensor weight, Tensor along, double distance) {
        try (Gradients off = Gradients.off()) {
            weight.assign(weight.plus(along.times(distance)));
            return error().item();
        }
    }

    @Test
    void impossibleShapes_areRefusedWithTheRule() {
        assertThatThrownBy(() -> new AutoEncoder.Shape(1, List.of(4, 8), List.of(1), 3))
                .hasMessage("widths and blocks must be equally many, were [4, 8] and [1]");
        assertThatThrownBy(() -> new AutoEncoder.Shape(1, List.of(), List.of(), 3))
                .hasMessage("widths must name at least one level, were []");
        assertThatThrownBy(() -> new AutoEncoder.Shape(1, List.of(4), List.of(1), 0))
                .hasMessage("latent must be at least 1, was 0");
    }

    @Test
    void networkOfOtherLatents_isRefused() {
        UNet.Shape fits = new UNet.Shape(4, 3, 8, List.of(1), 1, List.of(), 1, 0);
        TINY.requireFit(fits, 16);
        assertThatThrownBy(() -> TINY.requireFit(fits, 32))
                .hasMessageContaining("latents of films of 32 px are 3 x 8 x 8: the network must take them");
        assertThatThrownBy(() -> TINY.requireFit(fits, 17)).hasMessageContaining("films of 17 px");
    }
}
