package aerate.training.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTest {
    private static final Strategy SIX = new InOrder(Grids.trials(6).stream()
            .map(trial -> new Assignment(trial, List.of()))
            .toList());

    private final List<Integer> ran = Collections.synchronizedList(new ArrayList<>());

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void everyTrial_isRecordedOnce(int workers) throws IOException, InterruptedException {
        List<Outcome> outcomes = search(SIX, workers, this::succeed, false);
        assertThat(outcomes.stream().map(Outcome::trial)).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6);
        assertThat(folder.resolve("trials.jsonl")).content().hasLineCount(6);
    }

    /** An executor that fails is to the folder what a crash is: what was started stays without an outcome. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 6})
    void trialThatDied_runsFirst_andWhatIsRecordedIsNotRepeated(int dying) throws IOException, InterruptedException {
        assertThatThrownBy(() -> search(SIX, 1, assignment -> dieAt(dying, assignment), false))
                .hasMessage("the power is gone");
        ran.clear();
        List<Outcome> outcomes = search(SIX, 1, this::succeed, true);
        assertThat(ran)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(dying, 6).boxed().toList());
        assertThat(outcomes.stream().map(Outcome::trial)).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void trialThatDied_runsFirst_evenWhereTheStrategyWouldChooseAnother() throws IOException, InterruptedException {
        Strategy halving = new SuccessiveHalving(Grids.trials(9), List.of(1, 3, 9), 3, Goal.LOSS);
        Assignment promoted = new Assignment(Grids.trials(9).get(7), List.of(9));
        try (SearchFolder opened = SearchFolder.open(folder, "plan", false)) {
            opened.start(promoted);
        }
        search(halving, 1, this::succeed, true);
        assertThat(ran).startsWith(8);
    }

    @Test
    void halfALine_thatACrashLeft_isCutOff() throws IOException, InterruptedException {
        search(SIX, 1, this::succeed, false);
        Path journal = folder.resolve("trials.jsonl");
        List<String> whole = Files.readAllLines(journal);
        Files.write(journal, whole.subList(0, 5));
        Files.writeString(journal, whole.get(5).substring(0, 20), StandardOpenOption.APPEND);
        ran.clear();
        search(SIX, 1, this::succeed, true);
        assertThat(ran).containsExactly(6);
        assertThat(Files.readAllLines(journal)).isEqualTo(whole);
    }

    @Test
    void failedTrial_isRecordedWithItsError_andTheSearchGoesOn() throws IOException, InterruptedException {
        List<Outcome> outcomes = search(
                SIX,
                1,
                assignment -> assignment.trial().number() == 2
                        ? assignment.failed(List.of(), 1, "the loss must stay finite, was NaN")
                        : Grids.came(assignment, 0.5),
                false);
        assertThat(outcomes).hasSize(6);
        assertThat(outcomes.get(1).error()).contains("the loss must stay finite, was NaN");
        assertThat(Best.of(outcomes, Goal.LOSS).orElseThrow().outcome().trial()).isEqualTo(1);
        assertThat(search(SIX, 1, this::succeed, true)).isEqualTo(outcomes);
        assertThat(ran).isEmpty();
    }

    @Test
    void folderOfASearch_isNotBegunAnew() throws IOException, InterruptedException {
        search(SIX, 1, this::succeed, false);
        assertThatThrownBy(() -> search(SIX, 1, this::succeed, false))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(folder + ": there is a search already");
    }

    @Test
    void changedPlan_isRefused_andNothingIsLost() throws IOException, InterruptedException {
        search(SIX, 1, this::succeed, false);
        assertThatThrownBy(() -> SearchFolder.open(folder, "another plan", true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(folder.resolve("plan.yaml") + ": a search can only be resumed with its own");
        assertThat(search(SIX, 1, this::succeed, true)).hasSize(6);
    }

    @Test
    void folderWithoutASearch_cannotBeResumed() {
        assertThatThrownBy(() -> SearchFolder.open(folder, "plan", true))
                .hasMessage(folder + ": there is no search to resume");
    }

    @Test
    void damagedLine_isNamed() throws IOException, InterruptedException {
        search(SIX, 1, this::succeed, false);
        Files.writeString(folder.resolve("trials.jsonl"), "{\"trial\": 1}\n{\"trial\": }\n");
        assertThatThrownBy(() -> search(SIX, 1, this::succeed, true))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(folder.resolve("trials.jsonl") + ": line ");
    }

    private List<Outcome> search(Strategy strategy, int workers, Deed deed, boolean resume)
            throws IOException, InterruptedException {
        try (SearchFolder opened = SearchFolder.open(folder, "plan", resume)) {
            TrialExecutor executor = (assignment, path) -> deed.of(assignment);
            return new Search(strategy, executor, workers, new SearchListener() {}).run(opened);
        }
    }

    private interface Deed {
        Outcome of(Assignment assignment) throws IOException;
    }

    private Outcome succeed(Assignment assignment) {
        ran.add(assignment.trial().number());
        return Grids.came(assignment, 0.1 * assignment.trial().number());
    }

    private Outcome dieAt(int number, Assignment assignment) throws IOException {
        if (assignment.trial().number() == number) {
            throw new IOException("the power is gone");
        }
        return succeed(assignment);
    }
}
