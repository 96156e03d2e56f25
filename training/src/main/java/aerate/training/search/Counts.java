package aerate.training.search;

import java.util.List;

/** The rule for counts of epochs. */
final class Counts {
    private Counts() {}

    static void requireRising(List<Integer> counts) {
        for (int i = 0; i < counts.size(); i++) {
            if (counts.get(i) <= (i == 0 ? 0 : counts.get(i - 1))) {
                throw new IllegalArgumentException("epochs must rise from at least 1, were " + counts);
            }
        }
    }
}
