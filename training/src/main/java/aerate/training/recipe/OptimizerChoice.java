package aerate.training.recipe;

import aerate.tensor.Optimizer;
import aerate.tensor.Tensor;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;

/**
 * An optimizer and its settings.
 *
 * @param name which
 * @param learningRate the greatest of the schedule, above 0
 * @param momentum of {@link Name#SGD} and {@link Name#NAG}, in [0, 1), for the latter above 0; others have their own
 * @param weightDecay at least 0
 */
public record OptimizerChoice(Name name, double learningRate, double momentum, double weightDecay) {
    /** The optimizers there are. */
    public enum Name {
        @JsonProperty("sgd")
        SGD,
        /** Nesterov's accelerated gradient. */
        @JsonProperty("nag")
        NAG,
        @JsonProperty("adam")
        ADAM,
        @JsonProperty("adamw")
        ADAMW
    }

    public OptimizerChoice {
        Objects.requireNonNull(name, "optimizer.name is missing");
        require(learningRate > 0, "learningRate must be above 0, was " + learningRate);
        require(momentum >= 0 && momentum < 1, "momentum must be in [0, 1), was " + momentum);
        require(name != Name.NAG || momentum > 0, "momentum must be above 0 for nag, was " + momentum);
        require(weightDecay >= 0, "weightDecay must be at least 0, was " + weightDecay);
    }

    /** The optimizer over some parameters; free it with {@code close}. */
    public Optimizer over(List<Tensor> parameters) {
        return switch (name) {
            case SGD -> Optimizer.sgd(parameters, momentum, false, weightDecay);
            case NAG -> Optimizer.sgd(parameters, momentum, true, weightDecay);
            case ADAM -> Optimizer.adam(parameters, weightDecay);
            case ADAMW -> Optimizer.adamW(parameters, weightDecay);
        };
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }
}
