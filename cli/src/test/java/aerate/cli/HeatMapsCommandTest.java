package aerate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import aerate.film.Film;
import aerate.film.FilmReader;
import aerate.film.FilmWriter;
import aerate.network.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(OneWorkshop.class)
class HeatMapsCommandTest {
    private static final List<String> MARKED =
            List.of("POINTING_GAME", "IOU", "IOU_GLOBAL", "IOU_BEST", "ENERGY_INSIDE");

    @TempDir
    private Path folder;

    @Test
    void phantoms_bringTheirMasks_andEveryFigureIsMeasured(Workshop workshop) throws IOException {
        Path json = folder.resolve("figures").resolve("maps.json");
        Path html = folder.resolve("maps.html");
        String methods = "cam,layer-cam@denseblock2,grad-cam~2";
        Ran ran = compare(
                        workshop, "--films", 4, "--perturbed", 2, "--methods", methods, "--json", json, "--html", html)
                .succeeded();
        assertThat(ran.out()).contains("masks of " + workshop.phantoms().resolve("masks"), "pointing game", "`cam`");
        JsonNode result = Json.MAPPER.readTree(Files.readString(json));
        assertThat(result.path("films").asInt()).isEqualTo(4);
        assertThat(result.path("perturbed").asInt()).isEqualTo(2);
        assertThat(result.path("weightsHash").asText()).hasSize(64);
        assertThat(result.path("methods").findValuesAsText("method"))
                .containsExactly("cam", "layer-cam@denseblock2", "grad-cam~2", "none");
        for (JsonNode method : result.path("methods")) {
            for (String figure : MARKED) {
                assertEstimate(method.path("figures").path(figure), 0, 1);
            }
            assertEstimate(method.path("figures").path("INSERTION"), 0, 1);
            assertEstimate(method.path("figures").path("DELETION"), 0, 1);
            assertEstimate(method.path("figures").path("ROAD"), -0.5, 0.5);
            assertThat(method.path("milliseconds").asDouble(-1)).isNotNegative();
        }
        assertThat(SelfContained.page(html)).contains("layer-cam@denseblock2", "data:image/png", "IoU at 0.5");
    }

    @Test
    void methodsNotNamed_areAllOfThem(Workshop workshop) {
        assertThat(compare(workshop, "--films", 1).succeeded().out())
                .contains("`cam`", "`grad-cam`", "`grad-cam++`", "`hires-cam`", "`layer-cam`", "`ablation-cam`");
    }

    @Test
    void filmsThatNobodyMarked_haveTheFiguresThatNeedNoMarks(Workshop workshop) throws IOException {
        Path films = Files.createDirectories(folder.resolve("films").resolve("PNEUMONIA"));
        Files.copy(workshop.sick().get(0), films.resolve("a.png"));
        assertThat(compareOn(workshop, films.getParent(), "--methods", "grad-cam")
                        .succeeded()
                        .out())
                .contains("not marked", "ROAD")
                .doesNotContain("pointing game", "IoU");
    }

    @Test
    void boxes_markTheirFilmsOnly(Workshop workshop) throws IOException {
        Path boxes = boxes(workshop.sick().get(2).getFileName() + ",3,4,10,12");
        assertThat(compare(workshop, "--split", "all", "--boxes", boxes, "--methods", "grad-cam")
                        .succeeded()
                        .out())
                .startsWith("1 films")
                .contains("boxes of " + boxes);
    }

    /** The box, and what the answer must say. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SICK,30,0,3,1 | line 2: a box must lie within its film of 32 x 32 pixels, was 3 x 1 at 30, 0",
                "nobody.png,0,0,3,1 | line 2: a box must be of a film in phantoms, was of PNEUMONIA/nobody.png"
            })
    void boxThatIsWrong_isRefused(String line, String words, Workshop workshop) throws IOException {
        Path boxes =
                boxes(line.replace("SICK", workshop.sick().get(0).getFileName().toString()));
        compare(workshop, "--split", "all", "--boxes", boxes).refused(2, boxes, words);
    }

    @Test
    void maskOfAnotherSize_isRefused_beforeAnythingIsMeasured(Workshop workshop) throws IOException {
        Path masks = Files.createDirectories(folder.resolve("masks").resolve("PNEUMONIA"));
        Path sick = workshop.sick().get(0);
        Film mask =
                FilmReader.read(workshop.phantoms().resolve("masks/PNEUMONIA").resolve(sick.getFileName()));
        FilmWriter.writePng(mask.resized(31, 32), masks.resolve(sick.getFileName()));
        Path json = folder.resolve("none").resolve("maps.json");
        compare(workshop, "--split", "all", "--masks", masks.getParent(), "--json", json)
                .refused(2, sick.getFileName(), "a mask must have its film's size 32 x 32, was 31 x 32");
        assertThat(json.getParent()).doesNotExist();
    }

    @Test
    void collectionWithoutSickFilms_isRefused(Workshop workshop) throws IOException {
        Path films = Files.createDirectories(folder.resolve("films").resolve("NORMAL"));
        Files.copy(workshop.sick().get(0), films.resolve("a.png"));
        compareOn(workshop, films.getParent()).refused(2, "films", "none of 1 films has it");
    }

    /** The words, and what the answer must say. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--methods grad-cam,ouija | a heat map must be cam, grad-cam | was ouija",
                "--methods grad-cam@layer4 | a layer must be one of [denseblock1, denseblock2, denseblock3] | layer4",
                "--methods grad-cam~1 | views of a smoothed heat map must be in [2, 64] | was 1",
                "--films 0 | --films must be at least 1 | was 0",
                "--perturbed 0 | --perturbed must be at least 1 | was 0",
                "--masks nowhere | masks must be in a folder | nowhere"
            })
    void wordThatIsWrong_isRefused(String words, String rule, String value, Workshop workshop) {
        compare(workshop, (Object[]) words.split(" ")).refused(2, rule, value);
    }

    @Test
    void boxesAndMasksTogether_areAUsageError(Workshop workshop) {
        Ran ran = compare(workshop, "--boxes", "a.csv", "--masks", "b");
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("--boxes", "--masks", "mutually exclusive");
    }

    private static void assertEstimate(JsonNode estimate, double least, double greatest) {
        double value = estimate.path("value").asDouble(Double.NaN);
        assertThat(value).isBetween(least, greatest);
        assertThat(estimate.path("low").asDouble(Double.NaN)).isLessThanOrEqualTo(value);
        assertThat(estimate.path("high").asDouble(Double.NaN)).isGreaterThanOrEqualTo(value);
    }

    private Path boxes(String line) throws IOException {
        return Files.write(folder.resolve("boxes.csv"), List.of("path,x,y,width,height", "PNEUMONIA/" + line));
    }

    private static Ran compare(Workshop workshop, Object... more) {
        return compareOn(workshop, workshop.phantoms(), more);
    }

    private static Ran compareOn(Workshop workshop, Path data, Object... more) {
        Stream<Object> words = Stream.of("heatmaps", "--model", workshop.classifier(), "--data", data);
        return Ran.computing(Stream.concat(words, Arrays.stream(more)).toArray());
    }
}
