package aerate.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import aerate.tensor.Libtorch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A comparison of times means something only if both sides do the same work. */
final class SameNumbersTest {
    private static final int FILMS = 2;
    private static final int SIZE = 64;

    private ThroughAerate ours;
    private ThroughBytedeco raw;

    @BeforeEach
    void buildExact() {
        build(false);
    }

    private void build(boolean bfloat16) {
        Batch batch = Batch.draw(FILMS, SIZE, 1);
        ours = new ThroughAerate(batch, bfloat16, 1);
        raw = new ThroughBytedeco(batch, bfloat16, ours);
    }

    private ThroughBytedeco raw() {
        assumeTrue(Libtorch.convolutionsAreSound(), "convolutions of the plain library are wrong on this processor");
        return raw;
    }

    @AfterEach
    void free() {
        raw.close();
        ours.close();
    }

    @Test
    void inference_throughBoth_givesTheSameScores() {
        assertThat(raw().infer()).hasSize(2 * FILMS).containsExactly(ours.infer(), within(1e-5f));
    }

    @Test
    void inference_throughOnnxRuntime_givesTheSameScores() {
        try (ThroughOnnx onnx = new ThroughOnnx(ours.network(), SIZE, 1)) {
            assertThat(onnx.infer(Batch.draw(FILMS, SIZE, 1)))
                    .hasSize(2 * FILMS)
                    .containsExactly(ours.infer(), within(1e-4f));
        }
    }

    @Test
    void training_throughBoth_givesTheSameLosses() {
        ours.training(true);
        raw().training(true);
        double first = ours.train();
        assertThat(raw().train()).isCloseTo(first, within(1e-5));
        double second = ours.train();
        assertThat(second).isNotEqualTo(first);
        assertThat(raw().train()).isCloseTo(second, within(1e-4));
    }

    @Test
    void inference_afterTraining_givesTheSameScores() {
        ours.training(true);
        raw().training(true);
        float[] before = ours.infer();
        ours.train();
        raw().train();
        assertThat(ours.infer()).isNotEqualTo(before);
        assertThat(raw().infer()).containsExactly(ours.infer(), within(1e-3f));
    }

    @Test
    void lastFeatureMap_ofBoth_isChannelsLastInFloat32() {
        requireChannelsLast();
    }

    @Test
    void lastFeatureMap_ofBoth_isChannelsLastInBfloat16() {
        free();
        build(true);
        requireChannelsLast();
    }

    private void requireChannelsLast() {
        long[] channelsInnermost = {1024 * 2 * 2, 1, 1024 * 2, 1024};
        assertThat(ours.featureStrides()).containsExactly(channelsInnermost);
        assertThat(raw().featureStrides()).containsExactly(channelsInnermost);
    }
}
