package aerate.training.search;

import aerate.training.recipe.Recipe;
import aerate.training.recipe.Recipes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Grids for tests, over a recipe of one stage that does not know its length. */
final class Grids {
    private static final String BASE = """
            name: base
            task: {name: diagnosis, labelSmoothing: 0, balanced: true}
            network: {name: densenet-small, channels: 1, hidden: 0, classes: 2}
            input: {size: 32, mean: 0.4, deviation: 0.25}
            split: {validation: 0.25, test: 0.1, honourGiven: false, seed: 7}
            stages: [{size: 32, epochs: 9}]
            batch: 8
            optimizer: {name: sgd, learningRate: 0.01, momentum: 0.5, weightDecay: 0}
            schedule: {name: constant, warmup: 0}
            seed: 1
            """;

    static final String AXES = """
            axes:
              - {path: optimizer.name, values: [sgd, nag, adam]}
              - {path: optimizer.learningRate, values: [0.1, 0.01]}
              - {path: optimizer.momentum, values: [0.3, 0.9], when: {optimizer.name: [sgd, nag]}}
            """;

    private Grids() {}

    /** A file of a grid: some lines, and its base recipe beside it. */
    static Path file(Path folder, String... lines) throws IOException {
        Files.writeString(folder.resolve("base.yaml"), BASE);
        String grid = "name: grid\nbase: base.yaml\n" + String.join("\n", lines) + "\n";
        return Files.writeString(folder.resolve("grid.yaml"), grid);
    }

    static Plan plan(Path folder, String... lines) throws IOException {
        return Plan.read(file(folder, lines));
    }

    static Recipe recipe(Trial trial) {
        return Recipes.parse("trial " + trial.number(), trial.recipe(), Map.of());
    }

    static Path shipped(String name) {
        return Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
                .map(folder -> folder.resolve("recipes").resolve(name))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
    }

    /** Trials without settings, for strategies that do not look at them. */
    static List<Trial> trials(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> new Trial(number, Map.of(), ""))
                .toList();
    }

    /** That a trial came to a loss. */
    static Outcome came(Assignment assignment, double loss) {
        int epochs = assignment.epochs().isEmpty() ? 1 : assignment.epochs().get(0);
        return assignment.ended(List.of(new Reading(epochs, epochs, Map.of("loss", loss))), 1);
    }
}
