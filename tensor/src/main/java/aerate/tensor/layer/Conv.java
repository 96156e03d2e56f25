package aerate.tensor.layer;

import aerate.tensor.Functions;
import aerate.tensor.Generator;
import aerate.tensor.Gradients;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;

/** A 2-d convolution with a square kernel: {@code N x in x H x W} to {@code N x out x H' x W'}. */
public final class Conv extends Layer {
    private final Tensor weight;
    private final Tensor bias;
    private final int stride;
    private final int padding;

    private Conv(int in, int out, int kernel, int stride, int padding, boolean withBias) {
        this.weight = parameter("weight", Tensors.zeros(out, in, kernel, kernel));
        this.bias = withBias ? parameter("bias", Tensors.zeros(out)) : null;
        this.stride = stride;
        this.padding = padding;
    }

    /** Without a bias, padded so that stride 1 keeps the size: what stands before a normalisation. */
    public static Conv of(int in, int out, int kernel, int stride) {
        return new Conv(in, out, kernel, stride, kernel / 2, false);
    }

    /** With a bias, padded so that stride 1 keeps the size. */
    public static Conv biased(int in, int out, int kernel, int stride) {
        return new Conv(in, out, kernel, stride, kernel / 2, true);
    }

    @Override
    public Tensor forward(Tensor x) {
        return Functions.conv2d(x, weight, bias, stride, padding);
    }

    /** Normal of variance 2 / fan-in (He et al. 2015); biases zero. */
    @Override
    protected void drawParameters(Generator random) {
        long fanIn = weight.size(1) * weight.size(2) * weight.size(3);
        try (Gradients off = Gradients.off()) {
            weight.assign(random.normal(weight.shape()).times(Math.sqrt(2.0 / (double) fanIn)));
            if (bias != null) {
                bias.assign(Tensors.zeros(bias.shape()));
            }
        }
    }

    /** Starts this layer at zero, so that the branch it ends adds nothing at first. */
    public void clear() {
        try (Gradients off = Gradients.off()) {
            weight.assign(Tensors.zeros(weight.shape()));
        }
    }
}
