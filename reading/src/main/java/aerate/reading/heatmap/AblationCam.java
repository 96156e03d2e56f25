package aerate.reading.heatmap;

import aerate.network.Cut;
import aerate.tensor.Functions;
import aerate.tensor.Gradients;
import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import java.util.Arrays;

/**
 * Ablation-CAM (Desai &amp; Ramaswamy 2020, WACV, equations 1 and 2): w_k = y − y_k, by how much the class's score drops where
 * A^k is set to zero; L = ReLU(Σ_k w_k A^k). No gradients, so none that vanish or saturate.
 *
 * <p>The paper divides w by y, which only scales the map where y is positive and turns it over where y is negative: it is
 * left out. Of the methods without gradients this one needs the head alone, K times a film; Score-CAM needs the whole
 * network as often, and Eigen-CAM knows of no class.
 */
public record AblationCam() implements ActivationMap {
    private static final int CHUNK = 32; // copies of the feature map in memory at a time

    @Override
    public String name() {
        return "ablation-cam";
    }

    @Override
    public Tensor maps(Cut network, Tensor features, int index) {
        long films = features.size(0);
        int channels = (int) features.size(1);
        float[] weights = new float[Math.toIntExact(films * channels)];
        try (Gradients off = Gradients.off()) {
            for (int n = 0; n < films; n++) {
                Tensor film = features.narrow(0, n, 1); // 1 x K x h x w
                drops(network, film, index, weights, n * channels);
            }
        }
        Tensor drops = Tensors.of(weights, films, channels, 1, 1).to(features.device());
        return Functions.relu(drops.times(features).sum(1)); // N x h x w
    }

    /** Writes one film's w_k from a place on. Its copies are many: they are freed chunk by chunk. */
    private static void drops(Cut network, Tensor film, int index, float[] weights, int place) {
        int channels = (int) film.size(1);
        for (int from = 0; from < channels; from += CHUNK) {
            int count = Math.min(CHUNK, channels - from);
            try (Scope scope = Scope.open()) {
                Tensor kept = kept(from, count, channels).to(film.device()); // count + 1 x K x 1 x 1
                float[] scores =
                        ClassScore.of(network.head(film.times(kept)), index).floats();
                for (int k = 0; k < count; k++) {
                    weights[place + from + k] = scores[count] - scores[k];
                }
            }
        }
    }

    /** Row k keeps all channels but {@code from + k}; the last row keeps all. */
    private static Tensor kept(int from, int count, int channels) {
        float[] kept = new float[(count + 1) * channels];
        Arrays.fill(kept, 1);
        for (int k = 0; k < count; k++) {
            kept[k * channels + from + k] = 0;
        }
        return Tensors.of(kept, count + 1, channels, 1, 1);
    }
}
