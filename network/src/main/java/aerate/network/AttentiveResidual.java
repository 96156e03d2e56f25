package aerate.network;

import aerate.tensor.Tensor;
import aerate.tensor.layer.ParameterTree;

/** What {@link UNet} is built of: a residual block, and attention where the map is small enough. */
final class AttentiveResidual extends ParameterTree {
    private final TimedResidual residual;
    private final SpatialAttention attention;

    AttentiveResidual(int in, int out, int embedding, UNet.Shape shape, boolean attends) {
        this.residual = child("residual", new TimedResidual(in, out, embedding, shape.dropout()));
        this.attention = attends ? child("attention", new SpatialAttention(out, shape.heads())) : null;
    }

    /** {@code N x in x h x w} and {@code N x embedding} to {@code N x out x h x w}. */
    Tensor forward(Tensor x, Tensor embedded) {
        Tensor h = residual.forward(x, embedded);
        return attention == null ? h : attention.forward(h);
    }
}
