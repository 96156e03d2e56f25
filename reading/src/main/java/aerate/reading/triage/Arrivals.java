package aerate.reading.triage;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The films of a pile that are due: those that the journal has not, or has from an earlier state of their file.
 *
 * <p>The folder is looked through each time rather than watched through the operating system, which says nothing of what
 * others write to a network share.
 */
public final class Arrivals {
    private final Pile pile;
    private final Journal journal;
    private Map<String, Stamp> before = Map.of();

    public Arrivals(Pile pile, Journal journal) {
        this.pile = pile;
        this.journal = journal;
    }

    /**
     * All that are due, complete or not.
     *
     * @throws IOException if the pile's folder cannot be listed
     */
    public List<FilmFile> all() throws IOException {
        return pile.look().stream().filter(file -> !journal.has(file)).toList();
    }

    /**
     * Those due that nobody seems to be writing any more: not changed since the last look, or for a while. One that stops
     * for longer half way is read as it is, and once more when it has changed.
     *
     * @param quiet how long a file that is seen for the first time must have been left alone
     * @throws IOException if the pile's folder cannot be listed
     */
    public List<FilmFile> settled(Duration quiet) throws IOException {
        List<FilmFile> due = all();
        long latest = System.currentTimeMillis() - quiet.toMillis();
        List<FilmFile> settled = due.stream()
                .filter(file ->
                        file.stamp().modified() <= latest || file.stamp().equals(before.get(file.name())))
                .toList();
        before = new HashMap<>();
        due.forEach(file -> before.put(file.name(), file.stamp()));
        return settled;
    }
}
