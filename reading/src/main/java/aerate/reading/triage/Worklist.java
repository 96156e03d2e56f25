package aerate.reading.triage;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Films in the order in which a human should read them. Research use only.
 *
 * @param heading what read them
 * @param places every film of the pile once, the most urgent first
 */
public record Worklist(Heading heading, List<Place> places) {
    /**
     * A film and where it stands.
     *
     * @param rank from 1
     * @param priority why there
     */
    public record Place(
            int rank, Priority priority, @JsonUnwrapped Entry entry) {
        public Place {
            if (rank < 1) {
                throw new IllegalArgumentException("a rank must be at least 1, was " + rank);
            }
            Objects.requireNonNull(priority);
            Objects.requireNonNull(entry);
        }
    }

    public Worklist {
        Objects.requireNonNull(heading);
        places = List.copyOf(places);
    }

    /** How many films there are of each priority, also of those that no film has. */
    public Map<Priority, Integer> counts() {
        Map<Priority, Integer> counts = new EnumMap<>(Priority.class);
        for (Priority priority : Priority.values()) {
            counts.put(priority, 0);
        }
        places.forEach(place -> counts.merge(place.priority(), 1, Integer::sum));
        return counts;
    }
}
