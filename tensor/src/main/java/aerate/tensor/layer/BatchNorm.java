package aerate.tensor.layer;

import aerate.tensor.Functions;
import aerate.tensor.Generator;
import aerate.tensor.Gradients;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;

/** Batch normalisation of the channels of {@code N x C x H x W} (Ioffe &amp; Szegedy 2015), torch's defaults. */
public final class BatchNorm extends Layer {
    private static final double MOMENTUM = 0.1;
    private static final double EPSILON = 1e-5;

    private final double epsilon;
    private final Tensor weight;
    private final Tensor bias;
    private final Tensor runningMean;
    private final Tensor runningVariance;

    private BatchNorm(int channels, double epsilon) {
        this.epsilon = epsilon;
        this.weight = parameter("weight", Tensors.full(1, channels));
        this.bias = parameter("bias", Tensors.zeros(channels));
        this.runningMean = buffer("running_mean", Tensors.zeros(channels));
        this.runningVariance = buffer("running_var", Tensors.full(1, channels));
    }

    public static BatchNorm of(int channels) {
        return of(channels, EPSILON);
    }

    /**
     * As {@link #of(int)}.
     *
     * @param epsilon added to the variance
     */
    public static BatchNorm of(int channels, double epsilon) {
        return new BatchNorm(channels, epsilon);
    }

    @Override
    public Tensor forward(Tensor x) {
        return Functions.batchNorm(x, weight, bias, runningMean, runningVariance, isTraining(), MOMENTUM, epsilon);
    }

    /** Scale one, shift zero, nothing seen yet. */
    @Override
    protected void drawParameters(Generator random) {
        long[] channels = weight.shape();
        try (Gradients off = Gradients.off()) {
            weight.assign(Tensors.full(1, channels));
            bias.assign(Tensors.zeros(channels));
            runningMean.assign(Tensors.zeros(channels));
            runningVariance.assign(Tensors.full(1, channels));
        }
    }
}
