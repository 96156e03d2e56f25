package aerate.report;

import java.util.List;
import java.util.Objects;

/**
 * One colour of a grouped bar chart: a bar per category.
 *
 * @param heights one per category
 * @param errors half-lengths of the error bars, one per category; empty for none
 */
public record Bars(String name, List<Double> heights, List<Double> errors) {
    public Bars {
        Objects.requireNonNull(name);
        heights = List.copyOf(heights);
        errors = List.copyOf(errors);
        if (!errors.isEmpty() && errors.size() != heights.size()) {
            throw new IllegalArgumentException("bars must have an error for each or for none, had " + errors.size()
                    + " for " + heights.size() + " in " + name);
        }
    }

    public Bars(String name, List<Double> heights) {
        this(name, heights, List.of());
    }
}
