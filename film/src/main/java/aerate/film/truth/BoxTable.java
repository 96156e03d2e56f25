package aerate.film.truth;

import aerate.film.Film;
import aerate.film.FilmSource;
import aerate.film.LabelledFilm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Boxes in a CSV file with the columns {@code path} (the film's name in its collection), {@code x}, {@code y},
 * {@code width} and {@code height}, in whole pixels of the film as it is stored; a line for each box.
 */
public final class BoxTable implements Truth {
    private static final List<String> COLUMNS = List.of("path", "x", "y", "width", "height");
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreHeaderCase(true)
            .setIgnoreSurroundingSpaces(true)
            .setTrim(true)
            .get();

    private final Path file;
    private final Map<String, List<Line>> lines;

    /** A box and the line that it stands in. */
    private record Line(long number, Box box) {}

    private BoxTable(Path file, Map<String, List<Line>> lines) {
        this.file = file;
        this.lines = lines;
    }

    /**
     * Reads the boxes of a collection's films.
     *
     * @throws IllegalArgumentException if a column is missing, or a line has no box or names a film that the collection
     *     has not; says the line
     * @throws IOException if the file cannot be read
     */
    public static BoxTable open(Path file, FilmSource source) throws IOException {
        Set<String> films = source.films().stream().map(LabelledFilm::name).collect(Collectors.toSet());
        Map<String, List<Line>> lines = new LinkedHashMap<>();
        String text = Files.readString(file, StandardCharsets.UTF_8).replaceFirst("^\uFEFF", ""); // of spreadsheets
        try (CSVParser parser = CSVParser.parse(text, FORMAT)) {
            requireColumns(parser.getHeaderNames(), file);
            for (CSVRecord line : parser) {
                long number = parser.getCurrentLineNumber();
                String film = line.get("path").replace('\\', '/');
                if (!films.contains(film)) {
                    throw new IllegalArgumentException(
                            at(file, number) + "a box must be of a film in " + source.name() + ", was of " + film);
                }
                Line box = new Line(number, box(line, file, number));
                lines.computeIfAbsent(film, name -> new ArrayList<>()).add(box);
            }
        }
        if (lines.isEmpty()) {
            throw new IllegalArgumentException(file + ": a table of boxes must have at least one, had none");
        }
        return new BoxTable(file, lines);
    }

    @Override
    public boolean marks(LabelledFilm entry) {
        return lines.containsKey(entry.name());
    }

    @Override
    public LesionMask mask(LabelledFilm entry, Film film) {
        List<Line> boxes = lines.get(entry.name());
        for (Line line : boxes) {
            try {
                line.box().requireWithin(film.width(), film.height());
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(at(file, line.number()) + e.getMessage(), e);
            }
        }
        return LesionMask.of(boxes.stream().map(Line::box).toList(), film.width(), film.height());
    }

    @Override
    public String toString() {
        return "boxes of " + file;
    }

    private static void requireColumns(List<String> header, Path file) {
        List<String> columns =
                header.stream().map(column -> column.toLowerCase(Locale.ROOT)).toList();
        if (!columns.containsAll(COLUMNS)) {
            throw new IllegalArgumentException(
                    file + ": a table of boxes must have the columns " + COLUMNS + ", had " + columns);
        }
    }

    private static Box box(CSVRecord line, Path file, long number) {
        try {
            return new Box(pixels(line, "x"), pixels(line, "y"), pixels(line, "width"), pixels(line, "height"));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(at(file, number) + e.getMessage(), e);
        }
    }

    private static int pixels(CSVRecord line, String column) {
        String text = line.isSet(column) ? line.get(column) : "";
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "a box's " + column + " must be a whole number of pixels, was '" + text + "'", e);
        }
    }

    private static String at(Path file, long number) {
        return file + ": line " + number + ": ";
    }
}
