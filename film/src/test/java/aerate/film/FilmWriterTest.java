package aerate.film;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilmWriterTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {8, 16})
    void writtenThenRead_isIdentity(int bits) throws IOException {
        Film film = Samples.film(31, 17, bits, bits);
        FilmWriter.writePng(film, folder.resolve("film.png"));
        Film read = FilmReader.read(folder.resolve("film.png"));
        assertThat(read.bits()).isEqualTo(bits);
        assertThat(Samples.samples(read)).isEqualTo(Samples.samples(film));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 10, 12, 15})
    void otherDepths_comeBackAtTheirOwnDepthUnchanged(int bits) throws IOException {
        Film film = Samples.film(31, 17, bits, bits);
        Film read = FilmReader.read(FilmWriter.png(film), "film.png");
        assertThat(read.bits()).isEqualTo(bits <= 8 ? 8 : 16);
        assertThat(read.values()).containsExactly(film.values(), within(0.5f / film.maximum()));
        assertThat(Samples.samples(Film.ofValues(31, 17, bits, read.values(), film.info())))
                .isEqualTo(Samples.samples(film));
    }

    @Test
    void existingFile_isReplaced_andNothingElseIsLeft() throws IOException {
        Path file = folder.resolve("film.png");
        FilmWriter.writePng(Samples.film(3, 3, 8, 1), file);
        FilmWriter.writePng(Samples.film(5, 5, 8, 2), file);
        assertThat(FilmReader.read(file).width()).isEqualTo(5);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void unwritableFolder_isAnError() {
        Path file = folder.resolve("missing").resolve("film.png");
        assertThatThrownBy(() -> FilmWriter.writePng(Samples.film(3, 3, 8, 1), file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("missing");
    }
}
