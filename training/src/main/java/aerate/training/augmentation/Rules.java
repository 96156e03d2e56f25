package aerate.training.augmentation;

import java.util.Optional;

/** The checks that augmentations share; each message states the key, the rule and the value. */
final class Rules {
    private Rules() {}

    static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalArgumentException(message);
        }
    }

    /** That a probability is one, where there is one. */
    static void requireProbability(String name, Optional<Double> probability) {
        probability.ifPresent(
                value -> require(value >= 0 && value <= 1, name + ".probability must be in [0, 1], was " + value));
    }

    /** That a range is there and lies between two values, both included. */
    static void requireWithin(String key, Range range, double least, double greatest) {
        require(range != null, key + " is missing");
        require(
                range.low() >= least && range.high() <= greatest,
                key + " must be within [" + least + ", " + greatest + "], was " + range);
    }
}
