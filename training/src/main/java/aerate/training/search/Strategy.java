package aerate.training.search;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Which trial runs next. It remembers nothing: what it says depends on what has happened alone, so that a search that was
 * killed goes on from its record as if it had not been.
 */
public interface Strategy {
    /**
     * The next assignment, neither finished nor under way; none if there is nothing to do until one under way ends.
     *
     * @param finished in the order in which they ended
     * @param running those under way
     */
    Optional<Assignment> next(List<Outcome> finished, Collection<Assignment> running);

    /** How many assignments there will be, as far as can be told before. */
    int expected();
}
