package aerate.tensor;

import org.bytedeco.pytorch.global.torch;

/**
 * The blocks of 16 channels that oneDNN computes convolutions in. On some machines (seen: oneDNN 3.7.1 on AMD's Zen 5, under
 * a hypervisor) it does not clear what fills up the last block: convolutions of, say, 24 channels are then wrong without a
 * word, and some end the process, as do some of 1 x 1 pixel. There, full blocks are all that it is given, and what is a
 * matrix product is computed as one.
 */
final class ChannelBlocks {
    private static final int BLOCK = 16;
    static final boolean SOUND = measure();

    private ChannelBlocks() {}

    /** Whether a convolution of these weights is to be given full blocks. */
    static boolean mustBeFull(Tensor weight, Device device) {
        return !SOUND && device.equals(Device.CPU) && (missing(weight.size(0)) > 0 || missing(weight.size(1)) > 0);
    }

    /** Whether a convolution of these weights is to be computed as a matrix product. */
    static boolean mustBeProduct(Tensor weight, Device device) {
        return !SOUND && device.equals(Device.CPU) && weight.size(2) == 1 && weight.size(3) == 1;
    }

    /** A convolution of 1 x 1 pixel: the same affine map of the channels at every {@code stride}-th pixel. */
    static Tensor product(Tensor x, Tensor weight, Tensor bias, int stride) {
        Tensor innermost = x.transpose(1, 2).transpose(2, 3); // N x H x W x in
        Tensor pixels = stride == 1 ? innermost : innermost.every(1, stride).every(2, stride);
        Tensor mapped = Functions.linear(pixels, weight.reshape(weight.size(0), weight.size(1)), bias);
        return mapped.transpose(2, 3).transpose(1, 2);
    }

    /** Channels of zeros added to an axis, up to the next full block. */
    static Tensor filled(Tensor x, int axis) {
        long missing = missing(x.size(axis));
        if (missing == 0) {
            return x;
        }
        long[] shape = x.shape();
        shape[axis] = missing;
        Tensor whole = Tensors.concatenate(axis, x, Tensors.zeros(x.type(), shape));
        boolean innermost = axis == 1 && x.rank() == 4 && x.stride(1) == 1;
        return innermost ? whole.channelsLast() : whole; // as x was: of one channel, libtorch could not tell
    }

    private static long missing(long channels) {
        return (BLOCK - channels % BLOCK) % BLOCK;
    }

    /** A convolution of a block and a half, beside the same in float64, which oneDNN has no part in. */
    private static boolean measure() {
        try (Scope scope = Scope.open();
                Gradients off = Gradients.off();
                Precision exact = Precision.float32(Device.CPU);
                Generator random = Generator.seeded(1)) {
            Tensor x = random.normal(3, 24, 8, 8);
            Tensor weight = random.normal(8, 24, 3, 3);
            Tensor expected = convolution(x.to(DataType.FLOAT64), weight.to(DataType.FLOAT64));
            Tensor error = convolution(x, weight).to(DataType.FLOAT64).minus(expected);
            return error.abs().max().item() < 1e-2; // rounding is below 1e-4
        }
    }

    private static Tensor convolution(Tensor x, Tensor weight) {
        long[] one = {1, 1};
        return new Tensor(torch.conv2d(x.raw(), weight.raw(), Functions.optional(null), one, one, one, 1));
    }
}
