package aerate.film;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestSourceTest {
    @TempDir
    private Path folder;

    private FilmSource open(String text) throws IOException {
        return FilmSources.open(Files.writeString(folder.resolve("films.csv"), text));
    }

    @Test
    void everyColumn_isRead() throws IOException {
        FilmSource source = open("""
                path,label,patient,split,subtype
                films/a.png,normal,Ann,train,
                "films/b, left.png",PNEUMONIA,Bob,Test,virus
                """);
        assertThat(source.films())
                .containsExactly(
                        new LabelledFilm(
                                "films/a.png", Label.NORMAL, Optional.empty(), "Ann", Optional.of(Split.TRAIN)),
                        new LabelledFilm(
                                "films/b, left.png",
                                Label.PNEUMONIA,
                                Optional.of("virus"),
                                "Bob",
                                Optional.of(Split.TEST)));
    }

    @Test
    void withoutPatientAndSplit_eachFilmIsItsOwnPatient() throws IOException {
        LabelledFilm film = open("\uFEFFLabel,Path\r\nnormal,a.png\r\n").films().get(0);
        assertThat(film.patient()).isEqualTo("a.png");
        assertThat(film.split()).isEmpty();
    }

    @Test
    void paths_areRelativeToTheManifest() throws IOException {
        Files.createDirectories(folder.resolve("films"));
        Files.write(folder.resolve("films/a.png"), Samples.png(1));
        FilmSource source = open("path,label,patient\n./films/a.png,normal,Ann\n");
        Film film = source.read(source.films().get(0));
        assertThat(film.width()).isEqualTo(12);
        assertThat(film.info().patient()).isEqualTo(Optional.of("Ann"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ill,train | line 3: a label must be normal or pneumonia, was 'ill'",
                "normal,tran | line 3: a split must be train, val or test, was 'tran'",
                ",train | line 3: a label must be normal or pneumonia, was ''",
            })
    void unknownWords_areErrorsWithTheirLine(String end, String message) {
        assertThatThrownBy(() -> open("path,label,split\na.png,normal,train\nb.png," + end + "\n"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("films.csv: " + message);
    }

    @Test
    void emptyOrRepeatedPath_isAnErrorWithItsLine() {
        assertThatThrownBy(() -> open("path,label\n,normal\n"))
                .hasMessageContaining("line 2: a path must not be empty");
        assertThatThrownBy(() -> open("path,label\na.png,normal\n./a.png,normal\n"))
                .hasMessageContaining("line 3: a path must appear once, was a.png");
    }

    @Test
    void missingOrMisspeltColumn_isAnError() {
        assertThatThrownBy(() -> open("path,patient\na.png,Ann\n")).hasMessageContaining("must have the columns path");
        assertThatThrownBy(() -> open("path,label,patien\na.png,normal,Ann\n")).hasMessageContaining("was 'patien'");
        assertThatThrownBy(() -> open("path,label\n")).hasMessageContaining("must list films");
        assertThatThrownBy(() -> open("")).isInstanceOf(IllegalArgumentException.class);
    }
}
