package aerate.film.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aerate.film.Film;
import aerate.film.FilmInfo;
import aerate.film.FilmReader;
import aerate.film.UnreadableFilmException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DicomObjectTest {
    private static final String SECONDARY_CAPTURE = "1.2.840.10008.5.1.4.1.1.7";

    @Test
    void whatIsWritten_isWhatIsRead() throws IOException {
        DicomObject code = new DicomObject().text(Attribute.CODE_VALUE, "CR");
        DicomObject item = new DicomObject()
                .text(Attribute.RELATIONSHIP_TYPE, "CONTAINS")
                .items(Attribute.CONTENT_SEQUENCE, code, code);
        Dataset read = dataset(object().text(Attribute.PATIENT_NAME, "Doe^Jo")
                .text(Attribute.IMAGE_TYPE, "DERIVED", "SECONDARY")
                .text(Attribute.PATIENT_ID)
                .floats(Attribute.GRAPHIC_DATA, 0.5f, -1e9f)
                .items(Attribute.CONTENT_SEQUENCE, item)
                .file());
        assertThat(read.text(Tag.PATIENT_ID)).isEmpty();
        assertThat(read.elements()).containsKey(Tag.PATIENT_ID);
        assertThat(text(read, Attribute.PATIENT_NAME)).isEqualTo("Doe^Jo");
        assertThat(text(read, Attribute.IMAGE_TYPE)).isEqualTo("DERIVED\\SECONDARY");
        Dataset nested = read.items(Attribute.CONTENT_SEQUENCE.tag()).get(0);
        assertThat(text(nested, Attribute.RELATIONSHIP_TYPE)).isEqualTo("CONTAINS");
        assertThat(nested.items(Attribute.CONTENT_SEQUENCE.tag()))
                .hasSize(2)
                .allSatisfy(
                        inner -> assertThat(text(inner, Attribute.CODE_VALUE)).isEqualTo("CR"));
        Element graphic = read.elements().get(Attribute.GRAPHIC_DATA.tag());
        assertThat(List.of(graphic.value().getFloat(0), graphic.value().getFloat(4)))
                .containsExactly(0.5f, -1e9f);
    }

    @Test
    void film_writtenAndRead_isTheFilm() throws IOException {
        short[] samples = {0, 1, 4095, 77, 2048, 9};
        Film film = Film.of(3, 2, 12, samples, FilmInfo.of("film"));
        byte[] cells = new byte[12];
        for (int i = 0; i < 6; i++) {
            cells[2 * i] = (byte) samples[i];
            cells[2 * i + 1] = (byte) (samples[i] >> 8);
        }
        byte[] file = object().numbers(Attribute.SAMPLES_PER_PIXEL, 1)
                .text(Attribute.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2")
                .numbers(Attribute.ROWS, 2)
                .numbers(Attribute.COLUMNS, 3)
                .numbers(Attribute.BITS_ALLOCATED, 16)
                .numbers(Attribute.BITS_STORED, 12)
                .numbers(Attribute.HIGH_BIT, 11)
                .numbers(Attribute.PIXEL_REPRESENTATION, 0)
                .bytes(Attribute.PIXEL_DATA, cells)
                .file();
        Film read = FilmReader.read(file, "file");
        assertThat(List.of(read.width(), read.height(), read.bits())).containsExactly(3, 2, 12);
        assertThat(read.values()).isEqualTo(film.values());
    }

    @Test
    void texts_ofAnotherCharacterSet_areRepeatedToTheByte() throws IOException {
        byte[] name = "\u001b$)C\u00b1\u00e8".getBytes(StandardCharsets.ISO_8859_1);
        DicomFile korean = DicomFile.grey(1, 1, 8, 3).bytes(Attribute.PATIENT_NAME.tag(), "PN", name);
        DicomHeader header = DicomHeader.of(korean.file(), "korean").orElseThrow();
        Dataset repeated = dataset(object().text(Attribute.PATIENT_SEX, "F")
                .repeat(header, Attribute.PATIENT_NAME, Attribute.PATIENT_SEX)
                .file());
        byte[] bytes = new byte[name.length];
        repeated.element(Attribute.PATIENT_NAME.tag()).orElseThrow().value().get(0, bytes);
        assertThat(bytes).isEqualTo(name);
        assertThat(text(repeated, Attribute.PATIENT_SEX)).isEqualTo("F");
    }

    @ParameterizedTest
    @CsvSource({
        "MODALITY, abc, must be of the letters",
        "MODALITY, ABCDEFGHIJKLMNOPQ, at most 16 letters",
        "PATIENT_NAME, na\u00efve, must be of the letters",
        "CODE_VALUE, A\\B, must be of the letters",
        "SOP_INSTANCE_UID, 1.02, a UID must be numbers with dots",
        "ROWS, 7, must not be text"
    })
    void text_thatItsRepresentationForbids_isRefused(Attribute attribute, String value, String rule) {
        assertThatThrownBy(() -> new DicomObject().text(attribute, value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(rule)
                .hasMessageContaining(value);
    }

    @Test
    void value_ofAnotherRepresentation_isRefused() {
        assertThatThrownBy(() -> new DicomObject().numbers(Attribute.PATIENT_ID, 1))
                .hasMessageContaining("PATIENT_ID must be of representation LO, was US");
        assertThatThrownBy(() -> new DicomObject().numbers(Attribute.ROWS, 65536))
                .hasMessageContaining("ROWS must be in [0, 65535], was 65536");
        assertThatThrownBy(() -> object().floats(Attribute.GRAPHIC_DATA, new float[16384])
                        .file())
                .hasMessageContaining("at most 65535 bytes, had 65536");
        assertThatThrownBy(() -> new DicomObject().file()).hasMessageContaining("must have SOP_CLASS_UID");
    }

    @Test
    void header_thatLacksWhatIsReferredTo_saysSo() throws IOException {
        byte[] file = DicomFile.grey(1, 1, 8, 3)
                .text(Attribute.STUDY_INSTANCE_UID.tag(), "UI", "one")
                .file();
        DicomHeader header = DicomHeader.of(file, "a.dcm").orElseThrow();
        assertThatThrownBy(() -> header.uid(Attribute.SERIES_INSTANCE_UID))
                .isInstanceOf(UnreadableFilmException.class)
                .hasMessageContaining("a.dcm: a DICOM film must have SERIES_INSTANCE_UID (0020,000E)");
        assertThatThrownBy(() -> header.uid(Attribute.STUDY_INSTANCE_UID))
                .isInstanceOf(UnreadableFilmException.class)
                .hasMessageContaining("was one");
        assertThat(DicomHeader.of(new byte[200], "no.dcm")).isEmpty();
    }

    @Test
    void compression_isThatOfTheFile_orNone() throws IOException {
        DicomFile jpeg =
                DicomFile.grey(8, 8, 8).film("MONOCHROME2", 1, 8, 8, 8, 8).fragments(new byte[48]);
        DicomHeader header =
                DicomHeader.of(jpeg.in("1.2.840.10008.1.2.4.50"), "jpeg").orElseThrow();
        assertThat(header.compression()).hasValue(1); // 64 bytes as 48, an item's header and an empty offset table
        DicomHeader plain =
                DicomHeader.of(DicomFile.grey(1, 1, 8, 3).file(), "plain").orElseThrow();
        assertThat(plain.compression()).isEmpty();
    }

    private static DicomObject object() {
        return new DicomObject()
                .text(Attribute.SOP_CLASS_UID, SECONDARY_CAPTURE)
                .uid(Attribute.SOP_INSTANCE_UID, Uid.fresh());
    }

    private static Dataset dataset(byte[] file) throws DicomException {
        return Part10.of(file).dataset();
    }

    private static String text(Dataset dataset, Attribute attribute) {
        return dataset.text(attribute.tag()).orElseThrow();
    }
}
