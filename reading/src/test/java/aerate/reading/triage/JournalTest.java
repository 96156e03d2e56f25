package aerate.reading.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final FilmFile ONE = Piles.file("one.png", 10);
    private static final FilmFile TWO = Piles.file("of/two.png", 20);
    private static final FilmFile CUT = Piles.file("cut.png", 3);

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void writeThreeFilms() throws IOException {
        file = folder.resolve("journal");
        try (Journal journal = Journal.begin(file, Piles.HEADING)) {
            journal.add(List.of(Piles.line(ONE, 0.75), Piles.line(TWO, 0.25)));
            journal.add(List.of(JournalLine.unreadable(CUT, "a film must be whole, \"was\" cut\n")));
        }
    }

    @Test
    void resumed_hasAllThatWasAdded() throws IOException {
        try (Journal journal = Journal.resume(file, Piles.HEADING)) {
            assertThat(journal.entries())
                    .containsExactly(
                            Piles.found("one.png", 0.75),
                            Piles.found("of/two.png", 0.25),
                            Entry.unreadable("cut.png", "a film must be whole, \"was\" cut\n"));
            assertThat(journal.thumbnail(Piles.found("of/two.png", 0.25))).contains("AQI=");
            assertThat(journal.thumbnail(Entry.unreadable("cut.png", ""))).isEmpty();
            assertThat(journal.has(ONE)).isTrue();
            assertThat(journal.has(Piles.file("one.png", 11))).isFalse();
            assertThat(journal.has(Piles.file("three.png", 10))).isFalse();
        }
    }

    /** Wherever a crash cuts the last line. */
    @Test
    void tornLastLine_costsThatFilmOnly_andIsWrittenOver() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        int last = new String(whole, 0, whole.length - 1, StandardCharsets.UTF_8).lastIndexOf('\n');
        for (int length = last + 1; length < whole.length; length += 7) {
            Files.write(file, Arrays.copyOf(whole, length));
            try (Journal journal = Journal.resume(file, Piles.HEADING)) {
                assertThat(journal.entries()).hasSize(2);
                journal.add(List.of(Piles.line(CUT, 0.5)));
            }
            try (Journal journal = Journal.resume(file, Piles.HEADING)) {
                assertThat(journal.entries()).hasSize(3).contains(Piles.found("cut.png", 0.5));
            }
        }
    }

    @Test
    void laterLineOfAFilm_takesTheEarlierOnesPlace() throws IOException {
        FilmFile changed = Piles.file("one.png", 11);
        try (Journal journal = Journal.resume(file, Piles.HEADING)) {
            journal.add(List.of(Piles.line(changed, 0.125)));
        }
        try (Journal journal = Journal.resume(file, Piles.HEADING)) {
            assertThat(journal.entries()).hasSize(3).contains(Piles.found("one.png", 0.125));
            assertThat(journal.has(changed)).isTrue();
        }
    }

    @Test
    void brokenLineAmongOthers_isRefusedByItsNumber() throws IOException {
        List<String> lines = Files.readAllLines(file);
        Files.write(file, List.of(lines.get(0), lines.get(1), "{", lines.get(3)));
        assertThatThrownBy(() -> Journal.resume(file, Piles.HEADING))
                .isInstanceOf(IOException.class)
                .hasMessageContainingAll(file.toString(), "line 3");
    }

    @Test
    void fileOfSomebodyElse_isRefused_andStaysAsItIs() throws IOException {
        Path other = Files.writeString(folder.resolve("diary"), "dear diary\n");
        assertThatThrownBy(() -> Journal.begin(other, Piles.HEADING))
                .hasMessageContainingAll(other.toString(), "line 1");
        assertThat(other).hasContent("dear diary\n");
    }

    @Test
    void otherModel_isRefused() {
        Heading other = new Heading("films", "other", "77", 1, Piles.HALF, Optional.empty());
        assertThatThrownBy(() -> Journal.resume(file, other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("only be resumed with its own", "\"tiny\"", "\"other\"");
    }

    @Test
    void journalWithEntries_isNotBegunAnew_butAHeadingAloneIs() throws IOException {
        assertThatThrownBy(() -> Journal.begin(file, Piles.HEADING))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--resume");
        Path started = folder.resolve("started");
        Heading other = new Heading("films", "other", "77", 1, Piles.HALF, Optional.empty());
        Journal.begin(started, other).close();
        Files.writeString(started, "{\"entry", StandardOpenOption.APPEND);
        try (Journal journal = Journal.begin(started, Piles.HEADING)) {
            assertThat(journal.entries()).isEmpty();
        }
        assertThat(started).content().hasLineCount(1).contains("tiny");
    }

    @Test
    void secondTriage_isRefusedWhileTheFirstWrites() throws IOException {
        try (Journal journal = Journal.resume(file, Piles.HEADING)) {
            assertThatThrownBy(() -> Journal.resume(file, Piles.HEADING)).hasMessageContaining("another triage");
            assertThat(journal.entries()).hasSize(3);
        }
        Journal.resume(file, Piles.HEADING).close();
    }
}
