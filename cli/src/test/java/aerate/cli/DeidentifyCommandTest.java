package aerate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import aerate.film.dicom.Attribute;
import aerate.film.dicom.DicomObject;
import aerate.film.dicom.Uid;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeidentifyCommandTest {
    @TempDir
    private Path folder;

    @Test
    void folder_becomesOneOfPseudonyms_andNothingOfTheOldNamesIsLeft() throws IOException {
        Path in = Files.createDirectories(folder.resolve("Doe").resolve("Jo")).getParent();
        film(in.resolve("Jo").resolve("doe1.dcm"), "PLANTED1", "NO");
        film(in.resolve("Jo").resolve("doe2"), "PLANTED1", "YES");
        film(in.resolve("doe3.dcm"), "PLANTED2", "");
        Files.writeString(in.resolve("note.txt"), "PLANTED3");
        Path out = folder.resolve("out");
        Ran ran = Ran.of("deidentify", in, out).succeeded();
        assertThat(ran.out())
                .contains("3 films of 2 patients", "1 other files are no DICOM", "1 films do not tell")
                .contains("a film itself can identify a patient");
        assertThat(ran.err())
                .contains("writing in the pixels, says its header: "
                        + in.resolve("Jo").resolve("doe2"));
        assertThat(files(out)).hasSize(3).allSatisfy(file -> {
            assertThat(out.relativize(file).toString()).matches("P[0-9a-f]{16}.2\\.25\\.[0-9]+\\.dcm");
            assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain("PLANTED");
        });
    }

    @Test
    void sameSecret_sameFiles_andWithoutOne_othersEachTime() throws IOException {
        Path film = film(folder.resolve("film.dcm"), "one", "NO");
        Path secret = Files.writeString(folder.resolve("secret"), "sixteen bytes or more");
        List<String> names = names("a", film, "--secret", secret);
        assertThat(names("b", film, "--secret", secret)).isEqualTo(names);
        assertThat(names("c", film)).isNotEqualTo(names("d", film)).isNotEqualTo(names);
    }

    @Test
    void filmThatIsDamaged_isLeftOutByName_andTheCommandFails() throws IOException {
        Path in = Files.createDirectory(folder.resolve("in"));
        byte[] whole = Files.readAllBytes(film(in.resolve("whole.dcm"), "one", "NO"));
        Files.write(in.resolve("cut.dcm"), Arrays.copyOf(whole, whole.length - 1));
        Ran ran = Ran.of("deidentify", in, folder.resolve("out"));
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("left out: " + in.resolve("cut.dcm"), "truncated");
        assertThat(ran.out()).contains("1 films of 1 patients");
    }

    @Test
    void wrongWords_areRefused() throws IOException {
        Path in = Files.createDirectory(folder.resolve("in"));
        Path film = film(in.resolve("film.dcm"), "one", "NO");
        Path secret = Files.writeString(folder.resolve("secret"), "short");
        Ran.of("deidentify", in, in.resolve("out")).refused(2, "OUT must lie outside of IN", in.resolve("out"));
        Ran.of("deidentify", film, folder.resolve("out"), "--secret", secret).refused(2, "at least 16 bytes, had 5");
        Ran.of("deidentify", folder.resolve("none"), folder.resolve("out")).refused(1, "none: there is no such file");
        assertThat(in.resolve("out")).doesNotExist();
    }

    private List<String> names(String run, Object... words) throws IOException {
        Path out = folder.resolve(run);
        Ran.of(Stream.concat(
                                Stream.of("deidentify", words[0], out),
                                Stream.of(words).skip(1))
                        .toArray())
                .succeeded();
        return files(out).stream().map(file -> out.relativize(file).toString()).toList();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static Path film(Path file, String patient, String burntIn) throws IOException {
        DicomObject film = new DicomObject()
                .text(Attribute.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.1")
                .uid(Attribute.SOP_INSTANCE_UID, Uid.fresh())
                .uid(Attribute.STUDY_INSTANCE_UID, new Uid("1.2.3"))
                .text(Attribute.PATIENT_ID, patient)
                .text(Attribute.PATIENT_NAME, patient)
                .text(Attribute.BURNED_IN_ANNOTATION, burntIn)
                .bytes(Attribute.PIXEL_DATA, new byte[2]);
        return Files.write(file, film.file());
    }
}
