package aerate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import aerate.film.Film;
import aerate.film.FilmReader;
import aerate.network.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(OneWorkshop.class)
class CourseCommandTest {
    @TempDir
    private Path folder;

    @Test
    void folder_hasEveryFilmAndPicture_andTheFigures(Workshop workshop) throws IOException {
        Path course = course(workshop, workshop.sick().get(0), "--lambdas", "0,20,50");
        assertThat(names(course))
                .containsExactlyInAnyOrder(
                        "lambda-000.png",
                        "lambda-020.png",
                        "lambda-050.png",
                        "difference-000.png",
                        "difference-020.png",
                        "difference-050.png",
                        "strip.png",
                        "course.gif",
                        "course.json");
        assertThat(ImageIO.read(course.resolve("strip.png").toFile()).getWidth())
                .isGreaterThan(3 * Workshop.SIZE);
        assertThat(frames(course.resolve("course.gif"))).isEqualTo(3);
        JsonNode described = Json.MAPPER.readTree(course.resolve("course.json").toFile());
        assertThat(described.path("film").asText())
                .isEqualTo(workshop.sick().get(0).toString());
        assertThat(described.path("method").asText()).isEqualTo("per-pixel");
        assertThat(described.path("steps").asInt()).isEqualTo(10);
        assertThat(described.path("points")).hasSize(3).allSatisfy(point -> {
            assertThat(point.path("probability").asDouble(-1)).isBetween(0.0, 1.0);
            assertThat(point.path("verdict").asText()).isIn("NORMAL", "PNEUMONIA");
            assertThat(course.resolve(point.path("file").asText())).exists();
        });
        assertThat(described.at("/points/0/ssim").asDouble()).isEqualTo(1);
        assertThat(described.at("/points/2/changeInside").asDouble()).isPositive();
        assertThat(described.at("/points/2/changeOutside").asDouble()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"uniform", "matrix", "per-pixel"})
    void lambdaZero_isTheFilm_toTheBit_atItsOwnSizeAndDepth(String method, Workshop workshop) throws IOException {
        Path file = TestFilms.deep(folder.resolve("deep.png"), 40, 28);
        Path course = course(workshop, file, "--lambdas", "0,10", "--method", method);
        Film film = FilmReader.read(file);
        Film today = FilmReader.read(course.resolve("lambda-000.png"));
        Film later = FilmReader.read(course.resolve("lambda-010.png"));
        assertThat(film.bits()).isEqualTo(16);
        assertThat(today.bits()).isEqualTo(16);
        assertThat(today.width()).isEqualTo(40);
        assertThat(today.values()).isEqualTo(film.values());
        assertThat(List.of(later.width(), later.height(), later.bits())).containsExactly(40, 28, 16);
        assertThat(later.values()).isNotEqualTo(film.values());
    }

    @Test
    void sameSeed_sameFilms_andAnotherSeedOthers(Workshop workshop) throws IOException {
        Path film = workshop.sick().get(0);
        byte[] once =
                Files.readAllBytes(course(workshop, film, "--lambdas", "30").resolve("lambda-030.png"));
        assertThat(course(workshop, film, "--lambdas", "30").resolve("lambda-030.png"))
                .hasBinaryContent(once);
        Path other = course(workshop, film, "--lambdas", "30", "--seed", 2);
        assertThat(Files.readAllBytes(other.resolve("lambda-030.png"))).isNotEqualTo(once);
    }

    @Test
    void json_hasAnObjectForEachFilm_whateverTheirNames(Workshop workshop) throws IOException {
        Path one = TestFilms.deep(folder.resolve("film.png"), 32, 32);
        Path two = TestFilms.deep(folder.resolve("other").resolve("film.png"), 20, 20);
        Path out = folder.resolve("out");
        Ran ran = Ran.healing("course", workshop, one, two, "--lambdas", "0", "--out", out, "--json");
        assertThat(ran.succeeded().json()).hasSize(2);
        assertThat(names(out)).containsExactlyInAnyOrder("film", "film-2");
        assertThat(FilmReader.read(out.resolve("film-2").resolve("lambda-000.png"))
                        .width())
                .isEqualTo(20);
    }

    @Test
    void text_isATableOfLambdas(Workshop workshop) throws IOException {
        Ran ran = Ran.healing(
                "course", workshop, workshop.sick().get(0), "--lambdas", "0,50", "--out", folder.resolve("out"));
        assertThat(ran.succeeded().out())
                .containsPattern("(?m)^ +0 +[01]\\.\\d{4}  (NORMAL|PNEUMONIA)")
                .containsPattern("(?m)^ +50 ")
                .contains("not a time", "research use only");
    }

    /** The folder of the course of a film that is alone in the call. */
    private Path course(Workshop workshop, Path film, Object... more) throws IOException {
        Path out = Files.createTempDirectory(folder, "courses");
        Object[] words =
                Stream.concat(Stream.of(film, "--out", out), Stream.of(more)).toArray();
        Ran.healing("course", workshop, words).succeeded();
        return out.resolve(film.getFileName().toString().replace(".png", ""));
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    private static int frames(Path gif) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream stream = ImageIO.createImageInputStream(gif.toFile())) {
            reader.setInput(stream);
            return reader.getNumImages(true);
        } finally {
            reader.dispose();
        }
    }
}
