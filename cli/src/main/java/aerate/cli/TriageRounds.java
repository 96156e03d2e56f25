package aerate.cli;

import aerate.reading.triage.Arrivals;
import aerate.reading.triage.FilmFile;
import aerate.reading.triage.Heading;
import aerate.reading.triage.Journal;
import aerate.reading.triage.Pile;
import aerate.reading.triage.Priority;
import aerate.reading.triage.Triage;
import aerate.reading.triage.TriagePolicy;
import aerate.reading.triage.Worklist;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import me.tongfei.progressbar.ProgressBar;

/** Reads what is due of a pile, and writes the worklist after each round. */
final class TriageRounds {
    private static final int LARGEST = 2000; // films that a list under watch waits for

    private final Triage triage;
    private final Journal journal;
    private final Heading heading;
    private final WorklistFile file;
    private final Arrivals arrivals;

    TriageRounds(Triage triage, Pile pile, Journal journal, Heading heading, WorklistFile file) {
        this.triage = triage;
        this.journal = journal;
        this.heading = heading;
        this.file = file;
        arrivals = new Arrivals(pile, journal);
    }

    /** Reads all that is there now. */
    void once() throws IOException {
        round(arrivals.all());
    }

    /**
     * Reads what comes, until the process or the thread is ended.
     *
     * @param every how often to look
     */
    void watch(Duration every) throws IOException, InterruptedException {
        round(List.of()); // the list is there from the beginning
        while (true) {
            List<FilmFile> due = arrivals.settled(every);
            if (!due.isEmpty()) {
                round(due.subList(0, Math.min(LARGEST, due.size())));
            }
            if (due.size() <= LARGEST) {
                Thread.sleep(every.toMillis());
            }
        }
    }

    private void round(List<FilmFile> films) throws IOException {
        if (!films.isEmpty()) {
            try (ProgressBar bar = ProgressBars.of("triage", films.size(), "films")) {
                triage.read(films, journal, bar::stepTo);
            }
        }
        Worklist worklist = new TriagePolicy().worklist(heading, journal.entries());
        file.write(worklist, journal);
        System.out.println(summary(worklist));
    }

    private String summary(Worklist worklist) {
        Map<Priority, Integer> counts = worklist.counts();
        return String.format(
                Locale.ROOT,
                "%d films: %d called pneumonia, %d not readable, %d unlike the training films, %d called normal%n"
                        + "%s%nby %s, pneumonia from %.4f (%s); research use only",
                worklist.places().size(),
                counts.get(Priority.SICK),
                counts.get(Priority.UNREADABLE),
                counts.get(Priority.UNLIKE),
                counts.get(Priority.NORMAL),
                file.file(),
                heading.model(),
                heading.operatingPoint().threshold(),
                heading.operatingPoint().chosen());
    }
}
