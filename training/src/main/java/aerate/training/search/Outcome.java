package aerate.training.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came of an {@link Assignment}: a line of {@code trials.jsonl}.
 *
 * @param trial its number
 * @param settings of the trial
 * @param epochs that were asked for
 * @param readings one for each of them that the run came to
 * @param seconds of wall time of the last attempt
 * @param error why it failed, if it did
 */
public record Outcome(
        int trial,
        Map<String, JsonNode> settings,
        List<Integer> epochs,
        List<Reading> readings,
        double seconds,
        Optional<String> error) {
    public Outcome {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        epochs = List.copyOf(epochs);
        readings = List.copyOf(readings);
    }

    /** The figure after the most epochs; NaN where the trial came to none. */
    public double last(Goal goal) {
        return readings.isEmpty()
                ? Double.NaN
                : goal.of(readings.get(readings.size() - 1).figures());
    }
}
