package aerate.film.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aerate.film.Film;
import aerate.film.FilmInfo;
import aerate.film.FilmSource;
import aerate.film.FilmSources;
import aerate.film.FilmWriter;
import aerate.film.LabelledFilm;
import aerate.film.phantom.Phantom;
import aerate.film.phantom.PhantomSource;
import aerate.film.phantom.Phantoms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Masks and boxes of a folder of phantoms. */
class TruthTest {
    private static final int SIZE = 32;

    @TempDir
    private Path folder;

    private PhantomSource phantoms;
    private FilmSource source;
    private LabelledFilm normal;
    private LabelledFilm sick;

    @BeforeEach
    void write() throws IOException {
        phantoms = PhantomSource.of(2, SIZE, 3);
        Phantoms.write(phantoms, folder, done -> {});
        source = FilmSources.open(folder);
        normal = source.films().get(0);
        sick = source.films().get(1);
    }

    @Test
    void masksOfPhantoms_areTheirLesions() throws IOException {
        Truth truth = new MaskFolder(folder.resolve("masks"));
        assertThat(truth.marks(sick)).isTrue();
        assertThat(truth.marks(normal)).isFalse();
        LesionMask mask = truth.mask(sick, source.read(sick));
        Phantom phantom = phantoms.phantom(phantoms.films().get(1));
        assertThat(mask.share()).isEqualTo(phantom.lesionShare());
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                assertThat(mask.at(x, y)).isEqualTo(phantom.lesion().at(x, y) > 0);
            }
        }
    }

    @Test
    void maskOfAnotherSize_isRefused_namingFileAndSizes() throws IOException {
        Path mask = folder.resolve("masks").resolve(sick.name());
        FilmWriter.writePng(source.read(sick).resized(SIZE, SIZE - 1), mask);
        Truth truth = new MaskFolder(folder.resolve("masks"));
        Film film = source.read(sick);
        assertThatThrownBy(() -> truth.mask(sick, film))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(mask + ": a mask must have its film's size 32 x 32, was 32 x 31");
    }

    @Test
    void maskThatIsBlack_isRefused() throws IOException {
        Path mask = folder.resolve("masks").resolve(sick.name());
        FilmWriter.writePng(Film.of(SIZE, SIZE, 8, new short[SIZE * SIZE], FilmInfo.of("black")), mask);
        Film film = source.read(sick);
        assertThatThrownBy(() -> new MaskFolder(folder.resolve("masks")).mask(sick, film))
                .hasMessage(mask + ": a lesion must cover at least 1 pixel, covered 0");
    }

    @Test
    void folderOfMasksThatIsMissing_isRefused() {
        Path missing = folder.resolve("none");
        assertThatThrownBy(() -> new MaskFolder(missing)).hasMessageContaining("there is none: " + missing);
    }

    @Test
    void boxes_coverTheirPixels_severalTogether() throws IOException {
        Truth truth = boxes("path,x,y,width,height", sick.name() + ",2,3,4,5", sick.name() + ", 4, 3, 4, 5");
        assertThat(truth.marks(sick)).isTrue();
        assertThat(truth.marks(normal)).isFalse();
        LesionMask mask = truth.mask(sick, source.read(sick));
        for (int y = 0; y < SIZE; y++) {
            for (int x = 0; x < SIZE; x++) {
                assertThat(mask.at(x, y)).isEqualTo(x >= 2 && x < 8 && y >= 3 && y < 8);
            }
        }
    }

    @Test
    void boxAtTheEdge_isWithinTheFilm_andOneBeyondIsRefused_namingTheLine() throws IOException {
        Film film = source.read(sick);
        assertThat(boxes("x,y,width,height,path", "31,31,1,1," + sick.name())
                        .mask(sick, film)
                        .at(31, 31))
                .isTrue();
        Truth beyond = boxes("path,x,y,width,height", sick.name() + ",0,0,1,1", sick.name() + ",30,0,3,1");
        assertThatThrownBy(() -> beyond.mask(sick, film))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(folder.resolve("boxes.csv")
                        + ": line 3: a box must lie within its film of 32 x 32 pixels, was 3 x 1 at 30, 0");
    }

    /** What a table holds besides the path, and what the answer must say. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "path,x,y,width,height | SICK,-1,0,2,2 | line 2: a box must begin at 0, 0 or beyond, was at -1, 0",
                "path,x,y,width,height | SICK,0,0,0,2 | line 2: a box must be at least 1 x 1 pixels, was 0 x 2",
                "path,x,y,width,height | SICK,1.5,0,2,2 | line 2: a box's x must be a whole number of pixels, was '1.5'",
                "path,x,y,width,height | SICK,1,2,3 | line 2: a box's height must be a whole number of pixels, was ''",
                "path,x,y,width,height | PNEUMONIA/no.png,1,2,3,4 | line 2: a box must be of a film in",
                "path,x,y,width | SICK,1,2,3 | must have the columns [path, x, y, width, height], had [path, x, y, width]",
                "path,x,y,width,height | '' | a table of boxes must have at least one, had none"
            })
    void tableThatIsWrong_isRefused_namingFileAndLine(String header, String line, String words) {
        assertThatThrownBy(() -> boxes(header, line.replace("SICK", sick.name())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(folder.resolve("boxes.csv") + ": ")
                .hasMessageContaining(words);
    }

    private Truth boxes(String... lines) throws IOException {
        Path file = Files.write(folder.resolve("boxes.csv"), List.of(lines));
        return BoxTable.open(file, source);
    }
}
