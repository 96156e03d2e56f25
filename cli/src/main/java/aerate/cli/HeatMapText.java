package aerate.cli;

import aerate.training.metrics.Estimate;
import java.util.List;
import java.util.Locale;

/** A comparison of heat maps as a Markdown table, which a terminal shows as well. */
final class HeatMapText {
    private HeatMapText() {}

    static String of(List<HeatMapRow> rows) {
        List<HeatMapFigure> columns = HeatMapRow.columns(rows);
        StringBuilder text = new StringBuilder("| method |");
        columns.forEach(figure -> text.append(' ').append(figure.title()).append(" |"));
        text.append(" ms per film |\n|---|")
                .append("---|".repeat(columns.size() + 1))
                .append('\n');
        for (HeatMapRow row : rows) {
            text.append("| `").append(row.method()).append("` |");
            columns.forEach(figure -> text.append(cell(row.figures().get(figure))));
            text.append(String.format(Locale.ROOT, " %.1f |%n", row.milliseconds()));
        }
        return text.toString();
    }

    private static String cell(Estimate estimate) {
        return String.format(Locale.ROOT, " %.3f [%.3f, %.3f] |", estimate.value(), estimate.low(), estimate.high());
    }
}
