package aerate.diffusion;

import static org.assertj.core.api.Assertions.assertThat;

import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NoiseTest {
    private static final int PIXELS = 64 * 64;
    private static final double FIVE_DEVIATIONS = 5 / Math.sqrt(PIXELS);

    private final Scope scope = Scope.open();

    @AfterEach
    void free() {
        scope.close();
    }

    @Test
    void seeded_sameSeedAndLevel_isTheSame() {
        assertThat(noise(5).at(17).floats()).isEqualTo(noise(5).at(17).floats());
    }

    @Test
    void seeded_neighbouringSeedsAndLevels_areUncorrelated() {
        Tensor one = noise(5).at(17);
        assertThat(correlation(one, noise(5).at(18))).isBetween(-FIVE_DEVIATIONS, FIVE_DEVIATIONS);
        assertThat(correlation(one, noise(6).at(17))).isBetween(-FIVE_DEVIATIONS, FIVE_DEVIATIONS);
        assertThat(correlation(one, noise(6).at(16))).isBetween(-FIVE_DEVIATIONS, FIVE_DEVIATIONS);
    }

    @Test
    void seeded_imageDependsOnNoBatchMate() {
        float[] alone = noise(5).at(3).floats();
        assertThat(noise(4, 5, 6).at(3).narrow(0, 1, 1).floats()).isEqualTo(alone);
    }

    @Test
    void weighted_isTimesTheWeightAtEveryLevel() {
        Tensor half = Tensors.full(0.5, 1, 1, 64, 64);
        assertThat(noise(5).weighted(half).at(9).floats())
                .isEqualTo(noise(5).at(9).times(0.5).floats());
        assertThat(noise(5).weighted(half).forward().floats())
                .isEqualTo(noise(5).at(0).times(0.5).floats());
    }

    private static Noise noise(long... seeds) {
        return Noise.seeded(seeds, 1, 64, 64);
    }

    private static double correlation(Tensor one, Tensor other) {
        return one.times(other).mean().item();
    }
}
