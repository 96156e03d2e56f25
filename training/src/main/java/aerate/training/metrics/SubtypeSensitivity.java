package aerate.training.metrics;

/**
 * How many of the sick films of one subtype are found.
 *
 * @param subtype as its collection names it, {@code "unspecified"} where it does not
 * @param films sick films of the subtype, at least 1
 * @param found those called sick
 * @param sensitivity {@code found / films}
 */
public record SubtypeSensitivity(String subtype, int films, int found, Estimate sensitivity) {
    public SubtypeSensitivity {
        if (found < 0 || found > films || films < 1) {
            throw new IllegalArgumentException(
                    "a subtype must have found <= films and at least one film, had " + found + " of " + films);
        }
    }
}
