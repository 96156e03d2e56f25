package aerate.film.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aerate.film.FilmHeader;
import aerate.film.FilmReader;
import aerate.film.FilmSource;
import aerate.film.FilmSources;
import aerate.film.LabelledFilm;
import aerate.film.UnreadableFilmException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** DICOM as files, and in collections. */
class DicomFilesTest {
    @TempDir
    private Path folder;

    @Test
    void frame_isNamedBehindTheFile() throws IOException {
        byte[] three = DicomFile.grey(1, 1, 12, 3, 4, 5)
                .text(Tag.NUMBER_OF_FRAMES, "IS", "3")
                .file();
        Path file = Files.write(folder.resolve("film.dcm"), three);
        assertThat(FilmReader.read(folder.resolve("film.dcm#2")).at(0, 0)).isEqualTo(4);
        assertThat(FilmReader.header(file).kind()).isEqualTo("DICOM, explicit VR little endian, MONOCHROME2, 3 frames");
        assertThatThrownBy(() -> FilmReader.read(folder.resolve("film.dcm#4")))
                .isInstanceOf(UnreadableFilmException.class)
                .hasMessageContaining("must be in [1, 3], was 4");
        assertThatThrownBy(() -> FilmReader.read(folder.resolve("none.dcm#1")))
                .isInstanceOf(UnreadableFilmException.class)
                .hasMessageContaining("its file must be readable");
    }

    @Test
    void header_isToldOfALargeFile_andOfADamagedOne() throws IOException {
        byte[] korean = "\u001B$)C흉부 PA ".getBytes(Charset.forName("EUC-KR"));
        DicomFile film = DicomFile.grey(600, 600, 12, new int[360_000])
                .text(Tag.CHARACTER_SET, "CS", "\\ISO 2022 IR 149")
                .bytes(Tag.STUDY_DESCRIPTION, "LO", korean);
        FilmHeader header = FilmReader.header(Files.write(folder.resolve("large.dcm"), film.file()));
        assertThat(header.description()).contains("흉부 PA");
        byte[] damaged = Arrays.copyOf(film.file(), 1000);
        assertThat(FilmReader.header(Files.write(folder.resolve("cut.dcm"), damaged))
                        .description())
                .contains("흉부 PA");
    }

    @Test
    void patientsOfACollection_areThoseOfTheHeaders() throws IOException {
        for (String name : new String[] {"NORMAL/1.dcm", "NORMAL/2", "PNEUMONIA/1.dcm"}) {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.write(
                    folder.resolve(name),
                    DicomFile.grey(1, 1, 12, 3)
                            .text(Tag.PATIENT_ID, "LO", name.endsWith("2") ? "B" : "A")
                            .file());
        }
        FilmSource source = FilmSources.open(folder);
        assertThat(source.films().stream().map(LabelledFilm::patient).distinct())
                .hasSize(2);
        assertThat(source.films().get(0).patient())
                .isEqualTo(source.films().get(2).patient());
        Path manifest = Files.writeString(
                folder.resolve("films.csv"), "path,label,patient\nNORMAL/1.dcm,normal,\nNORMAL/2,normal,C\n");
        assertThat(FilmSources.open(manifest).films())
                .extracting(LabelledFilm::patient)
                .containsExactly(source.films().get(0).patient(), "C");
    }
}
