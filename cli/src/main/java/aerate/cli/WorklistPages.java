package aerate.cli;

import aerate.reading.triage.Entry;
import aerate.reading.triage.Finding;
import aerate.reading.triage.Heading;
import aerate.reading.triage.Journal;
import aerate.reading.triage.Priority;
import aerate.reading.triage.Worklist;
import aerate.report.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A worklist as HTML: {@code worklist.html}, and from 10,000 films on {@code worklist-2.html} and so on, each with all it
 * shows.
 */
record WorklistPages(Worklist worklist, Journal journal) {
    private static final int FILMS_OF_A_PAGE = 10_000; // some 50 MB, which a browser opens in a second or two
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final Map<Priority, String> LABELS = Map.of(
            Priority.SICK, "called pneumonia",
            Priority.UNREADABLE, "not readable",
            Priority.UNLIKE, "unlike the training films",
            Priority.NORMAL, "called normal");

    /** Whether a file is a further page of a worklist. */
    static boolean isPageOf(Path file, Path other) {
        String stem = file.getFileName().toString().replaceFirst("\\.[^.]*$", "");
        String name = other.getFileName().toString();
        return file.resolveSibling(name).equals(other)
                && name.startsWith(stem)
                && name.substring(stem.length()).matches("-\\d+\\.html");
    }

    void write(Path file) throws IOException {
        for (int page = 1; page <= pages(); page++) {
            Page.WORKLIST.write(page(file, page), model(file, page));
        }
    }

    private int pages() {
        return Math.max(1, (worklist.places().size() + FILMS_OF_A_PAGE - 1) / FILMS_OF_A_PAGE);
    }

    private static Path page(Path file, int page) {
        String name = file.getFileName().toString();
        return page == 1 ? file : file.resolveSibling(name.replaceFirst("\\.[^.]*$", "-" + page + ".html"));
    }

    private Map<String, Object> model(Path file, int page) {
        Heading heading = worklist.heading();
        List<Worklist.Place> places = worklist.places();
        int from = (page - 1) * FILMS_OF_A_PAGE;
        return Map.of(
                "title", "Worklist",
                "subtitle", subtitle(heading),
                "threshold", heading.operatingPoint().threshold(),
                "total", places.size(),
                "counts", counts(),
                "pages", links(file, page),
                "folder", folder(heading),
                "films",
                        places.subList(from, Math.min(places.size(), from + FILMS_OF_A_PAGE)).stream()
                                .map(this::row)
                                .iterator(),
                "provenance", provenance(heading));
    }

    private String subtitle(Heading heading) {
        return String.format(
                Locale.ROOT,
                "%,d films of %s, the most urgent first, on %s.%s",
                worklist.places().size(),
                heading.pile(),
                LocalDateTime.now(ZoneId.systemDefault()).format(MINUTE),
                heading.heatmap()
                        .map(method ->
                                " Colour: what speaks for pneumonia (" + method + "), as strong as it is probable.")
                        .orElse(""));
    }

    private List<Map<String, Object>> counts() {
        return worklist.counts().entrySet().stream()
                .filter(count -> count.getValue() > 0)
                .map(count -> Map.<String, Object>of(
                        "priority", key(count.getKey()),
                        "label", LABELS.get(count.getKey()),
                        "films", count.getValue()))
                .toList();
    }

    private List<Map<String, Object>> links(Path file, int current) {
        return pages() == 1
                ? List.of()
                : IntStream.rangeClosed(1, pages())
                        .mapToObj(page -> Map.<String, Object>of(
                                "number",
                                page,
                                "file",
                                page(file, page).getFileName().toString(),
                                "current",
                                page == current))
                        .toList();
    }

    private Map<String, Object> row(Worklist.Place place) {
        Entry entry = place.entry();
        Map<String, Object> row = new HashMap<>();
        row.put("rank", place.rank());
        row.put("priority", key(place.priority()));
        row.put("film", entry.film());
        entry.unreadable().ifPresent(reason -> row.put("reason", reason));
        entry.finding().ifPresent(finding -> putFinding(row, finding));
        try {
            journal.thumbnail(entry).ifPresent(picture -> row.put("thumbnail", picture));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return row;
    }

    private static void putFinding(Map<String, Object> row, Finding finding) {
        row.put("probability", finding.probability());
        row.put("uncertainty", finding.uncertainty());
        finding.unlike().ifPresent(unlike -> row.put("unlike", unlike));
    }

    private static Map<String, String> provenance(Heading heading) {
        Map<String, String> provenance = new LinkedHashMap<>();
        provenance.put("films", heading.pile());
        provenance.put("classifier", heading.model() + ", weights " + heading.weightsHash());
        provenance.put(
                "operating point",
                String.format(
                        Locale.ROOT,
                        "pneumonia from %.4f: %s",
                        heading.operatingPoint().threshold(),
                        heading.operatingPoint().chosen()));
        provenance.put("heat maps", heading.heatmap().orElse("none"));
        provenance.put("code", System.getProperty("aerate.commit", "unknown"));
        return provenance;
    }

    private static String folder(Heading heading) {
        String uri = Path.of(heading.pile()).toUri().toString();
        return uri.endsWith("/") ? uri : uri + "/";
    }

    private static String key(Priority priority) {
        return priority.name().toLowerCase(Locale.ROOT);
    }
}
