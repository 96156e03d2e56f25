package aerate.network;

import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import aerate.tensor.layer.Layer;

/**
 * What a denoiser is told of a film's class: a vector for each class and one for "told nothing", which classifier-free
 * guidance needs (Ho &amp; Salimans 2022, arXiv 2207.12598). All start at zero.
 */
final class LabelEmbedding extends Layer {
    private final Tensor weight;

    /** Of so many classes. */
    LabelEmbedding(int classes, int embedding) {
        this.weight = parameter("weight", Tensors.zeros(classes + 1, embedding));
    }

    /** int64 {@code N} in [0, classes], the greatest for "told nothing", to {@code N x embedding}. */
    @Override
    public Tensor forward(Tensor labels) {
        int rows = Math.toIntExact(weight.size(0));
        long[] each = labels.longs();
        float[] chosen = new float[each.length * rows];
        for (int i = 0; i < each.length; i++) {
            if (each[i] < 0 || each[i] >= rows) {
                throw new IllegalArgumentException("a label must be in [0, " + (rows - 1) + "], was " + each[i]);
            }
            chosen[i * rows + (int) each[i]] = 1;
        }
        return Tensors.of(chosen, each.length, rows).to(weight.device()).matmul(weight);
    }
}
