package aerate.training.search;

import aerate.network.Json;
import aerate.training.recipe.Yaml;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * A space of recipes, as people write it down.
 *
 * @param name what the search is called
 * @param base file of the recipe that the axes change, beside the grid's own
 * @param set values by their paths, that all trials have in place of the base recipe's
 * @param goal that trials are compared by; the validation loss if not given
 * @param epochs counts that are read off one run, the greatest of them; the recipe's own if not given
 * @param sampling all points if not given
 * @param axes at least one, each path once
 */
public record Grid(
        String name,
        String base,
        Map<String, JsonNode> set,
        Goal goal,
        List<Integer> epochs,
        Sampling sampling,
        List<Axis> axes) {
    public Grid {
        Objects.requireNonNull(name, "name is missing");
        Objects.requireNonNull(base, "base is missing");
        Objects.requireNonNull(axes, "axes is missing");
        set = set == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(set));
        goal = goal == null ? Goal.LOSS : goal;
        epochs = epochs == null ? List.of() : List.copyOf(epochs);
        sampling = sampling == null ? new Sampling.Exhaustive() : sampling;
        axes = List.copyOf(axes);
        Counts.requireRising(epochs);
        if (axes.isEmpty()) {
            throw new IllegalArgumentException("axes must not be empty");
        }
        if (sampling instanceof Sampling.Halving && !epochs.isEmpty()) {
            throw new IllegalArgumentException("halving sets its own epochs: leave epochs away, were " + epochs);
        }
        requireKnownConditions(axes);
    }

    private static void requireKnownConditions(List<Axis> axes) {
        Set<String> before = new HashSet<>();
        for (Axis axis : axes) {
            for (String other : axis.when().keySet()) {
                if (!before.contains(other)) {
                    throw new IllegalArgumentException(
                            axis.path() + ": when must name axes before this one, named " + other);
                }
            }
            if (!before.add(axis.path())) {
                throw new IllegalArgumentException("an axis must be there once, " + axis.path() + " was twice");
            }
        }
    }

    /**
     * Reads a grid.
     *
     * @throws IllegalArgumentException naming the file, the key and the rule that is broken
     * @throws IOException if the file cannot be read
     */
    public static Grid read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(file + ": there is no such grid");
        }
        try {
            return Yaml.MAPPER.readValue(Files.readString(file), Grid.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(file + ": " + Json.reason(e), e);
        }
    }

    /** Every point, the last axis changing fastest. */
    List<Map<String, JsonNode>> points() {
        List<Map<String, JsonNode>> points = List.of(Map.of());
        for (Axis axis : axes) {
            List<Map<String, JsonNode>> finer = new ArrayList<>();
            for (Map<String, JsonNode> point : points) {
                if (axis.applies(point)) {
                    axis.values().forEach(value -> finer.add(axis.with(point, value)));
                } else {
                    finer.add(point);
                }
            }
            points = finer;
        }
        return points;
    }
}
