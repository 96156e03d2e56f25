package aerate.film;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilmReaderTest {
    @TempDir
    private Path folder;

    @Test
    void format_isToldByContentNotByName() throws IOException {
        Path file = folder.resolve("really-a-png.jpeg");
        Files.write(file, Samples.png(1));
        assertThat(FilmReader.read(file).width()).isEqualTo(12);
    }

    @Test
    void source_isTheFile() throws IOException {
        Path file = Files.write(folder.resolve("film"), Samples.png(1));
        assertThat(FilmReader.read(file).info().source()).isEqualTo(file.toString());
    }

    @Test
    void empty_isAnErrorThatNamesTheFile() throws IOException {
        Path file = Files.createFile(folder.resolve("empty.png"));
        assertThatThrownBy(() -> FilmReader.read(file))
                .isInstanceOf(UnreadableFilmException.class)
                .hasMessage(file + ": a film's file must not be empty");
    }

    @Test
    void unknownFormat_isAnErrorWithItsFirstBytes() {
        assertThatThrownBy(() -> FilmReader.read(new byte[] {'G', 'I', 'F'}, "x"))
                .isInstanceOf(UnreadableFilmException.class)
                .hasMessage("x: a film must be a JPEG, PNG or DICOM file, began with 47 49 46");
    }

    @Test
    void missingFileAndFolder_areErrorsThatNameThem() {
        Path missing = folder.resolve("missing.png");
        assertThatThrownBy(() -> FilmReader.read(missing))
                .isInstanceOf(UnreadableFilmException.class)
                .hasMessageContaining("missing.png");
        assertThatThrownBy(() -> FilmReader.read(folder)).isInstanceOf(UnreadableFilmException.class);
    }

    @Test
    void goodFileAfterBadOne_isRead() throws IOException {
        byte[] good = Samples.jpeg(20, 20, false, false, 1);
        byte[] bad = Arrays.copyOf(good, good.length / 2);
        int[] expected = Samples.samples(FilmReader.read(good, "good"));
        assertThatThrownBy(() -> FilmReader.read(bad, "bad")).isInstanceOf(UnreadableFilmException.class);
        assertThat(Samples.samples(FilmReader.read(good, "good"))).isEqualTo(expected);
    }
}
