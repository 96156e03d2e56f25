package aerate.film;

import java.util.Locale;
import java.util.Optional;

/** The part of a collection that a film serves in. */
public enum Split {
    TRAIN,
    VALIDATION,
    TEST;

    /** The part that a folder or a manifest calls so: {@code train}, {@code val}, {@code validation}, {@code test}. */
    static Optional<Split> named(String name) {
        return Optional.ofNullable(
                switch (name.toLowerCase(Locale.ROOT)) {
                    case "train" -> TRAIN;
                    case "val", "validation" -> VALIDATION;
                    case "test" -> TEST;
                    default -> null;
                });
    }
}
