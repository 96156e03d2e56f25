package aerate.training.search;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Every trial once, one after the other.
 *
 * @param assignments all of them
 */
public record InOrder(List<Assignment> assignments) implements Strategy {
    public InOrder {
        assignments = List.copyOf(assignments);
    }

    @Override
    public Optional<Assignment> next(List<Outcome> finished, Collection<Assignment> running) {
        return assignments.stream()
                .filter(assignment -> !running.contains(assignment))
                .filter(assignment -> finished.stream().noneMatch(assignment::isThatOf))
                .findFirst();
    }

    @Override
    public int expected() {
        return assignments.size();
    }
}
