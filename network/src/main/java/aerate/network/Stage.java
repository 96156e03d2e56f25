package aerate.network;

import aerate.tensor.Tensor;
import aerate.tensor.layer.Layer;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * A part of a network's way from films to its last feature map, ending in a map that an explainer can stand at.
 *
 * @param name of the map, as torchvision or the paper calls the layer that gives it
 * @param function from the map before (of the first stage: from the films) to this one, which is not negative
 */
public record Stage(String name, UnaryOperator<Tensor> function) {
    public Stage {
        Objects.requireNonNull(name);
        Objects.requireNonNull(function);
    }

    /** A stage of layers, one after the other. */
    static Stage of(String name, List<? extends Layer> layers) {
        List<Layer> fixed = List.copyOf(layers);
        return new Stage(name, x -> {
            Tensor result = x;
            for (Layer layer : fixed) {
                result = layer.forward(result);
            }
            return result;
        });
    }

    /** All of the stages, one after the other. */
    static Tensor through(List<Stage> stages, Tensor x) {
        Tensor result = x;
        for (Stage stage : stages) {
            result = stage.function().apply(result);
        }
        return result;
    }
}
