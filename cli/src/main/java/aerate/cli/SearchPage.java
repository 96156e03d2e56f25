package aerate.cli;

import aerate.report.Charts;
import aerate.report.Page;
import aerate.report.ParallelCoordinates;
import aerate.training.search.Axis;
import aerate.training.search.Best;
import aerate.training.search.Goal;
import aerate.training.search.Importance;
import aerate.training.search.Outcome;
import aerate.training.search.Plan;
import aerate.training.search.Reading;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The page of a search: history, parallel coordinates, importance, the best recipe and every trial. */
final class SearchPage {
    private static final int SHOWN = 100; // rows of the table

    private SearchPage() {}

    static void write(Path file, Plan plan, List<Outcome> outcomes, Best best) throws IOException {
        Goal goal = plan.grid().goal();
        List<Importance> importances = Importance.of(outcomes, goal);
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("title", plan.grid().name());
        model.put(
                "subtitle",
                "%d trials, %d of them failed; the best: %s"
                        .formatted(
                                outcomes.size(),
                                outcomes.stream()
                                        .filter(outcome -> outcome.error().isPresent())
                                        .count(),
                                SearchProgress.settings(best.outcome().settings())));
        model.put("goal", goal.title());
        model.put("best", best.figure(goal));
        model.put("bestEpochs", best.reading().epochs());
        model.put("seconds", outcomes.stream().mapToDouble(Outcome::seconds).sum());
        model.put(
                "history",
                Charts.history(
                        "Trial",
                        goal.title(),
                        outcomes.stream().map(outcome -> outcome.last(goal)).toList(),
                        goal.order()));
        model.put("parallel", parallel(plan, outcomes));
        model.put(
                "importances",
                importances.stream()
                        .map(each -> List.of(each.parameter(), each.share(), each.readings()))
                        .toList());
        model.put("rows", rows(outcomes, goal));
        model.put("recipe", plan.best(best));
        model.put("provenance", Map.of("code", System.getProperty("aerate.commit", "unknown"), "plan", "plan.yaml"));
        Page.SEARCH.write(file, model);
    }

    private static ParallelCoordinates parallel(Plan plan, List<Outcome> outcomes) {
        Goal goal = plan.grid().goal();
        boolean withEpochs = plan.grid().epochs().size() > 1;
        List<String> names =
                new ArrayList<>(plan.grid().axes().stream().map(Axis::path).toList());
        if (withEpochs) {
            names.add("epochs");
        }
        List<ParallelCoordinates.Row> rows = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            List<Reading> readings = outcome.readings();
            List<Reading> shown = withEpochs || readings.isEmpty()
                    ? readings
                    : readings.subList(readings.size() - 1, readings.size());
            for (Reading reading : shown) {
                List<String> values = values(plan, outcome);
                if (withEpochs) {
                    values.add(String.valueOf(reading.epochs()));
                }
                rows.add(new ParallelCoordinates.Row(values, goal.of(reading.figures())));
            }
        }
        return ParallelCoordinates.of(names, goal.title(), rows, goal.order());
    }

    private static List<String> values(Plan plan, Outcome outcome) {
        List<String> values = new ArrayList<>();
        for (Axis axis : plan.grid().axes()) {
            JsonNode value = outcome.settings().get(axis.path());
            values.add(value == null ? "\u2013" : value.isTextual() ? value.asText() : value.toString());
        }
        return values;
    }

    /** The best first, at most so many; what failed last. */
    private static List<List<Object>> rows(List<Outcome> outcomes, Goal goal) {
        return outcomes.stream()
                .sorted(Comparator.comparing((Outcome outcome) -> outcome.last(goal), goal.order()))
                .limit(SHOWN)
                .map(outcome -> List.<Object>of(
                        outcome.trial(),
                        SearchProgress.settings(outcome.settings()),
                        outcome.last(goal),
                        outcome.seconds(),
                        outcome.error().orElse("")))
                .toList();
    }
}
