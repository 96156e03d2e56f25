package aerate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import aerate.network.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(OneWorkshop.class)
class TriageCommandTest {
    private static final int FILES = 22;

    @TempDir
    private Path folder;

    private Path pile;

    @BeforeEach
    void makePile(Workshop workshop) throws IOException {
        pile = folder.resolve("pile");
        for (Path film : workshop.sick().subList(0, 10)) {
            for (String ward : new String[] {"ward", "ward/night, late"}) { // the same names twice
                Files.createDirectories(pile.resolve(ward));
                Files.copy(film, pile.resolve(ward).resolve(film.getFileName()));
            }
        }
        TestFilms.truncated(pile.resolve("cut.jpeg"));
        Files.writeString(pile.resolve("note.txt"), "no film");
        Files.writeString(pile.resolve(".hidden"), "no film");
    }

    @Test
    void json_hasEveryFileOnce_sickFirst_andSaysWhatItIs(Workshop workshop) throws IOException {
        Path out = folder.resolve("list.json");
        Ran ran = triage(workshop, "--out", out).succeeded();
        assertThat(ran.out()).contains(FILES + " films: ", "2 not readable", "by tiny, pneumonia from 0.", "research");
        JsonNode list = Json.MAPPER.readTree(out.toFile());
        assertThat(list.path("use").asText()).isEqualTo("research use only");
        assertThat(list.at("/heading/model").asText()).isEqualTo("tiny");
        assertThat(list.at("/heading/heatmap").asText()).isEqualTo("grad-cam");
        List<String> priorities = new ArrayList<>();
        list.path("films").forEach(film -> priorities.add(film.path("priority").asText()));
        assertThat(list.path("films").findValuesAsText("film")).hasSize(FILES).doesNotHaveDuplicates();
        assertThat(priorities)
                .isSortedAccordingTo((a, b) -> place(a) - place(b))
                .contains("UNREADABLE");
        JsonNode read = list.path("films").path(priorities.indexOf("UNREADABLE") == 0 ? 2 : 0);
        assertThat(read.at("/finding/probability").asDouble(-1)).isBetween(0.0, 1.0);
        assertThat(read.at("/finding/uncertainty").asDouble(-1)).isBetween(0.0, 1.0);
    }

    @Test
    void csv_hasALineAFilm_withItsReasonWhereItIsUnreadable(Workshop workshop) throws IOException {
        Path out = folder.resolve("list.csv");
        triage(workshop, "--out", out, "--heatmap", "none").succeeded();
        assertThat(Files.readAllLines(out))
                .hasSize(1 + FILES)
                .startsWith("rank,priority,film,probability,verdict,uncertainty,unlike,unreadable,use")
                .anyMatch(line -> line.matches("\\d+,(SICK|NORMAL),\"ward/night, late/person.*,research use only"))
                .anyMatch(line -> line.matches("\\d+,UNREADABLE,cut.jpeg,,,,,.*truncated.*"));
    }

    @Test
    void html_isOneFileWithAPictureOfEachFilmThatCouldBeRead(Workshop workshop) throws IOException {
        Path out = folder.resolve("new/list.html");
        triage(workshop, "--out", out).succeeded();
        String page = SelfContained.page(out);
        assertThat(page.split("\"thumbnail\":\"/9j/", -1)).hasSize(1 + 20); // how every JPEG begins
        assertThat(page).contains("<b>2</b> not readable", pile.toRealPath().toString());
    }

    @Test
    void resumed_readsOnlyWhatIsNew(Workshop workshop) throws IOException {
        Path out = pile.resolve("list.json"); // within the pile: neither it nor its journal is taken for a film
        triage(workshop, "--out", out).succeeded();
        Files.copy(workshop.sick().get(11), pile.resolve("late.png"));
        Ran ran = triage(workshop, "--out", out, "--resume").succeeded();
        assertThat(ran.err()).contains("1/1 films");
        assertThat(Json.MAPPER.readTree(out.toFile()).path("films")).hasSize(FILES + 1);
        assertThat(triage(workshop, "--out", out, "--resume").succeeded().err()).doesNotContain("films/s");
        triage(workshop, "--out", out).refused(2, "list.json.journal", "--resume");
        triage(workshop, "--out", out, "--resume", "--heatmap", "cam").refused(2, "only be resumed with its own");
    }

    @Test
    void emptyPile_isAnEmptyList(Workshop workshop) throws IOException {
        pile = Files.createDirectories(folder.resolve("empty"));
        Path out = folder.resolve("list.html");
        assertThat(triage(workshop, "--out", out).succeeded().out()).startsWith("0 films");
        SelfContained.page(out);
    }

    @ParameterizedTest
    @CsvSource({
        "--out, list.txt, '.csv, .html or .json'",
        "--heatmap, ouija, 'cam, grad-cam'",
        "--every, 0, at least 1 second"
    })
    void wrongWord_isRefused_andNothingIsWritten(String option, String value, String rule, Workshop workshop) {
        triage(workshop, option, value).refused(2, rule, value);
        assertThat(Path.of("list.txt")).doesNotExist();
    }

    @Test
    void pileOrOutputThatIsNone_isRefused(Workshop workshop) throws IOException {
        Path out = Files.createDirectories(folder.resolve("list.html"));
        triage(workshop, "--out", out).refused(2, "must be a file, was a folder", out);
        pile = folder.resolve("nowhere");
        triage(workshop, "--out", folder.resolve("list.csv")).refused(2, "must be a folder", pile);
    }

    private static int place(String priority) {
        return List.of("SICK", "UNREADABLE", "UNLIKE", "NORMAL").indexOf(priority);
    }

    private Ran triage(Workshop workshop, Object... more) {
        Stream<Object> words = Stream.of("triage", pile, "--model", workshop.classifier());
        return Ran.computing(Stream.concat(words, Stream.of(more)).toArray());
    }
}
