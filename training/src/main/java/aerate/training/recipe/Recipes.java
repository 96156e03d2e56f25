package aerate.training.recipe;

import aerate.network.Json;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Recipes as YAML. */
public final class Recipes {
    private Recipes() {}

    /**
     * Reads a recipe and changes some of its values.
     *
     * @param changes new values, as YAML, by the path to their key with dots ({@code optimizer.learningRate},
     *     {@code stages.0.epochs})
     * @throws IllegalArgumentException naming the key and the rule that is broken
     * @throws IOException if the file cannot be read
     */
    public static Recipe read(Path file, Map<String, String> changes) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException(file + ": there is no such recipe");
        }
        return parse(file.toString(), Files.readString(file), changes);
    }

    /** As {@link #read}, of the text of a recipe. */
    public static Recipe parse(String source, String yaml, Map<String, String> changes) {
        try {
            return Yaml.MAPPER.treeToValue(tree(source, yaml, changes), Recipe.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(source + ": " + Json.reason(e), e);
        }
    }

    /**
     * The text of a recipe with some of its values changed, whether or not what comes out is a recipe still.
     *
     * @param changes as of {@link #read}
     * @throws IllegalArgumentException if the recipe has no such place
     */
    public static String changed(String source, String yaml, Map<String, String> changes) {
        try {
            return Yaml.MAPPER.writeValueAsString(tree(source, yaml, changes));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(source + ": " + Json.reason(e), e);
        }
    }

    private static JsonNode tree(String source, String yaml, Map<String, String> changes)
            throws JsonProcessingException {
        JsonNode tree = Yaml.MAPPER.readTree(yaml);
        if (!tree.isObject()) {
            throw new IllegalArgumentException(source + ": a recipe must be keys and values, was "
                    + tree.getNodeType().name().toLowerCase(Locale.ROOT));
        }
        for (Map.Entry<String, String> change : changes.entrySet()) {
            put(tree, change.getKey(), Yaml.MAPPER.readTree(change.getValue()));
        }
        return tree;
    }

    /** The recipe as YAML, all values spelled out. */
    public static String write(Recipe recipe) {
        try {
            return Yaml.MAPPER.writeValueAsString(recipe);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a recipe must be writable", e);
        }
    }

    private static void put(JsonNode tree, String path, JsonNode value) {
        int dot = path.lastIndexOf('.');
        JsonNode parent = dot < 0 ? tree : tree.at("/" + path.substring(0, dot).replace('.', '/'));
        String key = path.substring(dot + 1);
        if (parent instanceof ObjectNode object) {
            object.set(key, value);
        } else if (parent instanceof ArrayNode array && key.matches("\\d+") && array.has(Integer.parseInt(key))) {
            array.set(Integer.parseInt(key), value);
        } else {
            throw new IllegalArgumentException("--set " + path + ": the recipe has no such place");
        }
    }
}
