package aerate.training.kernel;

import aerate.tensor.Gradients;
import aerate.tensor.Optimizer;
import aerate.tensor.Scope;
import aerate.tensor.Tensor;
import aerate.tensor.layer.Layer;
import java.util.List;

/**
 * Plain gradient descent on half the squared error averaged over all films and outputs: the training that tangent kernels
 * speak of. The network stays in the mode that it is in.
 */
public final class Descent {
    private static final int BATCH = 8; // films whose graph is in memory; their gradients add up

    private Descent() {}

    /**
     * Takes some steps, each by the gradient of all films.
     *
     * @param films {@code N x …}, as the network's input
     * @param targets {@code N x outputs}
     */
    public static void run(Layer network, Tensor films, Tensor targets, double learningRate, int steps) {
        run(network, films, targets, learningRate, 0, steps);
    }

    /** As {@link #run(Layer, Tensor, Tensor, double, int)}, with heavy-ball momentum in [0, 1). */
    static void run(Layer network, Tensor films, Tensor targets, double learningRate, double momentum, int steps) {
        try (Gradients on = Gradients.on();
                Optimizer optimizer =
                        Optimizer.sgd(List.copyOf(network.parameters().values()), momentum, false, 0)) {
            for (int step = 0; step < steps; step++) {
                for (long from = 0; from < films.size(0); from += BATCH) {
                    try (Scope scope = Scope.open()) {
                        loss(network, films, targets, from).backward();
                    }
                }
                optimizer.step(learningRate);
                optimizer.clearGradients();
            }
        }
    }

    /** Half the mean squared error. */
    public static double loss(Layer network, Tensor films, Tensor targets) {
        double sum = 0;
        for (long from = 0; from < films.size(0); from += BATCH) {
            try (Scope scope = Scope.open();
                    Gradients off = Gradients.off()) {
                sum += loss(network, films, targets, from).item();
            }
        }
        return sum;
    }

    /** What a batch adds to the loss. */
    private static Tensor loss(Layer network, Tensor films, Tensor targets, long from) {
        long count = Math.min(BATCH, films.size(0) - from);
        Tensor scores = network.forward(films.narrow(0, from, count));
        return scores.minus(targets.narrow(0, from, count)).square().sum().over(2.0 * targets.count());
    }
}
