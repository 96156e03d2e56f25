package aerate.training.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aerate.training.recipe.OptimizerChoice;
import aerate.training.recipe.Stage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanTest {
    @TempDir
    private Path folder;

    @Test
    void referenceGrid_has240Runs_eachReadAtTenCounts() throws IOException {
        Plan plan = Plan.read(Grids.shipped("search-reference.yaml"));
        List<Trial> trials = plan.trials();
        assertThat(trials)
                .hasSize((2 * 12 * 2 + 12) * 4)
                .allSatisfy(trial -> assertThat(Grids.recipe(trial).stages()).containsExactly(new Stage(256, 1000)));
        assertThat(plan.grid().epochs()).hasSize(10);
        assertThat(plan.strategy().expected()).isEqualTo(240);
    }

    @Test
    void quickGrid_isReadable() throws IOException {
        assertThat(Plan.read(Grids.shipped("search-quick.yaml")).trials())
                .hasSize(25)
                .allSatisfy(
                        trial -> assertThat(Grids.recipe(trial).input().size()).isEqualTo(64));
    }

    @Test
    void axis_isThereOnlyWhereItsConditionHolds() throws IOException {
        List<Trial> trials = Grids.plan(folder, Grids.AXES).trials();
        assertThat(trials).hasSize(2 * 2 * 2 + 2);
        assertThat(trials.stream().map(Grids::recipe))
                .filteredOn(recipe -> recipe.optimizer().name() == OptimizerChoice.Name.ADAM)
                .hasSize(2)
                .allSatisfy(recipe -> assertThat(recipe.optimizer().momentum()).isEqualTo(0.5));
    }

    @Test
    void trials_areAllDifferent() throws IOException {
        assertThat(Grids.plan(folder, Grids.AXES).trials().stream().map(Grids::recipe))
                .doesNotHaveDuplicates();
    }

    @Test
    void random_drawsPointsOfTheGrid_onceEach_theSameForTheSameSeed() throws IOException {
        List<Trial> some = Grids.plan(folder, "sampling: {name: random, trials: 6, seed: 3}", Grids.AXES)
                .trials();
        assertThat(some).hasSize(6);
        assertThat(some.stream().map(Trial::settings))
                .doesNotHaveDuplicates()
                .isSubsetOf(Grids.plan(folder, Grids.AXES).trials().stream()
                        .map(Trial::settings)
                        .toList());
        assertThat(Grids.plan(folder, "sampling: {name: random, trials: 6, seed: 3}", Grids.AXES)
                        .trials())
                .isEqualTo(some);
        assertThat(Grids.plan(folder, "sampling: {name: random, trials: 99, seed: 3}", Grids.AXES)
                        .trials())
                .hasSize(10);
    }

    @Test
    void set_changesTheBaseOfAllTrials() throws IOException {
        assertThat(Grids.plan(folder, "set: {batch: 4}", Grids.AXES).trials())
                .allSatisfy(trial -> assertThat(Grids.recipe(trial).batch()).isEqualTo(4));
    }

    @Test
    void bestRecipe_trainsForTheEpochsThatItWasReadAt() throws IOException {
        Plan plan = Grids.plan(folder, "epochs: [2, 5, 7]", Grids.AXES);
        Assignment first = new Assignment(plan.trials().get(3), List.of(2, 5, 7));
        Reading better = new Reading(5, 4, Map.of("loss", 0.2));
        Outcome outcome = first.ended(List.of(new Reading(2, 2, Map.of("loss", 0.5)), better), 1);
        Best best = Best.of(List.of(outcome), Goal.LOSS).orElseThrow();
        Trial ready = new Trial(1, Map.of(), plan.best(best));
        assertThat(Grids.recipe(ready).stages()).containsExactly(new Stage(32, 5));
        assertThat(Grids.recipe(ready).optimizer())
                .isEqualTo(Grids.recipe(first.trial()).optimizer());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "colour: blue; Unrecognized field \"colour\"",
                "axes: []; axes must not be empty",
                "axes: [{path: optimizer.name, values: []}]; an axis must have values, optimizer.name had none",
                "axes: [{path: batch}]; values is missing",
                "axes: [{path: optimizer.lr, values: [1]}]; the axis optimizer.lr: the recipe has no such place",
                "axes: [{path: batch, values: [4], when: {seed: [1]}}]; when must name axes before this one, named seed",
                "axes: [{path: batch, values: [4]}, {path: batch, values: [8]}]; an axis must be there once",
                "sampling: {name: halving, trials: 4, least: 1, factor: 1, seed: 1}; factor must be at least 2, was 1",
                "sampling: {name: random, trials: 0, seed: 1}; trials must be at least 1, was 0",
                "epochs: [3, 2]; epochs must rise from at least 1, were [3, 2]",
                "set: {nothing.here: 1}; --set nothing.here: the recipe has no such place"
            })
    void wrongGrid_isRefusedByFileAndRule(String line, String rule) throws IOException {
        Path file = Grids.file(folder, line, line.startsWith("axes") ? "" : Grids.AXES);
        assertThatThrownBy(() -> Plan.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(file + ": ")
                .hasMessageContaining(rule);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "set: {schedule: {name: one-cycle, warmup: 0}}",
                "set: {schedule: {name: constant, warmup: 0.1}}",
                "set: {patience: 3}",
                "set: {stages: [{size: 32, epochs: 1}, {size: 32, epochs: 1}]}"
            })
    void epochs_cannotBeReadOffARunThatKnowsItsLength(String set) throws IOException {
        Path file = Grids.file(folder, "epochs: [1, 2]", set, Grids.AXES);
        assertThatThrownBy(() -> Plan.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(file + ": epochs can be read off one run only if");
    }

    @Test
    void missingGrid_isNamed() {
        Path missing = folder.resolve("none.yaml");
        assertThatThrownBy(() -> Plan.read(missing)).hasMessage(missing + ": there is no such grid");
    }
}
