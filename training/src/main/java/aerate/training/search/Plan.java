package aerate.training.search;

import aerate.training.recipe.LearningRate;
import aerate.training.recipe.Recipe;
import aerate.training.recipe.Recipes;
import aerate.training.recipe.Stage;
import aerate.training.recipe.Yaml;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * A grid and the recipe that it changes, checked against each other.
 *
 * @param grid the space
 * @param base as YAML, with every value
 */
public record Plan(Grid grid, String base) {
    /**
     * Reads a grid and its base recipe.
     *
     * @throws IllegalArgumentException naming the file and the rule that is broken
     * @throws IOException if a file cannot be read
     */
    public static Plan read(Path file) throws IOException {
        Grid grid = Grid.read(file);
        try {
            Recipe base = Recipes.read(file.resolveSibling(grid.base()), changes(grid.set()));
            requireReadable(grid, base);
            return new Plan(grid, Recipes.write(base)).checked();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    /** That what a run of few epochs would have come to can be read off a run of many: it must not know its length. */
    private static void requireReadable(Grid grid, Recipe base) {
        if (grid.epochs().isEmpty()) {
            return;
        }
        boolean lengthless = base.schedule().name() == LearningRate.Name.CONSTANT
                && base.schedule().warmup() == 0
                && base.stages().size() == 1
                && base.patience().isEmpty();
        if (!lengthless) {
            throw new IllegalArgumentException("epochs can be read off one run only if the base recipe has one stage, a"
                    + " constant schedule without warmup, and no patience; " + base.name() + " had "
                    + base.stages().size() + " stages, " + base.schedule() + ", patience "
                    + base.patience().orElse(0));
        }
    }

    private Plan checked() {
        try {
            JsonNode tree = Yaml.MAPPER.readTree(base);
            for (Axis axis : grid.axes()) {
                if (tree.at("/" + axis.path().replace('.', '/')).isMissingNode()) {
                    throw new IllegalArgumentException("the axis " + axis.path() + ": the recipe has no such place");
                }
            }
            return this;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a recipe that was written must be readable", e);
        }
    }

    /** The trials in the order in which they start. */
    public List<Trial> trials() {
        List<Map<String, JsonNode>> points = grid.points();
        if (grid.sampling() instanceof Sampling.AtRandom random) {
            points = drawn(points, random.trials(), random.seed());
        } else if (grid.sampling() instanceof Sampling.Halving halving) {
            points = drawn(points, halving.trials(), halving.seed());
        }
        List<Trial> trials = new ArrayList<>();
        for (Map<String, JsonNode> point : points) {
            trials.add(new Trial(trials.size() + 1, point, recipe(point, grid.epochs())));
        }
        return trials;
    }

    /**
     * All that the search is defined by.
     *
     * @param films fingerprint of the collection
     */
    public String text(String films) {
        try {
            return Yaml.MAPPER.writeValueAsString(new TreeMap<>(Map.of("films", films, "grid", grid)))
                    + Yaml.MAPPER.writeValueAsString(Yaml.MAPPER.readTree(base));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a plan must be writable", e);
        }
    }

    /** What runs when. */
    public Strategy strategy() {
        List<Trial> trials = trials();
        if (grid.sampling() instanceof Sampling.Halving halving) {
            int whole = Recipes.parse("base", base, Map.of()).stages().stream()
                    .mapToInt(Stage::epochs)
                    .sum();
            List<Integer> rungs = SuccessiveHalving.rungs(halving.least(), halving.factor(), whole);
            return new SuccessiveHalving(trials, rungs, halving.factor(), grid.goal());
        }
        return new InOrder(trials.stream()
                .map(trial -> new Assignment(trial, grid.epochs()))
                .toList());
    }

    /** The recipe that the best reading was read at: ready to train. */
    public String best(Best best) {
        boolean readOff = !grid.epochs().isEmpty();
        return recipe(
                best.outcome().settings(), readOff ? List.of(best.reading().epochs()) : List.of());
    }

    private String recipe(Map<String, JsonNode> settings, List<Integer> epochs) {
        Map<String, String> changes = changes(settings);
        if (!epochs.isEmpty()) {
            changes.put("stages.0.epochs", String.valueOf(epochs.get(epochs.size() - 1)));
        }
        return Recipes.changed(grid.base(), base, changes);
    }

    private static Map<String, String> changes(Map<String, JsonNode> settings) {
        Map<String, String> changes = new LinkedHashMap<>();
        settings.forEach((path, value) -> changes.put(path, value.toString()));
        return changes;
    }

    /** The first of a seeded shuffle. */
    private static <T> List<T> drawn(List<T> all, int count, long seed) {
        List<T> pool = new ArrayList<>(all);
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = pool.size() - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            T moved = pool.get(i);
            pool.set(i, pool.get(other));
            pool.set(other, moved);
        }
        return pool.subList(0, Math.min(count, pool.size()));
    }
}
