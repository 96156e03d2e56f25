package aerate.report;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Models of the pages of searches and ladders, as the templates' heads describe them. */
final class SampleSearches {
    private SampleSearches() {}

    static Map<String, Object> search(String optimizer) {
        Comparator<Double> order = Comparator.naturalOrder();
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("title", "quick");
        model.put("subtitle", "3 trials, 1 of them failed");
        model.put("goal", "loss");
        model.put("best", 0.25);
        model.put("bestEpochs", 2);
        model.put("seconds", 65.0);
        model.put("history", Charts.history("Trial", "loss", List.of(0.5, Double.NaN, 0.25), order));
        model.put(
                "parallel",
                ParallelCoordinates.of(
                        List.of("optimizer"),
                        "loss",
                        List.of(
                                new ParallelCoordinates.Row(List.of(optimizer), 0.5),
                                new ParallelCoordinates.Row(List.of("adam"), 0.25)),
                        order));
        model.put("importances", List.of(List.of("optimizer", 0.8, 2), List.of("epochs", Double.NaN, 2)));
        model.put(
                "rows",
                List.of(
                        List.of(3, "optimizer=adam", 0.25, 12.0, ""),
                        List.of(1, "optimizer=" + optimizer, 0.5, 11.0, ""),
                        List.of(2, "optimizer=nag", Double.NaN, 9.0, "the loss must stay finite, was NaN")));
        model.put("recipe", "name: best\n");
        model.put("provenance", Map.of("code", "unknown"));
        return model;
    }

    static Map<String, Object> ladder() {
        List<Interval> intervals = List.of(new Interval(80, 75, 84), new Interval(82, 78, 86));
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("subtitle", "2 steps, 3 seeds each");
        model.put("chart", Charts.intervals("Accuracy, %", List.of("base", "ntk"), Map.of("chosen", intervals)));
        model.put("reading", "Within chance of the step before: ntk.");
        model.put(
                "rows",
                List.of(
                        List.of("base", 3, "80.0 [75.0, 84.0]", "", "83.0 [79.0, 87.0]"),
                        List.of("ntk", 3, "82.0 [78.0, 86.0]", "2.0 [-1.0, 5.0]", "85.0 [81.0, 89.0]")));
        model.put("failed", List.of("step=ntk, seed=2: the loss must stay finite"));
        model.put("seconds", 900.0);
        model.put("provenance", Map.of("code", "unknown"));
        return model;
    }
}
