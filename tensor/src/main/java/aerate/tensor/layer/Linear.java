package aerate.tensor.layer;

import aerate.tensor.Functions;
import aerate.tensor.Generator;
import aerate.tensor.Gradients;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;

/** An affine map of the last axis: {@code … x in} to {@code … x out}. */
public final class Linear extends Layer {
    private final Tensor weight;
    private final Tensor bias;

    private Linear(int in, int out) {
        this.weight = parameter("weight", Tensors.zeros(out, in));
        this.bias = parameter("bias", Tensors.zeros(out));
    }

    public static Linear of(int in, int out) {
        return new Linear(in, out);
    }

    /** {@code out x in}. */
    public Tensor weight() {
        return weight;
    }

    @Override
    public Tensor forward(Tensor x) {
        return Functions.linear(x, weight, bias);
    }

    /** Uniform in ±1/√in, biases zero. */
    @Override
    protected void drawParameters(Generator random) {
        double bound = 1 / Math.sqrt((double) weight.size(1));
        try (Gradients off = Gradients.off()) {
            weight.assign(random.uniform(weight.shape()).times(2 * bound).minus(bound));
            bias.assign(Tensors.zeros(bias.shape()));
        }
    }
}
