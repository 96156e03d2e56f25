package aerate.film.phantom;

import static org.assertj.core.api.Assertions.assertThat;

import aerate.film.FilmReader;
import aerate.film.FolderSource;
import aerate.film.LabelledFilm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhantomsTest {
    private static final PhantomSource SOURCE = PhantomSource.of(12, 32, 8);

    @TempDir
    Path folder;

    @Test
    void folder_writtenAndOpened_holdsTheSameFilmsAndPatients() throws IOException {
        Phantoms.write(SOURCE, folder, done -> {});
        FolderSource read = FolderSource.open(folder);
        assertThat(read.films()).containsExactlyInAnyOrderElementsOf(SOURCE.films());
        for (LabelledFilm film : SOURCE.films()) {
            assertThat(read.read(film).bytes()).isEqualTo(SOURCE.read(film).bytes());
        }
    }

    @Test
    void masksAndTwins_ofTheSick_lieBesideUnderTheSameName() throws IOException {
        Phantoms.write(SOURCE, folder, done -> {});
        for (LabelledFilm film : SOURCE.films()) {
            Phantom phantom = SOURCE.phantom(film);
            Path mask = folder.resolve("masks").resolve(film.name());
            Path twin = folder.resolve("twins").resolve(film.name());
            assertThat(Files.exists(mask)).isEqualTo(phantom.sick());
            if (phantom.sick()) {
                assertThat(FilmReader.read(mask).values())
                        .isEqualTo(phantom.lesion().values());
                assertThat(FilmReader.read(twin).bytes())
                        .isEqualTo(phantom.twin().bytes());
            }
        }
    }

    @Test
    void progress_countsEveryFilm() throws IOException {
        List<Integer> counts = new ArrayList<>();
        Phantoms.write(SOURCE, folder, counts::add);
        assertThat(counts)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 12).boxed().toList());
    }
}
