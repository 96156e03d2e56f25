package aerate.network;

import aerate.tensor.DataType;
import aerate.tensor.Functions;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import aerate.tensor.layer.Layer;
import aerate.tensor.layer.Linear;

/**
 * What a denoiser knows of the noise level: sines and cosines of it (Vaswani et al. 2017, section 3.5), then two affine
 * maps with SiLU between.
 */
final class TimeEmbedding extends Layer {
    private final int waves;
    private final Linear in;
    private final Linear out;

    TimeEmbedding(int width, int embedding) {
        this.waves = width / 2;
        this.in = child("0", Linear.of(width, embedding));
        this.out = child("1", Linear.of(embedding, embedding));
    }

    /** int64 {@code N} to {@code N x embedding}. */
    @Override
    public Tensor forward(Tensor levels) {
        Tensor phase =
                levels.to(DataType.FLOAT32).reshape(-1, 1).times(frequencies().to(levels.device())); // N x waves
        return out.forward(Functions.silu(in.forward(Tensors.concatenate(1, phase.sin(), phase.cos()))));
    }

    private Tensor frequencies() {
        float[] frequencies = new float[waves];
        for (int i = 0; i < waves; i++) {
            frequencies[i] = (float) Math.pow(10_000, -(double) i / (waves - 1));
        }
        return Tensors.of(frequencies, 1, waves);
    }
}
