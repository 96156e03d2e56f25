package aerate.tensor;

import org.bytedeco.pytorch.DoubleOptional;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;

/** The functions of a neural network: stateless, parameters passed in. Images are {@code N x C x H x W}. */
public final class Functions {
    private static final int MEAN = 1; // at::Reduction::Mean
    private static final long IGNORE_NOTHING = -100;

    private Functions() {}

    /**
     * 2-d convolution.
     *
     * @param bias or {@code null}
     */
    public static Tensor conv2d(Tensor x, Tensor weight, Tensor bias, int stride, int padding) {
        return conv2d(x, weight, bias, stride, padding, padding);
    }

    /**
     * 2-d convolution with another padding above and below than at the sides.
     *
     * @param bias or {@code null}
     */
    public static Tensor conv2d(Tensor x, Tensor weight, Tensor bias, int stride, int above, int beside) {
        if (weight.size(2) * weight.size(3) > 1 && x.size(2) == 1 && x.size(3) == 1 && Precision.isBfloat16OnCpu()) {
            // oneDNN's bfloat16 backward of such a convolution on a 1 x 1 map ends the process: compute it in float32.
            try (Precision float32 = Precision.float32(Device.CPU)) {
                return convolve(x.to(DataType.FLOAT32), weight, bias, stride, above, beside);
            }
        }
        return convolve(x, weight, bias, stride, above, beside);
    }

    private static Tensor convolve(Tensor x, Tensor weight, Tensor bias, int stride, int above, int beside) {
        if (ChannelBlocks.mustBeProduct(weight, x.device()) && above == 0 && beside == 0) {
            return ChannelBlocks.product(x, weight, bias, stride);
        }
        if (ChannelBlocks.mustBeFull(weight, x.device())) {
            Tensor filled = ChannelBlocks.filled(ChannelBlocks.filled(weight, 0), 1);
            Tensor filledBias = bias == null ? null : ChannelBlocks.filled(bias, 0);
            Tensor whole = convolveBlocks(ChannelBlocks.filled(x, 1), filled, filledBias, stride, above, beside);
            return whole.narrow(1, 0, weight.size(0));
        }
        return convolveBlocks(x, weight, bias, stride, above, beside);
    }

    private static Tensor convolveBlocks(Tensor x, Tensor weight, Tensor bias, int stride, int above, int beside) {
        return new Tensor(torch.conv2d(
                x.raw(),
                weight.raw(),
                optional(bias),
                new long[] {stride, stride},
                new long[] {above, beside},
                new long[] {1, 1},
                1));
    }

    /** Affine map of the last axis; {@code weight} is {@code out x in}. */
    public static Tensor linear(Tensor x, Tensor weight, Tensor bias) {
        return new Tensor(torch.linear(x.raw(), weight.raw(), optional(bias)));
    }

    /**
     * Batch normalisation (Ioffe &amp; Szegedy 2015).
     *
     * @param training whether to use and update the batch's statistics, or to use the running ones
     * @param momentum share of the batch in the new running statistics
     */
    public static Tensor batchNorm(
            Tensor x,
            Tensor weight,
            Tensor bias,
            Tensor runningMean,
            Tensor runningVariance,
            boolean training,
            double momentum,
            double epsilon) {
        return new Tensor(torch.batch_norm(
                x.raw(),
                optional(weight),
                optional(bias),
                optional(runningMean),
                optional(runningVariance),
                training,
                momentum,
                epsilon,
                true));
    }

    /** Group normalisation (Wu &amp; He 2018). */
    public static Tensor groupNorm(Tensor x, int groups, Tensor weight, Tensor bias, double epsilon) {
        return new Tensor(torch.group_norm(x.raw(), groups, optional(weight), optional(bias), epsilon, true));
    }

    public static Tensor relu(Tensor x) {
        return new Tensor(torch.relu(x.raw()));
    }

    /** x · sigmoid(x). */
    public static Tensor silu(Tensor x) {
        return new Tensor(torch.silu(x.raw()));
    }

    public static Tensor softmax(Tensor x, int axis) {
        return new Tensor(torch.softmax(x.raw(), axis));
    }

    public static Tensor dropout(Tensor x, double probability, boolean training) {
        return new Tensor(torch.dropout(x.raw(), probability, training));
    }

    public static Tensor maxPool(Tensor x, int kernel, int stride, int padding) {
        return new Tensor(torch.max_pool2d(x.raw(), pair(kernel), pair(stride), pair(padding), pair(1), false));
    }

    public static Tensor averagePool(Tensor x, int kernel, int stride) {
        return averagePool(x, kernel, stride, 0);
    }

    /** Average pooling in which padding counts as zeros. */
    public static Tensor averagePool(Tensor x, int kernel, int stride, int padding) {
        return new Tensor(
                torch.avg_pool2d(x.raw(), pair(kernel), pair(stride), pair(padding), false, true, new LongOptional()));
    }

    /** Means over {@code side x side} regions that cover an image of any size. */
    public static Tensor adaptiveAveragePool(Tensor x, int side) {
        return new Tensor(torch.adaptive_avg_pool2d(x.raw(), side, side));
    }

    /** Mean over all positions: {@code N x C x H x W} to {@code N x C}. */
    public static Tensor globalAveragePool(Tensor x) {
        return new Tensor(torch.adaptive_avg_pool2d(x.raw(), 1, 1)).reshape(x.size(0), x.size(1));
    }

    /** Repeats each pixel {@code factor} times along both axes. */
    public static Tensor upsampleNearest(Tensor x, int factor) {
        return new Tensor(torch.upsample_nearest2d(
                x.raw(),
                new long[] {x.size(2) * factor, x.size(3) * factor},
                new DoubleOptional(),
                new DoubleOptional()));
    }

    /** Channels to pixels (Shi et al. 2016): {@code N x C f² x H x W} to {@code N x C x f H x f W}. */
    public static Tensor pixelShuffle(Tensor x, int factor) {
        return new Tensor(torch.pixel_shuffle(x.raw(), factor));
    }

    /**
     * Reads images at given coordinates, bilinearly; outside of an image its border continues.
     *
     * @param grid {@code N x H x W x 2}, (x, y) in [-1, 1] from edge to edge of the outer pixels
     */
    public static Tensor sampleGrid(Tensor images, Tensor grid) {
        final int bilinear = 0;
        final int border = 1;
        return new Tensor(torch.grid_sampler(images.raw(), grid.raw(), bilinear, border, false));
    }

    /**
     * Mean cross-entropy in nats.
     *
     * @param logits {@code N x classes}
     * @param labels {@code N}, int64
     * @param classWeights {@code classes}, or {@code null} for equal ones
     * @param smoothing share of the label spread evenly over all classes, in [0, 1)
     */
    public static Tensor crossEntropy(Tensor logits, Tensor labels, Tensor classWeights, double smoothing) {
        return new Tensor(torch.cross_entropy_loss(
                logits.raw(), labels.raw(), optional(classWeights), MEAN, IGNORE_NOTHING, smoothing));
    }

    /** Mean squared difference. */
    public static Tensor meanSquaredError(Tensor one, Tensor other) {
        return new Tensor(torch.mse_loss(one.raw(), other.raw()));
    }

    static TensorOptional optional(Tensor tensor) {
        return tensor == null ? new TensorOptional() : new TensorOptional(tensor.raw());
    }

    private static long[] pair(long value) {
        return new long[] {value, value};
    }
}
