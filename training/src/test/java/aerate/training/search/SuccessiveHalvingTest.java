package aerate.training.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SuccessiveHalvingTest {
    private static final SuccessiveHalving NINE =
            new SuccessiveHalving(Grids.trials(9), List.of(1, 3, 9), 3, Goal.LOSS);

    @Test
    void rungs_riseByTheFactor_toTheWhole() {
        assertThat(SuccessiveHalving.rungs(1, 3, 9)).containsExactly(1, 3, 9);
        assertThat(SuccessiveHalving.rungs(2, 4, 20)).containsExactly(2, 8, 20);
        assertThat(SuccessiveHalving.rungs(10, 3, 9)).containsExactly(9);
    }

    @Test
    void betterThird_goesOn_atEveryRung() {
        Map<Integer, List<Integer>> trained = train(NINE);
        assertThat(trained.get(1)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8, 9);
        assertThat(trained.get(3)).containsExactly(1, 2, 3);
        assertThat(trained.get(9)).containsExactly(1);
        assertThat(NINE.expected()).isEqualTo(9 + 3 + 1);
    }

    /** Asynchronous: the first three results suffice to promote one. */
    @Test
    void promotion_doesNotWaitForTheRungToFill() {
        List<Outcome> finished = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            finished.add(Grids.came(new Assignment(NINE.trials().get(i), List.of(1)), i));
        }
        assertThat(NINE.next(finished, List.of()))
                .contains(new Assignment(NINE.trials().get(0), List.of(3)));
    }

    @Test
    void failedTrial_isNotPromoted() {
        List<Outcome> finished = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            finished.add(new Assignment(NINE.trials().get(i), List.of(1)).failed(List.of(), 1, "diverged"));
        }
        assertThat(NINE.next(finished, List.of()))
                .contains(new Assignment(NINE.trials().get(3), List.of(1)));
    }

    @Test
    void whatIsUnderWay_isNotStartedAgain() {
        List<Assignment> running = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            running.add(NINE.next(List.of(), running).orElseThrow());
        }
        assertThat(running).doesNotHaveDuplicates();
        assertThat(NINE.next(List.of(), running)).isEmpty();
    }

    /** Earlier trials are better. Returns the trials by the epochs they came to. */
    private static Map<Integer, List<Integer>> train(Strategy strategy) {
        Map<Integer, List<Integer>> trained = new HashMap<>();
        List<Outcome> finished = new ArrayList<>();
        for (Optional<Assignment> next = strategy.next(finished, List.of());
                next.isPresent();
                next = strategy.next(finished, List.of())) {
            Assignment assignment = next.get();
            trained.computeIfAbsent(assignment.epochs().get(0), epochs -> new ArrayList<>())
                    .add(assignment.trial().number());
            finished.add(Grids.came(assignment, assignment.trial().number()));
        }
        return trained;
    }
}
