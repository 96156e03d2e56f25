package aerate.training.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import aerate.tensor.Scope;
import aerate.tensor.layer.ParameterTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The recipes at the root of the project. */
class ShippedRecipesTest {
    static List<Path> recipes() throws IOException {
        Path here = Path.of(System.getProperty("user.dir")).toAbsolutePath();
        Path folder = Stream.iterate(here, Objects::nonNull, Path::getParent)
                .map(parent -> parent.resolve("recipes"))
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow();
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !file.getFileName().toString().startsWith("search-")) // grids
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void recipe_isReadWrittenAndItsNetworkBuilt(Path file) throws IOException {
        Recipe recipe = Recipes.read(file, Map.of());
        assertThat(file.getFileName()).hasToString(recipe.name() + ".yaml");
        assertThat(Recipes.parse("written", Recipes.write(recipe), Map.of())).isEqualTo(recipe);
        try (Scope scope = Scope.open();
                ParameterTree network = recipe.network().build()) {
            assertThat(network.parameterCount()).isGreaterThan(100_000);
        }
    }
}
