package aerate.film;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Films listed in a CSV file with the columns {@code path} (relative to the file), {@code label} ({@code normal} or
 * {@code pneumonia}) and, where known, {@code patient}, {@code split} ({@code train}, {@code val} or {@code test}) and
 * {@code subtype}. Letter case does not matter but in paths, patients and subtypes.
 */
public final class ManifestSource extends FileSource {
    private static final CSVFormat FORMAT = CSVFormat.DEFAULT
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreHeaderCase(true)
            .setIgnoreSurroundingSpaces(true)
            .setTrim(true)
            .get();

    private ManifestSource(Path manifest, List<LabelledFilm> films) {
        super(manifest.getFileName().toString(), manifest.toAbsolutePath().getParent(), films);
    }

    /**
     * Reads a manifest.
     *
     * @throws IllegalArgumentException if a column is missing or unknown, or a line has an unknown label or split; says
     *     the line
     * @throws IOException if the file cannot be read
     */
    public static ManifestSource open(Path manifest) throws IOException {
        String text = withoutMark(Files.readString(manifest, StandardCharsets.UTF_8));
        List<LabelledFilm> films = new ArrayList<>();
        Set<String> paths = new HashSet<>();
        Path root = manifest.toAbsolutePath().getParent();
        try (CSVParser lines = CSVParser.parse(text, FORMAT)) {
            ManifestLine.requireColumns(lines.getHeaderNames());
            for (CSVRecord line : lines) {
                LabelledFilm film = parse(line, root, lines.getCurrentLineNumber());
                if (!paths.add(film.name())) {
                    throw new IllegalArgumentException(
                            "line " + lines.getCurrentLineNumber() + ": a path must appear once, was " + film.name());
                }
                films.add(film);
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(manifest + ": " + e.getMessage(), e);
        }
        if (films.isEmpty()) {
            throw new IllegalArgumentException(manifest + ": a manifest must list films, had none");
        }
        return new ManifestSource(manifest, films);
    }

    private static LabelledFilm parse(CSVRecord line, Path root, long number) {
        try {
            return ManifestLine.film(line, root);
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(
                    "line " + number + ": a path must be valid, was not: " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("line " + number + ": " + e.getMessage(), e);
        }
    }

    /** Spreadsheet programs begin their UTF-8 with a byte order mark. */
    private static String withoutMark(String text) {
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
}
