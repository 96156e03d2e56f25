package aerate.network;

import aerate.tensor.Functions;
import aerate.tensor.Generator;
import aerate.tensor.Tensor;
import aerate.tensor.layer.Conv;
import aerate.tensor.layer.GroupNorm;
import aerate.tensor.layer.Linear;
import aerate.tensor.layer.ParameterTree;

/** Residual block of {@link UNet}: two convolutions, the embedded noise level added between them. */
final class TimedResidual extends ParameterTree {
    private final double dropout;
    private final GroupNorm norm1;
    private final Conv conv1;
    private final Linear time;
    private final GroupNorm norm2;
    private final Conv conv2;
    private final Conv shortcut;

    TimedResidual(int in, int out, int embedding, double dropout) {
        this.dropout = dropout;
        this.norm1 = child("norm1", UNet.norm(in));
        this.conv1 = child("conv1", Conv.biased(in, out, 3, 1));
        this.time = child("time", Linear.of(embedding, out));
        this.norm2 = child("norm2", UNet.norm(out));
        this.conv2 = child("conv2", Conv.biased(out, out, 3, 1));
        this.shortcut = in == out ? null : child("shortcut", Conv.biased(in, out, 1, 1));
    }

    /** {@code N x in x h x w} and {@code N x embedding} to {@code N x out x h x w}. */
    Tensor forward(Tensor x, Tensor embedded) {
        Tensor shift = time.forward(Functions.silu(embedded)).unsqueeze(-1).unsqueeze(-1); // N x out x 1 x 1
        Tensor h = conv1.forward(Functions.silu(norm1.forward(x))).plus(shift);
        h = Functions.dropout(Functions.silu(norm2.forward(h)), dropout, isTraining());
        return (shortcut == null ? x : shortcut.forward(x)).plus(conv2.forward(h));
    }

    @Override
    protected void drawParameters(Generator random) {
        conv2.clear();
    }
}
