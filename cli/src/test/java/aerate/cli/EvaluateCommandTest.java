package aerate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import aerate.network.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(OneWorkshop.class)
class EvaluateCommandTest {
    @TempDir
    private Path folder;

    @Test
    void text_hasEveryFigure(Workshop workshop) {
        assertThat(evaluate(workshop, workshop.phantoms()).succeeded().out())
                .contains("accuracy", "sensitivity", "specificity", "positive predictive value", "F1", "AUROC", "AUPRC")
                .contains("Brier score", "calibration error", "sick found", "pneumonia from");
    }

    @Test
    void filmsTrainedOn_areMeasuredOnTheirTestPart_andOthersOnAll(Workshop workshop) {
        Path others = folder.resolve("others");
        Ran.of("phantom", others, "--films", 10, "--size", Workshop.SIZE, "--seed", 9)
                .succeeded();
        String own = evaluate(workshop, workshop.phantoms()).succeeded().out();
        assertThat(own).contains("phantoms (test)").doesNotStartWith(Workshop.FILMS + " films");
        assertThat(evaluate(workshop, others).succeeded().out())
                .startsWith("10 films")
                .contains("others (all)");
    }

    @Test
    void splits_addUpToAll(Workshop workshop) throws IOException {
        int films = 0;
        for (String split : new String[] {"train", "validation", "test"}) {
            films += json(workshop, "--split", split).at("/evaluation/films").asInt();
        }
        assertThat(films).isEqualTo(Workshop.FILMS);
        assertThat(json(workshop, "--split", "all").at("/evaluation/films").asInt())
                .isEqualTo(Workshop.FILMS);
    }

    @Test
    void json_saysWhatWasMeasuredOnWhat(Workshop workshop) throws IOException {
        JsonNode result = json(workshop);
        assertThat(result.path("model").asText()).isEqualTo("tiny");
        assertThat(result.path("weightsHash").asText()).hasSize(64);
        assertThat(result.path("data").asText()).isEqualTo("phantoms");
        assertThat(result.path("split").asText()).isEqualTo("test");
        assertThat(result.path("unreadable").isEmpty()).isTrue();
        JsonNode accuracy = result.at("/evaluation/accuracy");
        assertThat(accuracy.path("low").asDouble())
                .isLessThanOrEqualTo(accuracy.path("value").asDouble());
        assertThat(accuracy.path("high").asDouble())
                .isGreaterThanOrEqualTo(accuracy.path("value").asDouble());
        assertThat(result.at("/evaluation/confusion").size()).isEqualTo(4);
        assertThat(result.at("/evaluation/curves/roc").isArray()).isTrue();
    }

    @Test
    void page_loadsNothing(Workshop workshop) throws IOException {
        Path page = folder.resolve("pages").resolve("evaluation.html");
        evaluate(workshop, workshop.phantoms(), "--html", page).succeeded();
        assertThat(SelfContained.page(page)).contains("AUROC", "data:image");
    }

    @Test
    void modelOfUnknownOrigin_isMeasuredOnAll_andHasNoOtherPart(Workshop workshop) throws IOException {
        Path foreign = Checkpoints.withoutProvenance(workshop.classifier(), folder.resolve("foreign"));
        Ran all = Ran.evaluating(foreign, workshop.phantoms());
        assertThat(all.succeeded().out()).startsWith("60 films");
        Ran.evaluating(foreign, workshop.phantoms(), "--split", "test")
                .refused(2, "how its films were divided", "--split must be all");
    }

    private JsonNode json(Workshop workshop, Object... more) throws IOException {
        Path file = folder.resolve("figures").resolve("evaluation.json");
        Object[] words =
                Stream.concat(Stream.of("--json", file), Arrays.stream(more)).toArray();
        evaluate(workshop, workshop.phantoms(), words).succeeded();
        return Json.MAPPER.readTree(file.toFile());
    }

    private static Ran evaluate(Workshop workshop, Path data, Object... more) {
        return Ran.evaluating(workshop.classifier(), data, more);
    }
}
