package aerate.tensor.layer;

import aerate.tensor.Functions;
import aerate.tensor.Generator;
import aerate.tensor.Gradients;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;

/** Group normalisation of the channels of {@code N x C x H x W} (Wu &amp; He 2018), torch's defaults. */
public final class GroupNorm extends Layer {
    private static final double EPSILON = 1e-5;

    private final int groups;
    private final Tensor weight;
    private final Tensor bias;

    private GroupNorm(int groups, int channels) {
        if (channels % groups != 0) {
            throw new IllegalArgumentException(
                    "channels must be a multiple of the groups, were " + channels + " and " + groups);
        }
        this.groups = groups;
        this.weight = parameter("weight", Tensors.full(1, channels));
        this.bias = parameter("bias", Tensors.zeros(channels));
    }

    public static GroupNorm of(int groups, int channels) {
        return new GroupNorm(groups, channels);
    }

    @Override
    public Tensor forward(Tensor x) {
        return Functions.groupNorm(x, groups, weight, bias, EPSILON);
    }

    /** Scale one, shift zero. */
    @Override
    protected void drawParameters(Generator random) {
        try (Gradients off = Gradients.off()) {
            weight.assign(Tensors.full(1, weight.shape()));
            bias.assign(Tensors.zeros(bias.shape()));
        }
    }
}
