package aerate.training.search;

import java.util.List;
import java.util.Optional;

/**
 * What an executor is asked to do; all that it needs to know but the films.
 *
 * @param trial whose recipe is to be trained by
 * @param epochs rising counts to read the result at; it is trained to the last of them, which may be less than the recipe
 *     has. Without any: to the end
 */
public record Assignment(Trial trial, List<Integer> epochs) {
    public Assignment {
        epochs = List.copyOf(epochs);
        Counts.requireRising(epochs);
    }

    /** What came of it. */
    public Outcome ended(List<Reading> readings, double seconds) {
        return new Outcome(trial.number(), trial.settings(), epochs, readings, seconds, Optional.empty());
    }

    /**
     * That it failed.
     *
     * @param readings of the epochs before it did
     * @param error the reason, in one line
     */
    public Outcome failed(List<Reading> readings, double seconds, String error) {
        return new Outcome(trial.number(), trial.settings(), epochs, readings, seconds, Optional.of(error));
    }

    boolean isThatOf(Outcome outcome) {
        return outcome.trial() == trial.number() && outcome.epochs().equals(epochs);
    }
}
