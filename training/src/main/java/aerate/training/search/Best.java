package aerate.training.search;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The best that a search came to.
 *
 * @param outcome of the trial
 * @param reading the count of epochs at which it was best; the least of those that are as good
 */
public record Best(Outcome outcome, Reading reading) {
    /** Among all readings; none if no trial came to one. Of equals the earliest. */
    public static Optional<Best> of(List<Outcome> outcomes, Goal goal) {
        return outcomes.stream()
                .flatMap(outcome -> outcome.readings().stream().map(reading -> new Best(outcome, reading)))
                .filter(best -> !Double.isNaN(best.figure(goal)))
                .min(Comparator.comparing((Best best) -> best.figure(goal), goal.order()));
    }

    /** What it is the best by. */
    public double figure(Goal goal) {
        return goal.of(reading.figures());
    }
}
