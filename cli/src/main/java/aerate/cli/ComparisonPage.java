package aerate.cli;

import aerate.report.Bars;
import aerate.report.Chart;
import aerate.report.Charts;
import aerate.report.Page;
import aerate.training.metrics.Estimate;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A comparison of courses as a page. */
final class ComparisonPage {
    private ComparisonPage() {}

    static void write(
            Path file,
            String subtitle,
            Map<String, ComparedMethod> methods,
            CourseGrid grid,
            Map<String, String> provenance)
            throws IOException {
        Page.COMPARISON.write(
                file,
                Map.of(
                        "title",
                        "Methods of treatment courses",
                        "subtitle",
                        subtitle,
                        "bars",
                        bars(methods),
                        "methods",
                        methods.entrySet().stream()
                                .map(method -> Map.of(
                                        "name", method.getKey(),
                                        "lambdas", lambdas(method.getValue()),
                                        "monotonicity", method.getValue().monotonicity(),
                                        "smoothness", method.getValue().smoothness(),
                                        "largestJump", method.getValue().largestJump(),
                                        "seconds", method.getValue().secondsPerCourse()))
                                .toList(),
                        "pictures",
                        grid.picture(),
                        "provenance",
                        provenance));
    }

    private static List<Map<String, Object>> lambdas(ComparedMethod method) {
        return method.figures().entrySet().stream()
                .map(entry -> Map.<String, Object>of(
                        "lambda", entry.getKey(),
                        "normalRate", entry.getValue().normalRate(),
                        "outsideMae", entry.getValue().outsideMae(),
                        "outsideSsim", entry.getValue().outsideSsim(),
                        "reidentified", entry.getValue().reidentified(),
                        "frechet", entry.getValue().frechet(),
                        "kernel", entry.getValue().kernel(),
                        "lesionError",
                                entry.getValue().lesionError().map(List::of).orElse(List.of())))
                .toList();
    }

    private static Chart bars(Map<String, ComparedMethod> methods) {
        List<String> categories = methods.values().iterator().next().figures().keySet().stream()
                .map(lambda -> "λ " + lambda)
                .toList();
        return Charts.bars(
                "",
                "judged normal, %",
                categories,
                methods.entrySet().stream()
                        .map(method -> new Bars(
                                method.getKey(),
                                method.getValue().figures().values().stream()
                                        .map(figures ->
                                                100 * figures.normalRate().value())
                                        .toList(),
                                method.getValue().figures().values().stream()
                                        .map(figures -> 50 * width(figures.normalRate()))
                                        .toList()))
                        .toList());
    }

    private static double width(Estimate estimate) {
        return estimate.high() - estimate.low();
    }
}
