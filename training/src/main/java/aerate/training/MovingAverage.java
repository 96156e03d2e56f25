package aerate.training;

import aerate.tensor.Gradients;
import aerate.tensor.Tensor;
import aerate.tensor.layer.ParameterTree;
import java.util.Iterator;

/**
 * A network whose weights are the exponential moving average of another's (Polyak averaging): step n keeps the lesser of
 * the decay and (1 + n) / (10 + n) of it, so that the random start is soon forgotten.
 */
final class MovingAverage {
    private final ParameterTree network;
    private final double decay;

    /**
     * Over a network of the same architecture as the one that is trained.
     *
     * @param network starts as a copy and is moved by {@link #update}
     */
    MovingAverage(ParameterTree network, double decay) {
        this.network = network;
        this.decay = decay;
    }

    ParameterTree network() {
        return network;
    }

    /** Moves the average towards the trained network after step {@code step}, counted from 1. */
    void update(ParameterTree trained, long step) {
        double kept = Math.min(decay, (1.0 + step) / (10.0 + step));
        try (Gradients off = Gradients.off()) {
            Iterator<Tensor> averages = network.state().values().iterator();
            trained.state().values().forEach(tensor -> averages.next().moveTowards(tensor, 1 - kept));
        }
    }
}
