package aerate.film;

import java.util.Arrays;
import java.util.Optional;

/** What the label of a film says. */
public enum Label {
    NORMAL,
    PNEUMONIA;

    /** The class index of this label in every classifier's scores. */
    public int index() {
        return this == NORMAL ? 0 : 1;
    }

    /** The label that a folder or a manifest calls so, in any letter case. */
    static Optional<Label> named(String name) {
        return Arrays.stream(values())
                .filter(label -> label.name().equalsIgnoreCase(name))
                .findFirst();
    }
}
