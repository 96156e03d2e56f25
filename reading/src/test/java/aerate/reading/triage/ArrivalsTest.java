package aerate.reading.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArrivalsTest {
    private static final Duration LONG = Duration.ofHours(1);

    @TempDir
    private Path folder;

    private Path pile;
    private Journal journal;
    private Arrivals arrivals;

    @BeforeEach
    void open() throws IOException {
        pile = Files.createDirectories(folder.resolve("pile"));
        journal = Journal.begin(folder.resolve("journal"), Piles.HEADING);
        arrivals = new Arrivals(Pile.in(pile, path -> false), journal);
    }

    @AfterEach
    void close() throws IOException {
        journal.close();
    }

    @Test
    void filmThatIsBeingWritten_isDueOnceItHasStoppedChanging() throws IOException {
        byte[] whole = Files.readAllBytes(Piles.film(folder.resolve("film.png"), 1));
        Path film = pile.resolve("film.png");
        for (int length = 10; length < whole.length; length += whole.length / 3) {
            Files.write(film, Arrays.copyOf(whole, length));
            assertThat(arrivals.settled(LONG)).as(length + " bytes").isEmpty();
        }
        Files.write(film, whole);
        assertThat(arrivals.settled(LONG)).isEmpty();
        assertThat(arrivals.settled(LONG)).extracting(FilmFile::name).containsExactly("film.png");
    }

    @Test
    void filmThatWasLeftAloneForLong_isDueAtOnce() throws IOException {
        Path film = Piles.film(pile.resolve("film.png"), 1);
        Files.setLastModifiedTime(film, FileTime.fromMillis(System.currentTimeMillis() - 2 * LONG.toMillis()));
        assertThat(arrivals.settled(LONG)).hasSize(1);
    }

    @Test
    void filmOfTheJournal_isDueAgainOnlyWhenItHasChanged() throws IOException {
        Path film = Files.writeString(pile.resolve("film.png"), "half");
        FilmFile half = arrivals.all().get(0);
        journal.add(List.of(JournalLine.unreadable(half, "truncated")));
        assertThat(arrivals.all()).isEmpty();
        Piles.film(film, 1);
        assertThat(arrivals.all()).extracting(FilmFile::name).containsExactly("film.png");
        journal.add(List.of(Piles.line(arrivals.all().get(0), 0.5)));
        assertThat(arrivals.all()).isEmpty();
        assertThat(journal.entries()).containsExactly(Piles.found("film.png", 0.5));
    }
}
