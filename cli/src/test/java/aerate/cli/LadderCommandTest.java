package aerate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import aerate.network.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ladder, as small as it goes: what it writes, not how well it does. */
class LadderCommandTest {
    private static final String HOME = "aerate.home";

    @TempDir
    private Path out;

    @TempDir
    private static Path films;

    /** A tenth of the training patients, which is all that so small a budget allows, must have both classes still. */
    @BeforeAll
    static void makeFilms() {
        Ran.of("phantom", films.resolve("many"), "--films", 300, "--size", Workshop.SIZE, "--seed", 4)
                .succeeded();
    }

    @BeforeEach
    void findTheProject() {
        System.setProperty(HOME, Project.home().toString());
    }

    @AfterEach
    void forgetTheProject() {
        System.clearProperty(HOME);
    }

    @Test
    void everyStep_isTrainedOnce_andStandsInTheTable() throws IOException {
        Ran ran = ladder(0.001, 1).succeeded();
        JsonNode standings = Json.MAPPER.readTree(out.resolve("ladder.json").toFile());
        assertThat(standings)
                .extracting(standing -> standing.path("step").asText())
                .containsExactly(
                        "ladder-base",
                        "ladder-hyperparameters",
                        "ladder-algorithm",
                        "ladder-augmentation",
                        "ladder-ntk");
        assertThat(standings)
                .allSatisfy(standing -> assertThat(
                                standing.at("/bestEpoch/value").asDouble())
                        .isGreaterThanOrEqualTo(standing.at("/accuracy/value").asDouble()));
        assertThat(ran.out()).contains("| step | seeds | accuracy % |", "best epoch on test (not honest)");
        assertThat(SelfContained.page(out.resolve("ladder.html"))).contains("Research use only");
        assertThat(out.resolve("ladder.png")).isNotEmptyFile();
        assertThat(out.resolve("trials.jsonl")).content().hasLineCount(5);
        assertThat(ladder(0.001, 1, "--resume").succeeded().out()).isEqualTo(ran.out());
        assertThat(out.resolve("trials.jsonl")).content().hasLineCount(5);
    }

    @Test
    void wrongWords_areRefused_andLeaveNothing() throws IOException {
        ladder(0, 1).refused(2, "a budget must be above 0 minutes, was 0.0");
        ladder(1, 0).refused(2, "--seeds must be at least 1, was 0");
        assertThat(out).isEmptyDirectory();
    }

    private Ran ladder(double budget, int seeds, Object... more) {
        List<Object> words = new ArrayList<>(List.of("ladder", "--data", films.resolve("many"), "--out", out));
        words.addAll(List.of("--budget", budget, "--seeds", seeds));
        words.addAll(List.of(more));
        return Ran.computing(words.toArray());
    }
}
