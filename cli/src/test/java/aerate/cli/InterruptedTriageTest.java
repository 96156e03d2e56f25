package aerate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import aerate.network.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A triage that is killed, or that watches, in a process of its own. */
@ExtendWith(OneWorkshop.class)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "signals are POSIX's")
class InterruptedTriageTest {
    private static final int FILMS = 600;

    @TempDir
    private Path folder;

    private Path pile;
    private Path out;

    @BeforeEach
    void makePile() throws IOException {
        pile = Files.createDirectories(folder.resolve("pile"));
        out = folder.resolve("list.json");
    }

    @Test
    void killed_andResumed_everyFilmIsOnTheListOnce(Workshop workshop) throws IOException, InterruptedException {
        List<Path> films = workshop.sick();
        for (int i = 0; i < FILMS; i++) {
            Files.copy(films.get(i % films.size()), pile.resolve("film-" + i + ".png"));
        }
        try (AerateProcess triage = start(workshop)) {
            triage.waitFor(() -> journalled() > 20);
            triage.kill();
        }
        assertThat(out).doesNotExist();
        int kept = journalled();
        assertThat(kept).isBetween(20, FILMS - 1);
        Ran ran = Ran.computing(words(workshop, "--resume")).succeeded();
        assertThat(ran.err()).contains("/" + (FILMS - kept) + " films");
        assertThat(films()).hasSize(FILMS).doesNotHaveDuplicates();
    }

    @Test
    void watching_readsWhatComes_andAHalfWrittenFilmWhenItIsComplete(Workshop workshop)
            throws IOException, InterruptedException {
        byte[] film = Files.readAllBytes(workshop.sick().get(0));
        try (AerateProcess triage = start(workshop, "--watch", "--every", 1)) {
            triage.waitFor(() -> Files.exists(out));
            assertThat(films()).isEmpty();
            Path late = pile.resolve("late.png");
            Files.write(late, Arrays.copyOf(film, film.length / 2));
            Thread.sleep(500);
            Files.write(late, film);
            triage.waitFor(() -> list().at("/films/0/finding/probability").isNumber());
            assertThat(triage.interrupt()).as(triage.said()).isTrue();
        }
        assertThat(films()).containsExactly("late.png");
    }

    private AerateProcess start(Workshop workshop, Object... more) throws IOException {
        return new AerateProcess(
                0,
                folder.resolve("said"),
                Stream.concat(Arrays.stream(words(workshop, more)), Stream.of("--threads", 1)));
    }

    private Object[] words(Workshop workshop, Object... more) {
        Stream<Object> words = Stream.of("triage", pile, "--model", workshop.classifier(), "--out", out);
        return Stream.concat(words, Stream.of(more)).toArray();
    }

    /** Whole lines of the journal after its heading. */
    private int journalled() throws IOException {
        Path journal = folder.resolve("list.json.journal");
        return !Files.exists(journal)
                ? 0
                : (int) Math.max(
                        0,
                        Files.readString(journal)
                                        .chars()
                                        .filter(character -> character == '\n')
                                        .count()
                                - 1);
    }

    private List<String> films() throws IOException {
        return list().path("films").findValuesAsText("film");
    }

    private JsonNode list() throws IOException {
        return Json.MAPPER.readTree(out.toFile());
    }
}
