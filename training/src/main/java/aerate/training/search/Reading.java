package aerate.training.search;

import aerate.training.TrainingListener.EpochReport;
import java.util.List;
import java.util.Map;

/**
 * What a run of so many epochs would have kept, read off a run of as many or more.
 *
 * @param epochs of the run
 * @param best the epoch that it keeps: the least validation loss of its stage
 * @param figures of that epoch on the validation films
 */
public record Reading(int epochs, int best, Map<String, Double> figures) {
    public Reading {
        figures = Map.copyOf(figures);
    }

    /**
     * Read off a run's log.
     *
     * @param counts of epochs to read at; those that the run did not come to are left out. Without any: where it ended
     */
    public static List<Reading> of(List<EpochReport> log, List<Integer> counts) {
        if (log.isEmpty()) {
            return List.of();
        }
        List<Integer> at = counts.isEmpty() ? List.of(log.size()) : counts;
        return at.stream()
                .filter(count -> count <= log.size())
                .map(count -> at(log, count))
                .toList();
    }

    private static Reading at(List<EpochReport> log, int count) {
        EpochReport kept = log.subList(0, count).stream()
                .filter(EpochReport::best)
                .reduce((earlier, later) -> later)
                .orElseThrow();
        return new Reading(count, kept.epoch(), kept.validation());
    }
}
