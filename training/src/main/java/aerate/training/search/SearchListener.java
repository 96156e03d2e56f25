package aerate.training.search;

/** Hears of a search as it goes. */
public interface SearchListener {
    /** A trial starts, or goes on. */
    default void started(Assignment assignment) {}

    /** A trial's outcome is recorded. */
    default void recorded(Outcome outcome) {}
}
