package aerate.tensor.layer;

import aerate.tensor.Functions;
import aerate.tensor.Generator;
import aerate.tensor.Gradients;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;

/** A 2-d convolution: {@code N x in x H x W} to {@code N x out x H' x W'}. */
public final class Conv extends Layer {
    private final Tensor weight;
    private final Tensor bias;
    private final int stride;
    private final int above; // padding, as much as below
    private final int beside; // padding of each side

    private Conv(Tensor weight, Tensor bias, int stride, int above, int beside) {
        this.weight = parameter("weight", weight);
        this.bias = bias == null ? null : parameter("bias", bias);
        this.stride = stride;
        this.above = above;
        this.beside = beside;
    }

    /** Without a bias, padded so that stride 1 keeps the size: what stands before a normalisation. */
    public static Conv of(int in, int out, int kernel, int stride) {
        return new Conv(Tensors.zeros(out, in, kernel, kernel), null, stride, kernel / 2, kernel / 2);
    }

    /** With a bias, padded so that stride 1 keeps the size. */
    public static Conv biased(int in, int out, int kernel, int stride) {
        return new Conv(Tensors.zeros(out, in, kernel, kernel), Tensors.zeros(out), stride, kernel / 2, kernel / 2);
    }

    /** Without a bias or padding: the map loses a border of half a kernel. */
    public static Conv unpadded(int in, int out, int kernel, int stride) {
        return new Conv(Tensors.zeros(out, in, kernel, kernel), null, stride, 0, 0);
    }

    /** Without a bias, of stride 1, with a kernel of odd sides that need not be equal; keeps the size. */
    public static Conv rectangular(int in, int out, int height, int width) {
        return new Conv(Tensors.zeros(out, in, height, width), null, 1, height / 2, width / 2);
    }

    @Override
    public Tensor forward(Tensor x) {
        return Functions.conv2d(x, weight, bias, stride, above, beside);
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
