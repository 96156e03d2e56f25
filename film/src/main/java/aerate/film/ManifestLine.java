package aerate.film;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;

/** The meaning of one line of a manifest. */
final class ManifestLine {
    private static final Set<String> COLUMNS = Set.of("path", "label", "patient", "split", "subtype");

    private ManifestLine() {}

    /** A misspelt {@code patient} must not go unseen: it would break the split by patient. */
    static void requireColumns(List<String> header) {
        List<String> columns =
                header.stream().map(column -> column.toLowerCase(Locale.ROOT)).toList();
        for (String column : columns) {
            if (!COLUMNS.contains(column)) {
                throw new IllegalArgumentException(
                        "a column must be path, label, patient, split or subtype, was '" + column + "'");
            }
        }
        if (!columns.contains("path") || !columns.contains("label")) {
            throw new IllegalArgumentException("a manifest must have the columns path and label, had " + columns);
        }
    }

    /** The film of a line; whose it is, if the line does not say, by the file below {@code root}. */
    static LabelledFilm film(CSVRecord line, Path root) {
        String path = value(line, "path").orElseThrow(() -> new IllegalArgumentException("a path must not be empty"));
        String name = Path.of(path).normalize().toString().replace('\\', '/');
        return new LabelledFilm(
                name,
                label(value(line, "label").orElse("")),
                value(line, "subtype"),
                value(line, "patient").orElseGet(() -> FileSource.patient(root.resolve(name), name)),
                value(line, "split").map(ManifestLine::split));
    }

    private static Label label(String text) {
        return Label.named(text)
                .orElseThrow(
                        () -> new IllegalArgumentException("a label must be normal or pneumonia, was '" + text + "'"));
    }

    private static Split split(String text) {
        return Split.named(text)
                .orElseThrow(
                        () -> new IllegalArgumentException("a split must be train, val or test, was '" + text + "'"));
    }

    private static Optional<String> value(CSVRecord line, String column) {
        return line.isSet(column) ? Optional.of(line.get(column)).filter(value -> !value.isEmpty()) : Optional.empty();
    }
}
