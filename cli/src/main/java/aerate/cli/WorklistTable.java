package aerate.cli;

import aerate.reading.triage.Entry;
import aerate.reading.triage.Finding;
import aerate.reading.triage.Worklist;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A worklist as comma-separated values (RFC 4180): a line a film, what is not known of it empty. */
final class WorklistTable {
    private static final List<String> HEADINGS =
            List.of("rank", "priority", "film", "probability", "verdict", "uncertainty", "unlike", "unreadable", "use");

    private WorklistTable() {}

    static String of(Worklist worklist, String use) {
        StringBuilder table = new StringBuilder(line(HEADINGS));
        for (Worklist.Place place : worklist.places()) {
            Entry entry = place.entry();
            table.append(line(List.of(
                    String.valueOf(place.rank()),
                    place.priority().name(),
                    entry.film(),
                    cell(entry, Finding::probability),
                    cell(entry, Finding::verdict),
                    cell(entry, Finding::uncertainty),
                    cell(entry, finding -> finding.unlike().map(String::valueOf).orElse("")),
                    entry.unreadable().orElse(""),
                    use)));
        }
        return table.toString();
    }

    private static String cell(Entry entry, Function<Finding, Object> column) {
        return entry.finding().map(column).map(String::valueOf).orElse("");
    }

    private static String line(List<String> cells) {
        return cells.stream().map(WorklistTable::quoted).collect(Collectors.joining(",")) + "\r\n";
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(character -> character == ',' || character == '"' || character < ' ');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
