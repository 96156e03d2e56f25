package aerate.reading.triage;

import aerate.film.Label;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Who is read first, and why. It sorts; it removes nothing.
 *
 * <p>First those called sick, the most probable first: to have them read early is what triage is for. Directly after them
 * those that could not be read: they may hide anything, no model has looked at them, and at the end of a long list no human
 * would. Then those called normal that are unlike the training films, since there the model's word counts for little. Then
 * the rest. Within the last two the more probable come first as well; films that are equal in all of this stand by name, so
 * that the same pile gives the same list.
 *
 * <p>A film called sick stays among the sick where it is unlike the training films, too: the flag is shown, but moves
 * nobody backwards.
 */
public record TriagePolicy() {
    private static final Comparator<Worklist.Place> FIRST_READ = Comparator.comparing(Worklist.Place::priority)
            .thenComparing(TriagePolicy::probability, Comparator.reverseOrder())
            .thenComparing(place -> place.entry().film());

    /** The films in the order of reading. */
    public Worklist worklist(Heading heading, Collection<Entry> entries) {
        List<Worklist.Place> sorted = entries.stream()
                .map(entry -> new Worklist.Place(1, priority(entry), entry))
                .sorted(FIRST_READ)
                .toList();
        List<Worklist.Place> ranked = new ArrayList<>(sorted.size());
        for (Worklist.Place place : sorted) {
            ranked.add(new Worklist.Place(ranked.size() + 1, place.priority(), place.entry()));
        }
        return new Worklist(heading, ranked);
    }

    /** Which part of the list a film belongs to. */
    public Priority priority(Entry entry) {
        if (entry.finding().isEmpty()) {
            return Priority.UNREADABLE;
        }
        Finding finding = entry.finding().get();
        if (finding.verdict() == Label.PNEUMONIA) {
            return Priority.SICK;
        }
        return finding.unlike().orElse(false) ? Priority.UNLIKE : Priority.NORMAL;
    }

    private static double probability(Worklist.Place place) {
        return place.entry().finding().map(Finding::probability).orElse(0.0);
    }
}
