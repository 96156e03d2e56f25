package aerate.training.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One point of a search.
 *
 * @param number from 1
 * @param settings what sets it apart from the others: values by the axes' paths
 * @param recipe as YAML, changed by these; need not be one that can be carried out
 */
public record Trial(int number, Map<String, JsonNode> settings, String recipe) {
    public Trial {
        if (number < 1) {
            throw new IllegalArgumentException("number must be at least 1, was " + number);
        }
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }
}
