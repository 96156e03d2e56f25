package aerate.report.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aerate.film.Film;
import aerate.film.FilmReader;
import aerate.film.UnreadableFilmException;
import aerate.film.dicom.Attribute;
import aerate.film.dicom.DicomHeader;
import aerate.film.dicom.DicomObject;
import aerate.report.ResearchBand;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecondaryCaptureTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(
            value = Attribute.class,
            names = {
                "SPECIFIC_CHARACTER_SET",
                "STUDY_INSTANCE_UID",
                "PATIENT_NAME",
                "PATIENT_ID",
                "ISSUER_OF_PATIENT_ID",
                "PATIENT_BIRTH_DATE",
                "PATIENT_SEX",
                "STUDY_DATE",
                "STUDY_TIME",
                "ACCESSION_NUMBER",
                "STUDY_ID",
                "STUDY_DESCRIPTION",
                "PATIENT_ORIENTATION",
                "BURNED_IN_ANNOTATION",
                "LOSSY_IMAGE_COMPRESSION"
            })
    void patientAndStudy_areTheFilms(Attribute attribute) throws IOException {
        DicomHeader film = Given.header(Given.radiograph().file());
        assertThat(Given.header(capture()).text(attribute)).isPresent().isEqualTo(film.text(attribute));
    }

    @ParameterizedTest
    @EnumSource(
            value = Attribute.class,
            names = {"SOP_INSTANCE_UID", "SERIES_INSTANCE_UID"})
    void instanceAndSeries_areNew_andEachTimeOthers(Attribute attribute) throws IOException {
        assertThat(Given.header(capture()).uid(attribute))
                .isNotEqualTo(Given.header(Given.radiograph().file()).uid(attribute))
                .isNotEqualTo(Given.header(capture()).uid(attribute));
    }

    @Test
    void researchUse_isInTheText() throws IOException {
        DicomHeader header = Given.header(capture());
        assertThat(header.text(Attribute.SERIES_DESCRIPTION).orElseThrow()).contains("RESEARCH USE ONLY");
        assertThat(header.text(Attribute.IMAGE_COMMENTS).orElseThrow()).contains("Research use only", "a map");
        assertThat(header.text(Attribute.DERIVATION_DESCRIPTION).orElseThrow())
                .contains("Painted.", "tiny lambda", Given.EQUIPMENT.weightsHash());
        assertThat(new String(capture(), StandardCharsets.ISO_8859_1)).contains("1.2.3.4");
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 500, 3000})
    void researchUse_isBurntIntoABand_andThePictureStays(int width) {
        BufferedImage picture = new BufferedImage(width, 40, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(width - 1, 39, 0x123456);
        BufferedImage marked = ResearchBand.below(picture, "a map");
        int factor = marked.getWidth() / width;
        assertThat(marked.getWidth()).isEqualTo(factor * width).isGreaterThanOrEqualTo(400);
        assertThat(marked.getRGB(marked.getWidth() - 1, 40 * factor - 1) & 0xFFFFFF)
                .isEqualTo(0x123456);
        int bright = 0;
        for (int y = 40 * factor; y < marked.getHeight(); y++) {
            for (int x = 0; x < marked.getWidth(); x++) {
                bright += (marked.getRGB(x, y) & 0xFF) > 0x80 ? 1 : 0;
            }
        }
        int band = (marked.getHeight() - 40 * factor) * marked.getWidth();
        assertThat((double) bright / band).isBetween(0.01, 0.5);
    }

    @ParameterizedTest
    @CsvSource({"8, 0", "12, 0", "16, 0", "8, 7.25"})
    void filmWithoutHeader_keepsItsSamples_andIsOfNobody(int bits, double lossyRatio) throws IOException {
        Film film = Given.film(bits);
        byte[] file = SecondaryCapture.of(film, lossyRatio, "0.1.0", Given.NOW);
        Film read = FilmReader.read(file, "copy");
        assertThat(read.bits()).isEqualTo(bits);
        assertThat(read.values()).isEqualTo(film.values());
        DicomHeader header = Given.header(file);
        assertThat(header.text(Attribute.PATIENT_ID)).isEmpty();
        assertThat(header.text(Attribute.STUDY_DESCRIPTION)).contains("Film without DICOM header: patient unknown");
        assertThat(header.text(Attribute.LOSSY_IMAGE_COMPRESSION)).contains(lossyRatio > 0 ? "01" : "00");
    }

    @Test
    void filmThatCannotBeReferredTo_isRefusedByName() throws IOException {
        DicomHeader film = Given.header(new DicomObject()
                .text(Attribute.SOP_CLASS_UID, "1.2.3")
                .text(Attribute.SOP_INSTANCE_UID, "1.2.4")
                .file());
        assertThatThrownBy(() -> SecondaryCapture.of(Given.picture(), film, "a", "b", Given.EQUIPMENT, Given.NOW))
                .isInstanceOf(UnreadableFilmException.class)
                .hasMessageContaining("film.dcm")
                .hasMessageContaining("STUDY_INSTANCE_UID (0020,000D)");
    }

    @Test
    void pictureOfAFilm_hasNoErrorByDciodvfy() throws IOException, InterruptedException {
        Tools.verify(Files.write(folder.resolve("capture.dcm"), capture()));
    }

    @ParameterizedTest
    @CsvSource({"8, 0", "12, 0", "8, 7.25"})
    void filmWithoutHeader_hasNoErrorByDciodvfy(int bits, double lossyRatio) throws IOException, InterruptedException {
        byte[] file = SecondaryCapture.of(Given.film(bits), lossyRatio, "0.1.0", Given.NOW);
        Tools.verify(Files.write(folder.resolve("film.dcm"), file));
    }

    @Test
    void picture_isTheSameToPydicom() throws IOException, InterruptedException {
        Tools.needPydicom();
        Path file = Files.write(folder.resolve("capture.dcm"), capture());
        String program = "import pydicom, sys; d = pydicom.dcmread(sys.argv[1]); s = d.SourceImageSequence[0];"
                + " print(d.PatientName, s.ReferencedSOPInstanceUID, d.Rows, d.Columns, d.PhotometricInterpretation,"
                + " d.PixelData[3 * (200 * d.Columns + 100):][:3].hex())";
        BufferedImage marked = ResearchBand.below(Given.picture(), "a map");
        assertThat(Tools.python(program, file).strip())
                .isEqualTo("Doe^Jo 1.2.3.4 %d %d RGB %06x"
                        .formatted(marked.getHeight(), marked.getWidth(), marked.getRGB(100, 200) & 0xFFFFFF));
    }

    private static byte[] capture() throws IOException {
        DicomHeader film = Given.header(Given.radiograph().file());
        return SecondaryCapture.of(Given.picture(), film, "a map", "Painted.", Given.EQUIPMENT, Given.NOW);
    }
}
