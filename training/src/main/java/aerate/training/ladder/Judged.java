package aerate.training.ladder;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A run as the test films see it.
 *
 * @param patients of the films
 * @param verdicts after each epoch, on each film: whether it was called what it is
 * @param kept the epoch, from 1, that the validation films chose
 */
record Judged(List<String> patients, List<boolean[]> verdicts, int kept) {
    Judged {
        patients = List.copyOf(patients);
        verdicts = List.copyOf(verdicts);
    }

    /** At the epoch that the validation films chose. */
    boolean[] chosen() {
        return verdicts.get(kept - 1);
    }

    /** At the epoch that does best on these very films, which is no honest choice. */
    boolean[] best() {
        return verdicts.stream()
                .reduce((best, other) -> right(other) > right(best) ? other : best)
                .orElseThrow();
    }

    private static long right(boolean... verdicts) {
        return IntStream.range(0, verdicts.length)
                .filter(film -> verdicts[film])
                .count();
    }
}
