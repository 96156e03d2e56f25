package aerate.training.kernel;

import aerate.tensor.Functions;
import aerate.tensor.Generator;
import aerate.tensor.Gradients;
import aerate.tensor.Tensor;
import aerate.tensor.Tensors;
import aerate.tensor.layer.Layer;
import java.util.ArrayList;
import java.util.List;

/** A perceptron with ReLU in the NTK parametrisation, which {@link InfinitePerceptron} is the limit of. */
final class Perceptron extends Layer {
    private final List<Tensor> weights = new ArrayList<>();

    /** Dense layers from each of these sizes to the next. */
    Perceptron(int... sizes) {
        for (int i = 0; i + 1 < sizes.length; i++) {
            weights.add(parameter("layer" + i, Tensors.zeros(sizes[i + 1], sizes[i])));
        }
    }

    @Override
    public Tensor forward(Tensor x) {
        Tensor hidden = x;
        for (int i = 0; i < weights.size(); i++) {
            Tensor weight = weights.get(i);
            Tensor active = i == 0 ? hidden : Functions.relu(hidden);
            hidden = Functions.linear(active, weight, null).times(Math.sqrt(2.0 / weight.size(1)));
        }
        return hidden;
    }

    @Override
    protected void drawParameters(Generator random) {
        try (Gradients off = Gradients.off()) {
            weights.forEach(weight -> weight.assign(random.normal(weight.shape())));
        }
    }
}
