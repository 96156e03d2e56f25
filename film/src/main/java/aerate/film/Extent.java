package aerate.film;

import java.util.Collection;
import java.util.List;

/**
 * Least, middle and greatest of some counts.
 *
 * @param median the upper one of the two middle counts where there are two
 */
public record Extent(int minimum, int median, int maximum) {
    public Extent {
        if (minimum > median || median > maximum) {
            throw new IllegalArgumentException(
                    "an extent must be minimum <= median <= maximum, was " + minimum + ", " + median + ", " + maximum);
        }
    }

    /** Of the given counts; all zero if there are none. */
    static Extent of(Collection<Integer> counts) {
        if (counts.isEmpty()) {
            return new Extent(0, 0, 0);
        }
        List<Integer> sorted = counts.stream().sorted().toList();
        return new Extent(sorted.get(0), sorted.get(sorted.size() / 2), sorted.get(sorted.size() - 1));
    }
}
