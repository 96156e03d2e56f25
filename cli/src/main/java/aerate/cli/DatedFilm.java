package aerate.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A film with its day, of a patient.
 *
 * @param view as a table has it, such as ap or pa
 * @param crp C-reactive protein in mg/l
 */
record DatedFilm(Path file, Optional<Double> day, Optional<String> view, Optional<Double> crp) {
    private static final List<String> NEEDED = List.of("patient", "day", "file");

    /**
     * The films of patients, in the order of their days, from a table with the columns patient, day and file and, where it has
     * them, view and crp_mg_l; others are not looked at. Fields hold no commas.
     *
     * @param data where the files are
     * @throws IllegalArgumentException naming the line and the rule
     */
    static Map<String, List<DatedFilm>> read(Path table, Path data) throws IOException {
        List<String> lines = Files.readAllLines(table);
        List<String> columns =
                lines.isEmpty() ? List.of() : Arrays.asList(lines.get(0).strip().split(","));
        for (String needed : NEEDED) {
            if (!columns.contains(needed)) {
                throw new IllegalArgumentException(table + ": there must be a column " + needed + ", were " + columns);
            }
        }
        Map<String, List<DatedFilm>> patients = new LinkedHashMap<>();
        for (int i = 1; i < lines.size(); i++) {
            if (!lines.get(i).isBlank()) {
                Row row = Row.of(table + ", line " + (i + 1), columns, lines.get(i));
                patients.computeIfAbsent(row.text("patient"), patient -> new ArrayList<>())
                        .add(row.film(data));
            }
        }
        patients.values()
                .forEach(films ->
                        films.sort(Comparator.comparing(film -> film.day().orElseThrow())));
        return patients;
    }

    /** A line of the table, by column. */
    private record Row(String where, Map<String, String> fields) {
        static Row of(String where, List<String> columns, String line) {
            String[] fields = line.split(",", -1);
            if (fields.length != columns.size()) {
                throw new IllegalArgumentException(
                        where + ": there must be " + columns.size() + " fields, were " + fields.length);
            }
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < fields.length; i++) {
                row.put(columns.get(i), fields[i].strip());
            }
            return new Row(where, row);
        }

        String text(String column) {
            return fields.getOrDefault(column, "");
        }

        DatedFilm film(Path data) {
            Path file = data.resolve(text("file"));
            if (!Files.isRegularFile(file)) {
                throw new IllegalArgumentException(where + ": the file must be there, was " + file);
            }
            return new DatedFilm(
                    file,
                    Optional.of(number("day")),
                    text("view").isEmpty() ? Optional.empty() : Optional.of(text("view")),
                    text("crp_mg_l").isEmpty() ? Optional.empty() : Optional.of(number("crp_mg_l")));
        }

        private double number(String column) {
            double number = Double.NaN;
            try {
                number = Double.parseDouble(text(column));
            } catch (NumberFormatException e) {
                // is none: refused below, with what is no number either
            }
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException(where + ": " + column + " must be a number, was " + text(column));
            }
            return number;
        }
    }
}
