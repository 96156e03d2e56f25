package aerate.network;

import aerate.tensor.Functions;
import aerate.tensor.Generator;
import aerate.tensor.Tensor;
import aerate.tensor.layer.Conv;
import aerate.tensor.layer.GroupNorm;
import aerate.tensor.layer.Layer;

/** Self-attention of {@link UNet}: every position of the map looks at every other (Vaswani et al. 2017). */
final class SpatialAttention extends Layer {
    private final int heads;
    private final GroupNorm norm;
    private final Conv queryKeyValue;
    private final Conv projection;

    SpatialAttention(int channels, int heads) {
        this.heads = heads;
        this.norm = child("norm", UNet.norm(channels));
        this.queryKeyValue = child("qkv", Conv.biased(channels, 3 * channels, 1, 1));
        this.projection = child("projection", Conv.biased(channels, channels, 1, 1));
    }

    /** Written out in matrix products: libtorch's fused attention has a very slow bfloat16 backward on a CPU. */
    @Override
    public Tensor forward(Tensor x) {
        long width = x.size(1) / heads;
        Tensor parts = queryKeyValue.forward(norm.forward(x)).reshape(x.size(0), 3, heads, width, -1);
        Tensor query = parts.select(1, 0).times(1 / Math.sqrt((double) width)); // N x heads x width x hw
        Tensor key = parts.select(1, 1);
        Tensor value = parts.select(1, 2);
        Tensor looks = Functions.softmax(query.transpose(-2, -1).matmul(key), -1); // N x heads x hw x hw
        Tensor seen = value.matmul(looks.transpose(-2, -1)); // N x heads x width x hw
        return x.plus(projection.forward(seen.reshape(x.shape())));
    }

    @Override
    protected void drawParameters(Generator random) {
        projection.clear();
    }
}
