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
 * @param crp C-reactive protein in mg/l
 */
record DatedFilm(Path file, Optional<Double> day, Optional<Double> crp) {
    /**
     * The films of patients, in the order of their days, from a table with the columns patient, day and file (beside the table)
     * and, where it has it, crp_mg_l; others are not looked at. Fields hold no commas.
     *
     * @throws IllegalArgumentException naming the line and the rule
     */
    static Map<String, List<DatedFilm>> read(Path table) throws IOException {
        List<String> lines = Files.readAllLines(table).stream()
                .filter(line -> !line.isBlank())
                .toList();
        List<String> columns =
                lines.isEmpty() ? List.of() : Arrays.asList(lines.get(0).strip().split(","));
        for (String wanted : List.of("patient", "day", "file")) {
            if (!columns.contains(wanted)) {
                throw new IllegalArgumentException(table + ": there must be a column " + wanted + ", were " + columns);
            }
        }
        Map<String, List<DatedFilm>> patients = new LinkedHashMap<>();
        for (int i = 1; i < lines.size(); i++) {
            String[] fields = lines.get(i).split(",", -1);
            if (fields.length != columns.size()) {
                throw new IllegalArgumentException("%s, line %d: there must be %d fields, were %d"
                        .formatted(table, i + 1, columns.size(), fields.length));
            }
            Path file = table.resolveSibling(fields[columns.indexOf("file")]);
            if (!Files.isReadable(file)) {
                throw new IllegalArgumentException("%s, line %d: there is no %s".formatted(table, i + 1, file));
            }
            int crp = columns.indexOf("crp_mg_l");
            patients.computeIfAbsent(fields[columns.indexOf("patient")], patient -> new ArrayList<>())
                    .add(new DatedFilm(
                            file,
                            Optional.of(number(table, i + 1, fields[columns.indexOf("day")])),
                            crp < 0 || fields[crp].isBlank()
                                    ? Optional.empty()
                                    : Optional.of(number(table, i + 1, fields[crp]))));
        }
        patients.values()
                .forEach(films ->
                        films.sort(Comparator.comparing(film -> film.day().orElseThrow())));
        return patients;
    }

    private static double number(Path table, int line, String field) {
        try {
            return Double.parseDouble(field);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "%s, line %d: a number is wanted, was %s".formatted(table, line, field), e);
        }
    }
}
