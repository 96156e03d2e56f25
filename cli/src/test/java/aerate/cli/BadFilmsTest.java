package aerate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import aerate.film.Npy;
import aerate.film.NpyElement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Film files that are none: one that a person names is refused, one of a collection is listed or left out. */
@ExtendWith(OneWorkshop.class)
class BadFilmsTest {
    @TempDir
    private Path folder;

    @Test
    void truncatedFilm_isListedByData(Workshop workshop) throws IOException {
        Path films = withTruncatedFilm(workshop);
        assertThat(Ran.of("data", films).succeeded().out())
                .containsPattern("unreadable +1")
                .contains("NORMAL/cut.jpeg: ", "truncated");
        assertThat(Ran.of("data", films, "--json").succeeded().json().path("unreadable"))
                .hasSize(1);
    }

    @Test
    void truncatedFilm_isRefusedByTrain(Workshop workshop) throws IOException {
        Path films = withTruncatedFilm(workshop);
        Path run = folder.resolve("run");
        Ran.training(workshop.classifierRecipe(), films, run, "--set", "split.test=0")
                .refused(1, films.resolve("NORMAL").resolve("cut.jpeg"), "truncated");
        assertThat(run.resolve("checkpoint")).doesNotExist();
    }

    @Test
    void truncatedFilm_isLeftOutByEvaluate_whichSaysSo(Workshop workshop) throws IOException {
        Path films = withTruncatedFilm(workshop);
        Ran ran = Ran.evaluating(workshop.classifier(), films).succeeded();
        assertThat(ran.out()).startsWith(Workshop.FILMS + " films");
        assertThat(ran.err()).contains("left out: ", "cut.jpeg", "truncated");
    }

    @Test
    void collectionOfNothingReadable_isRefusedByEvaluate_withTheReasons(Workshop workshop) throws IOException {
        Files.createDirectories(folder.resolve("films").resolve("NORMAL"));
        TestFilms.truncated(folder.resolve("films").resolve("NORMAL").resolve("cut.jpeg"));
        Ran ran = Ran.evaluating(workshop.classifier(), folder.resolve("films"));
        ran.refused(2, "at least one prediction");
        assertThat(ran.err()).contains("left out: ", "cut.jpeg");
    }

    @Test
    void filmThatIsNone_isRefusedByDiagnose_andNothingIsWritten(Workshop workshop) throws IOException {
        Path good = workshop.sick().get(0);
        Path out = folder.resolve("out");
        Path text = Files.writeString(folder.resolve("note.png"), "no film");
        Path empty = Files.createFile(folder.resolve("empty.png"));
        Path missing = folder.resolve("missing.png");
        diagnose(workshop, good, TestFilms.truncated(folder.resolve("cut.jpeg")), "--heatmap", "cam", "--out", out)
                .refused(1, "cut.jpeg", "truncated");
        diagnose(workshop, TestFilms.cmyk(folder.resolve("print.jpeg")))
                .refused(1, "print.jpeg", "1 channel (grey) or 3 (colour), had 4");
        diagnose(workshop, text).refused(1, text, "must be a JPEG, PNG or DICOM file", "6e 6f 20");
        diagnose(workshop, empty).refused(1, empty, "must not be empty");
        diagnose(workshop, missing).refused(1, missing);
        diagnose(workshop, folder).refused(1, folder);
        diagnose(workshop, folder.getRoot()).refused(1, folder.getRoot());
        assertThat(out).doesNotExist();
    }

    @Test
    void filmOfOnePixel_isDiagnosed_butHasNoCourse(Workshop workshop) throws IOException {
        Path film = TestFilms.deep(folder.resolve("pixel.png"), 1, 1);
        Path out = folder.resolve("out");
        assertThat(diagnose(workshop, film, "--heatmap", "cam", "--out", out)
                        .succeeded()
                        .out())
                .contains("pixel-heatmap.png");
        for (String command : new String[] {"course", "read"}) {
            Path courses = folder.resolve(command);
            Ran ran = Ran.healing(command, workshop, workshop.sick().get(0), film, "--lambdas", "50", "--out", courses);
            ran.refused(2, film, "at least 11 x 11 pixels", "was 1 x 1");
            assertThat(courses).doesNotExist();
        }
    }

    @Test
    void array_ofTwoChannels_isRefused() throws IOException {
        Path file = NpzFile.write(folder.resolve("two.npz"), Npy.of(NpyElement.U1, List.of(4, 8, 8, 2), i -> 0));
        Ran.of("data", file).refused(1, file, "N x H x W", "[4, 8, 8, 2]");
    }

    @Test
    void array_withNaN_isListedByData_andRefusedByTrain(Workshop workshop) throws IOException {
        Npy images = Npy.of(NpyElement.F4, List.of(8, 8, 8), i -> i == 70 ? Double.NaN : i / 512.0);
        Path file = NpzFile.write(folder.resolve("nan.npz"), images);
        assertThat(Ran.of("data", file).succeeded().out())
                .containsPattern("unreadable +1")
                .contains("nan.npz/train/1", "[0, 1], was NaN");
        Path run = folder.resolve("run");
        Ran.training(workshop.classifierRecipe(), file, run, "--set", "split.test=0", "--set", "split.validation=0.5")
                .refused(1, "nan.npz/train/1", "was NaN");
        assertThat(run).doesNotExist();
    }

    private static Ran diagnose(Workshop workshop, Object... words) {
        return Ran.diagnosing(workshop.classifier(), words);
    }

    private Path withTruncatedFilm(Workshop workshop) throws IOException {
        Path films = FolderCopy.of(workshop.phantoms(), folder.resolve("films"));
        TestFilms.truncated(films.resolve("NORMAL").resolve("cut.jpeg"));
        return films;
    }
}
