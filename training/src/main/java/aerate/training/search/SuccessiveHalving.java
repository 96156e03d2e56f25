package aerate.training.search;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Asynchronous successive halving: Li et al., "A System for Massively Parallel Hyperparameter Tuning" (MLSys 2020,
 * arXiv 1810.05934), Algorithm 2. All trials train a little; of those at each rung the best share of {@code 1 / factor}
 * train on, and nobody waits for a rung to fill.
 *
 * @param trials in the order in which they start
 * @param rungs rising counts of epochs
 * @param factor η, at least 2
 * @param goal by which trials are compared
 */
record SuccessiveHalving(List<Trial> trials, List<Integer> rungs, int factor, Goal goal) implements Strategy {
    SuccessiveHalving {
        trials = List.copyOf(trials);
        rungs = List.copyOf(rungs);
    }

    /** Rungs from a least count to the whole, each {@code factor} times the one before it; the last may be nearer. */
    static List<Integer> rungs(int least, int factor, int whole) {
        List<Integer> below = IntStream.iterate(least, epochs -> epochs < whole, epochs -> epochs * factor)
                .boxed()
                .toList();
        return IntStream.concat(below.stream().mapToInt(Integer::intValue), IntStream.of(whole))
                .boxed()
                .toList();
    }

    @Override
    public Optional<Assignment> next(List<Outcome> finished, Collection<Assignment> running) {
        for (int rung = rungs.size() - 2; rung >= 0; rung--) {
            int next = rung + 1;
            Optional<Assignment> promoted = best(finished, rung)
                    .map(trial -> at(trial, next))
                    .filter(assignment -> isNew(assignment, finished, running))
                    .findFirst();
            if (promoted.isPresent()) {
                return promoted;
            }
        }
        return trials.stream()
                .map(trial -> at(trial, 0))
                .filter(assignment -> isNew(assignment, finished, running))
                .findFirst();
    }

    private Stream<Trial> best(List<Outcome> finished, int rung) {
        List<Outcome> there = finished.stream()
                .filter(outcome -> outcome.epochs().equals(List.of(rungs.get(rung))))
                .toList();
        return there.stream()
                .sorted(Comparator.comparing((Outcome outcome) -> outcome.last(goal), goal.order()))
                .limit(there.size() / factor)
                .filter(outcome -> outcome.error().isEmpty())
                .map(outcome -> trials.get(outcome.trial() - 1));
    }

    private Assignment at(Trial trial, int rung) {
        return new Assignment(trial, List.of(rungs.get(rung)));
    }

    private static boolean isNew(Assignment assignment, List<Outcome> finished, Collection<Assignment> running) {
        return !running.contains(assignment) && finished.stream().noneMatch(assignment::isThatOf);
    }

    /** Every rung has a {@code factor}-th of the one below it; a surprise may promote a few more. */
    @Override
    public int expected() {
        int expected = 0;
        for (int rung = 0, there = trials.size(); rung < rungs.size(); rung++, there /= factor) {
            expected += there;
        }
        return expected;
    }
}
