package aerate.film;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderSourceTest {
    @TempDir
    private Path root;

    private void put(String name) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, Samples.png(name.hashCode()));
    }

    @Test
    void parts_areSplits_andFilmsAreSorted() throws IOException {
        put("val/PNEUMONIA/person9_virus_1.png");
        put("train/NORMAL/IM-2-1.png");
        put("train/NORMAL/IM-1-1.png");
        put("test/NORMAL/IM-1-1.png");
        FilmSource source = FilmSources.open(root);
        assertThat(source.films())
                .extracting(LabelledFilm::name)
                .containsExactly(
                        "test/NORMAL/IM-1-1.png",
                        "train/NORMAL/IM-1-1.png",
                        "train/NORMAL/IM-2-1.png",
                        "val/PNEUMONIA/person9_virus_1.png");
        assertThat(source.films())
                .extracting(film -> film.split().orElseThrow())
                .containsExactly(Split.TEST, Split.TRAIN, Split.TRAIN, Split.VALIDATION);
        assertThat(source.films().get(3).subtype()).isEqualTo(Optional.of("virus"));
        assertThat(source.films().get(3).label()).isEqualTo(Label.PNEUMONIA);
        assertThat(source.name()).isEqualTo(root.getFileName().toString());
    }

    @Test
    void withoutParts_noSplitIsGiven_andLetterCaseDoesNotMatter() throws IOException {
        put("normal/a.PNG");
        put("Pneumonia/b.jpg");
        FilmSource source = FilmSources.open(root);
        assertThat(source.films()).extracting(LabelledFilm::split).containsOnly(Optional.empty());
        assertThat(source.films()).extracting(LabelledFilm::label).containsExactly(Label.PNEUMONIA, Label.NORMAL);
    }

    @Test
    void read_decodesAndKnowsThePatient() throws IOException {
        put("NORMAL/IM-0001-0001.png");
        FilmSource source = FilmSources.open(root);
        Film film = source.read(source.films().get(0));
        assertThat(film.width()).isEqualTo(12);
        assertThat(film.info().patient()).isEqualTo(Optional.of("NORMAL/IM-0001"));
    }

    @Test
    void otherFilesAndFolders_arePassedOver() throws IOException {
        put("NORMAL/film");
        put("NORMAL/.hidden.png");
        put("NORMAL/README.md");
        put("NORMAL/labels.csv");
        put("NORMAL/deeper/film.png");
        put("masks/PNEUMONIA/mask.png");
        put("film.png");
        assertThat(FilmSources.open(root).films())
                .extracting(LabelledFilm::name)
                .containsExactly("NORMAL/film");
    }

    @Test
    void emptyFolder_isAnErrorThatSaysWhatIsExpected() {
        assertThatThrownBy(() -> FilmSources.open(root))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must contain NORMAL/ or PNEUMONIA/")
                .hasMessageContaining(root.toString());
    }

    @Test
    void emptyClassFolders_areAnError() throws IOException {
        Files.createDirectories(root.resolve("train/NORMAL"));
        assertThatThrownBy(() -> FilmSources.open(root))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must contain films");
    }

    @Test
    void oneClass_isReadable() throws IOException {
        put("NORMAL/a.png");
        assertThat(FilmSources.open(root).films()).hasSize(1);
    }

    @Test
    void licence_isFoundInTheReadme_elseUnknown() throws IOException {
        put("NORMAL/a.png");
        assertThat(FilmSources.open(root).licence()).isEqualTo("unknown");
        Files.writeString(root.resolve("README.md"), "From a clinic, licence CC BY 4.0. Be kind.");
        assertThat(FilmSources.open(root).licence()).isEqualTo("CC BY 4.0");
    }

    @Test
    void unknownKindOfCollection_isAnError() throws IOException {
        Path file = Files.createFile(root.resolve("films.tar"));
        assertThatThrownBy(() -> FilmSources.open(file)).hasMessageContaining("a folder, an .npz or a .csv");
        assertThatThrownBy(() -> FilmSources.open(root.resolve("absent"))).hasMessageContaining("must exist");
    }
}
