package aerate.cli;

import aerate.film.Listing;
import java.util.Locale;

/** A folder of unlabelled films as text: a line for each, and how many there are of each kind. */
final class ListingText {
    private ListingText() {}

    static String of(Listing listing) {
        int width = listing.films().stream()
                .mapToInt(film -> film.path().length())
                .max()
                .orElse(0);
        StringBuilder text = new StringBuilder();
        for (Listing.Entry film : listing.films()) {
            text.append(String.format("%-" + width + "s  ", film.path()))
                    .append(line(film))
                    .append('\n');
        }
        long unreadable = listing.films().stream()
                .filter(film -> film.unreadable().isPresent())
                .count();
        text.append(String.format(
                "%s, without classes: %d files, %d unreadable",
                listing.name(), listing.films().size(), unreadable));
        listing.kinds().forEach((kind, films) -> text.append(String.format("%n%6d  %s", films, kind)));
        return text.toString();
    }

    private static String line(Listing.Entry film) {
        if (film.unreadable().isPresent()) {
            return "unreadable: " + film.unreadable().get();
        }
        String size = film.size()
                .map(pixels -> String.format(
                        Locale.ROOT, "%5d x %-5d %2d bits", pixels.width(), pixels.height(), pixels.bits()))
                .orElse("");
        return size + "  " + film.kind().orElse("")
                + film.description().map(said -> "  \"" + said + "\"").orElse("");
    }
}
