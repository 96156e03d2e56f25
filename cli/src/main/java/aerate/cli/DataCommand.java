package aerate.cli;

import aerate.film.Census;
import aerate.film.Extent;
import aerate.film.FilmSource;
import aerate.film.FilmSources;
import aerate.film.FolderSource;
import aerate.film.Listing;
import aerate.network.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import me.tongfei.progressbar.ProgressBar;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code aerate data}: what a collection holds. */
@Command(
        name = "data",
        description = {
            "Counts a collection of films: classes, patients, sizes, duplicates, unreadable files.",
            "Lists the films of a folder that has no classes: size, kind, and why one cannot be read."
        })
final class DataCommand implements Callable<Integer> {
    private static final int DUPLICATES_SHOWN = 5;

    @Parameters(paramLabel = "DIR", description = "Films: a folder, .npz or .csv.")
    private Path data;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        if (Files.isDirectory(data) && !FolderSource.isLabelled(data)) {
            List<Path> files = Listing.files(data);
            if (!files.isEmpty()) {
                return list(files);
            }
        }
        FilmSource source = FilmSources.open(data);
        Census census;
        try (ProgressBar bar = ProgressBars.of("reading", source.films().size(), "films")) {
            census = Census.of(source, Runtime.getRuntime().availableProcessors(), bar::stepTo);
        }
        System.out.println(json ? Json.MAPPER.writeValueAsString(census) : text(census));
        return 0;
    }

    private int list(List<Path> files) throws IOException {
        Listing listing;
        try (ProgressBar bar = ProgressBars.of("reading", files.size(), "films")) {
            listing = Listing.of(data, files, bar::stepTo);
        }
        System.out.println(json ? Json.MAPPER.writeValueAsString(listing) : ListingText.of(listing));
        return 0;
    }

    private static String text(Census census) {
        StringBuilder text = new StringBuilder();
        line(text, "collection", census.name() + " (licence: " + census.licence() + ")");
        line(text, "films", census.films() + " of " + census.patients() + " patients");
        line(text, "labels", counts(census.labels()));
        line(text, "subtypes", counts(census.subtypes()));
        line(text, "splits", counts(census.splits()));
        line(text, "films per patient", range(census.filmsPerPatient()));
        line(text, "width", range(census.widths()));
        line(text, "height", range(census.heights()));
        line(text, "bits", counts(census.bits()));
        line(
                text,
                "exact duplicates",
                census.duplicates().films() + " films in "
                        + census.duplicates().groups().size() + " groups");
        census.duplicates().groups().stream()
                .limit(DUPLICATES_SHOWN)
                .forEach(group -> line(
                        text,
                        "",
                        String.join(
                                " = ", group.stream().map(film -> film.name()).toList())));
        line(text, "unreadable", census.unreadable().size());
        for (Map.Entry<String, String> film : census.unreadable().entrySet()) {
            line(text, "", film.getKey() + ": " + film.getValue());
        }
        return text.toString().stripTrailing();
    }

    private static String counts(Map<?, Integer> counts) {
        return counts.isEmpty()
                ? "not told"
                : counts.entrySet().stream()
                        .map(count -> count.getKey() + ": " + count.getValue())
                        .collect(Collectors.joining(", "));
    }

    private static String range(Extent extent) {
        return extent.minimum() + " to " + extent.maximum() + ", median " + extent.median();
    }

    private static void line(StringBuilder text, String name, Object value) {
        text.append(String.format("%-18s %s%n", name, value));
    }
}
