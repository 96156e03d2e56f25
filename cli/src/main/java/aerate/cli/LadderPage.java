package aerate.cli;

import aerate.film.WholeFile;
import aerate.network.Json;
import aerate.report.Chart;
import aerate.report.Charts;
import aerate.report.Interval;
import aerate.report.Page;
import aerate.training.ladder.Ladder;
import aerate.training.ladder.Standing;
import aerate.training.metrics.Estimate;
import aerate.training.search.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The files of a ladder: figures, plot and page. */
final class LadderPage {
    private LadderPage() {}

    static void write(Path folder, Ladder ladder, List<Standing> standings, List<Outcome> outcomes) throws IOException {
        Chart chart = chart(standings);
        WholeFile.write(folder.resolve("ladder.json"), Json.MAPPER.writeValueAsBytes(standings));
        Pictures.writePng(chart.picture(2), folder.resolve("ladder.png"));
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("subtitle", LadderText.scale(ladder));
        model.put("chart", chart);
        model.put("reading", LadderText.reading(standings));
        model.put(
                "rows",
                standings.stream()
                        .map(standing -> List.of(
                                standing.step(),
                                standing.runs(),
                                LadderText.percent(standing.accuracy()),
                                standing.gain().map(LadderText::percent).orElse(""),
                                LadderText.percent(standing.bestEpoch())))
                        .toList());
        model.put(
                "failed",
                outcomes.stream()
                        .filter(outcome -> outcome.error().isPresent())
                        .map(outcome -> SearchProgress.settings(outcome.settings()) + ": "
                                + outcome.error().get())
                        .toList());
        model.put("seconds", outcomes.stream().mapToDouble(Outcome::seconds).sum());
        model.put("provenance", Map.of("code", System.getProperty("aerate.commit", "unknown"), "plan", "plan.yaml"));
        Page.LADDER.write(folder.resolve("ladder.html"), model);
    }

    private static Chart chart(List<Standing> standings) {
        Map<String, List<Interval>> groups = new LinkedHashMap<>();
        groups.put("epoch chosen on validation films", intervals(standings, Standing::accuracy));
        groups.put("best epoch on test (not honest)", intervals(standings, Standing::bestEpoch));
        return Charts.intervals(
                "Accuracy, %",
                standings.stream()
                        .map(standing -> standing.step().replaceFirst("^ladder-", ""))
                        .toList(),
                groups);
    }

    private static List<Interval> intervals(List<Standing> standings, Function<Standing, Estimate> figure) {
        return standings.stream()
                .map(figure)
                .map(each -> new Interval(100 * each.value(), 100 * each.low(), 100 * each.high()))
                .toList();
    }
}
