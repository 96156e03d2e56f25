package aerate.cli;

import aerate.film.WholeFile;
import aerate.network.Json;
import aerate.reading.triage.Heading;
import aerate.reading.triage.Journal;
import aerate.reading.triage.Worklist;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Where a worklist goes, in the format that its name says; beside it lie its journal and, of a long one in HTML, further
 * pages.
 */
record WorklistFile(Path file, Format format) {
    private static final String USE = "research use only";

    /** What can be written, by extension. */
    enum Format {
        CSV,
        HTML,
        JSON
    }

    /** What a worklist is in JSON; {@link Worklist} says more. */
    private record Document(String use, Heading heading, List<Worklist.Place> films) {}

    /**
     * The file of a name.
     *
     * @throws IllegalArgumentException if the name has not one of the extensions, or is a folder's
     */
    static WorklistFile of(Path file) {
        String name = String.valueOf(file.getFileName());
        Format format = Map.of("csv", Format.CSV, "html", Format.HTML, "json", Format.JSON)
                .get(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
        if (format == null) {
            throw new IllegalArgumentException("a worklist's name must end in .csv, .html or .json, was " + file);
        }
        if (Files.isDirectory(file)) {
            throw new IllegalArgumentException("a worklist must be a file, was a folder: " + file);
        }
        return new WorklistFile(file, format);
    }

    /** The same below its folder's real path; the folder is made where it is missing. */
    WorklistFile inRealFolder() throws IOException {
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent()).toRealPath();
        return new WorklistFile(folder.resolve(file.getFileName()), format);
    }

    /** What goes on with {@code --resume}. */
    Path journal() {
        return file.resolveSibling(file.getFileName() + ".journal");
    }

    /** Whether it is this file or one that lies beside it, so that a pile that holds them does not take them for films. */
    boolean owns(Path other) {
        return other.equals(file)
                || other.equals(journal())
                || (format == Format.HTML && WorklistPages.isPageOf(file, other));
    }

    void write(Worklist worklist, Journal journal) throws IOException {
        switch (format) {
            case CSV -> WholeFile.write(file, WorklistTable.of(worklist, USE).getBytes(StandardCharsets.UTF_8));
            case HTML -> new WorklistPages(worklist, journal).write(file);
            case JSON -> {
                Document document = new Document(USE, worklist.heading(), worklist.places());
                WholeFile.write(file, Json.MAPPER.writeValueAsBytes(document));
            }
        }
    }
}
