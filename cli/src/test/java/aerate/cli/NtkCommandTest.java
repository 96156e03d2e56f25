package aerate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import aerate.network.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(OneWorkshop.class)
class NtkCommandTest {
    @TempDir
    private Path folder;

    @Test
    void text_comparesTheWidths_andSaysWhetherTheClaimHolds(Workshop workshop) {
        String text =
                read(workshop, "--widths", "32,8", "--films", 6).succeeded().out();
        assertThat(text)
                .startsWith("tiny: 6 films of phantoms at 32 px, 1 seed\n")
                .containsPattern("(?m)^ +8 ")
                .containsPattern("(?m)^ +32 ")
                .contains("a wider head is better conditioned", "a wider head trains better", "From 8 units to 32")
                .contains("One seed: how much chance");
    }

    @Test
    void json_hasEveryWidthAndSeed_andTheSameFiguresAgain(Workshop workshop) throws IOException {
        Path file = folder.resolve("deep").resolve("kernels.json");
        Object[] words = {"--widths", "8,16", "--films", 5, "--size", 16, "--seeds", 2, "--steps", 1, "--json", file};
        String text = read(workshop, words).succeeded().out();
        assertThat(text).contains("all 2 seeds agree", "over the seeds ×", "After 1 real steps");
        JsonNode result = Json.MAPPER.readTree(file.toFile());
        assertThat(result.path("recipe").asText()).isEqualTo("tiny");
        assertThat(result.path("size").asInt()).isEqualTo(16);
        assertThat(result.path("fingerprint").asText()).hasSize(64);
        assertThat(result.path("readings")).hasSize(4);
        assertThat(result.at("/readings/3/width").asInt()).isEqualTo(16);
        assertThat(result.at("/readings/3/seed").asInt()).isEqualTo(2);
        assertThat(result.at("/readings/0/eigenvalues")).hasSize(10);
        assertThat(result.at("/readings/0/trained/drift").asDouble()).isPositive();
        assertThat(result.at("/widening/widest").asInt()).isEqualTo(16);
        byte[] before = Files.readAllBytes(file);
        read(workshop, words).succeeded();
        assertThat(file).hasBinaryContent(before);
    }

    @Test
    void page_loadsNothing_andHasCurvesAndWords(Workshop workshop) throws IOException {
        Path page = folder.resolve("kernels.html");
        read(workshop, "--widths", "8,16", "--films", 4, "--size", 16, "--steps", 1, "--html", page)
                .succeeded();
        assertThat(SelfContained.page(page))
                .contains("Tangent kernels of tiny", "The claim that a wider head", "data:image", "After real steps");
    }

    @Test
    void oneWidth_isReadButNotCompared_alsoFromACheckpoint(Workshop workshop) throws IOException {
        Path page = folder.resolve("kernel.html");
        assertThat(read(workshop, "--widths", 8, "--films", 4, "--html", page)
                        .succeeded()
                        .out())
                .doesNotContain("The claim");
        assertThat(SelfContained.page(page)).doesNotContain("What it says", "After real steps");
        // the workshop's classifier has no layer between, so that it is of another network
        read(workshop, "--widths", 8, "--films", 4, "--set", "start=" + workshop.classifier())
                .refused(1, "weights of another network", "classifier.0.weight");
    }

    /** What is asked for, and what the answer must name. */
    @ParameterizedTest
    @CsvSource({
        "0, 4, 1, '--widths must be at least 1, was 0'",
        "8, 1, 1, 'films must be at least 2, were 1'",
        "8, 4000, 1, films must be at most",
        "8, 4, 0, '--seeds must be at least 1, was 0'",
    })
    void number_outOfItsRange_isRefused(String width, int films, int seeds, String named, Workshop workshop) {
        read(workshop, "--widths", width, "--films", films, "--seeds", seeds).refused(2, named);
    }

    @Test
    void recipeOfADenoiser_isRefused(Workshop workshop) {
        Ran.computing("ntk", workshop.denoiserRecipe(), "--data", workshop.phantoms(), "--widths", 8)
                .refused(2, "read of classifiers");
    }

    @Test
    void oneClassOnly_isRefused(Workshop workshop) throws IOException {
        Path normals = FolderCopy.of(
                        workshop.phantoms().resolve("NORMAL"),
                        folder.resolve("normals").resolve("NORMAL"))
                .getParent();
        Ran.computing("ntk", workshop.classifierRecipe(), "--data", normals, "--widths", 8)
                .refused(2, "normals", "needs PNEUMONIA films");
    }

    @Test
    void figures_thatCannotBeWritten_areRefusedBeforeTheyAreMeasured(Workshop workshop) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "mine");
        Ran ran = read(workshop, "--widths", "8,16", "--films", 4, "--json", file.resolve("kernels.json"));
        ran.refused(1, file, "a folder must be here");
        assertThat(ran.out()).isEmpty();
    }

    private static Ran read(Workshop workshop, Object... more) {
        Stream<Object> words = Stream.of("ntk", workshop.classifierRecipe(), "--data", workshop.phantoms());
        return Ran.computing(Stream.concat(words, Arrays.stream(more)).toArray());
    }
}
