package aerate.training.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A dimension of a search.
 *
 * @param path of the value in the recipe, with dots ({@code optimizer.learningRate}, {@code stages.0.size})
 * @param values that it takes, at least one
 * @param when values of axes before this one with which it is there at all; elsewhere the base recipe's value stays. Such
 *     as the momentum of optimizers that have one
 */
public record Axis(String path, List<JsonNode> values, Map<String, List<JsonNode>> when) {
    public Axis {
        Objects.requireNonNull(path, "path is missing");
        Objects.requireNonNull(values, "values is missing");
        if (values.isEmpty()) {
            throw new IllegalArgumentException("an axis must have values, " + path + " had none");
        }
        values = List.copyOf(values);
        when = when == null ? Map.of() : Map.copyOf(when);
    }

    /** Whether it is there beside the values that other axes took. */
    boolean applies(Map<String, JsonNode> settings) {
        return when.entrySet().stream().allMatch(other -> other.getValue().contains(settings.get(other.getKey())));
    }

    /** Settings with one value of this axis more. */
    Map<String, JsonNode> with(Map<String, JsonNode> settings, JsonNode value) {
        Map<String, JsonNode> more = new LinkedHashMap<>(settings);
        more.put(path, value);
        return more;
    }
}
