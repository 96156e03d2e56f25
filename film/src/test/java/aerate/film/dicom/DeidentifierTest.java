package aerate.film.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aerate.film.FilmReader;
import aerate.film.UnreadableFilmException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeidentifierTest {
    private static final String COMPUTED_RADIOGRAPHY = "1.2.840.10008.5.1.4.1.1.1";
    private static final Deidentifier DEIDENTIFIER =
            new Deidentifier("a secret of the test".getBytes(StandardCharsets.US_ASCII));

    /** A syntax that needs no codec, and how the test's files are written in it. */
    private enum Syntax {
        IMPLICIT(ByteOrder.LITTLE_ENDIAN, false, "1.2.840.10008.1.2"),
        EXPLICIT(ByteOrder.LITTLE_ENDIAN, true, "1.2.840.10008.1.2.1"),
        BIG_ENDIAN(ByteOrder.BIG_ENDIAN, true, "1.2.840.10008.1.2.2"),
        DEFLATED(ByteOrder.LITTLE_ENDIAN, true, "1.2.840.10008.1.2.1.99");

        private final ByteOrder order;
        private final boolean explicit;
        private final String uid;

        Syntax(ByteOrder order, boolean explicit, String uid) {
            this.order = order;
            this.explicit = explicit;
            this.uid = uid;
        }

        DicomFile empty() {
            return new DicomFile(order, explicit);
        }
    }

    @ParameterizedTest
    @EnumSource(Syntax.class)
    void nothingPlanted_isAnywhereInTheBytes(Syntax syntax) throws IOException {
        DicomFile within = syntax.empty()
                .text(0x0008_0050, "SH", "PLANTED1")
                .text(0x0010_1001, "PN", "PLANTED2")
                .text(0x0011_0010, "LO", "PLANTED3")
                .text(0x0008_1155, "UI", "1.2.3.88888888");
        DicomFile file = film(syntax, "PLANTED4", "20200229", "1.2.3.99999999")
                .text(0x0008_0080, "LO", "PLANTED5")
                .text(0x0008_1030, "LO", "PLANTED6")
                .text(0x0009_0010, "LO", "PLANTED7")
                .text(0x0009_1001, "UN", "PLANTED8")
                .text(0x0010_2160, "SH", "PLANTED9")
                .text(0x0018_1000, "LO", "PLANTED10")
                .text(0x0020_4000, "LT", "PLANTED11")
                .text(0x0040_A123, "PN", "PLANTED12")
                .text(0x5000_0022, "LO", "PLANTED13")
                .text(0x6000_4000, "LT", "PLANTED14")
                .text(0x4008_010B, "ST", "PLANTED15")
                .item(0x0008_2112, within)
                .item(0x0054_0220, syntax.empty().item(0x0008_1140, within))
                .item(0x0040_0275, within)
                .item(0x0029_1010, within);
        byte[] clean = DEIDENTIFIER.deidentify(file.in(syntax.uid), "film").file();
        assertThat(text(clean)).doesNotContain("PLANTED", "20200229", "88888888", "99999999", "142233", "19700506");
        Dataset cleaned = Part10.of(clean).dataset();
        assertThat(cleaned.items(0x0054_0220).get(0).items(0x0008_1140)).hasSize(1);
        assertThat(cleaned.elements())
                .doesNotContainKeys(0x0009_0010, 0x0009_1001, 0x0029_1010, 0x6000_4000, 0x0040_0275);
        assertThat(FilmReader.read(clean, "clean").values())
                .isEqualTo(FilmReader.read(file.in(syntax.uid), "film").values());
    }

    @Test
    void writingInThePreamble_isGone() throws IOException {
        byte[] file = film(Syntax.EXPLICIT, "one", "20200229", "1.2.3").file();
        System.arraycopy("PLANTED".getBytes(StandardCharsets.US_ASCII), 0, file, 0, 7);
        assertThat(text(DEIDENTIFIER.deidentify(file, "film").file())).doesNotContain("PLANTED");
    }

    @Test
    void samePatient_hasOnePseudonymAndOneShift_andAnotherHasOthers() throws IOException {
        Deidentified first = cleaned("one", "20200229", "1.2.3");
        Deidentified later = cleaned("one", "20200331", "1.2.4");
        Deidentified other = cleaned("two", "20200229", "1.2.5");
        assertThat(first.patient()).isEqualTo(later.patient()).isNotEqualTo(other.patient());
        assertThat(ChronoUnit.DAYS.between(day(first), day(later))).isEqualTo(31);
        assertThat(day(first)).isBefore("2020-02-29").isAfter("2010-02-25").isNotEqualTo(day(other));
        assertThat(header(first).text(0x0010_0010)).contains(first.patient());
        assertThat(header(first).text(0x0010_0020)).contains(first.patient());
    }

    @Test
    void patientWithoutNumber_isKnownByName_andWithoutName_byStudy() throws IOException {
        DicomFile named = film(Syntax.EXPLICIT, "", "20200229", "1.2.3").text(0x0010_0010, "PN", "Doe^Jo");
        DicomFile again = film(Syntax.EXPLICIT, "", "20200331", "1.2.4").text(0x0010_0010, "PN", "Doe^Jo");
        DicomFile nobody = film(Syntax.EXPLICIT, "", "20200331", "1.2.5").text(0x0010_0010, "PN", "");
        String patient = patient(named);
        assertThat(patient).isEqualTo(patient(again)).isNotEqualTo(patient(nobody));
    }

    @Test
    void uids_areMappedAlikeWhereverTheyAre_andTheStandardsOwnStay() throws IOException {
        DicomFile referring = film(Syntax.EXPLICIT, "one", "20200229", "1.2.9")
                .item(
                        0x0008_2112,
                        Syntax.EXPLICIT
                                .empty()
                                .text(0x0008_1150, "UI", COMPUTED_RADIOGRAPHY)
                                .text(0x0008_1155, "UI", "1.2.3"));
        Deidentified film = cleaned("one", "20200229", "1.2.3");
        Dataset header = Part10.of(
                        DEIDENTIFIER.deidentify(referring.file(), "film").file())
                .dataset();
        Dataset reference = header.items(0x0008_2112).get(0);
        assertThat(reference.text(0x0008_1155)).contains(film.instance().value());
        assertThat(reference.text(0x0008_1150)).contains(COMPUTED_RADIOGRAPHY);
        assertThat(header.text(0x0008_0016)).contains(COMPUTED_RADIOGRAPHY);
        assertThat(header(film).text(0x0020_000D)).isEqualTo(header.text(0x0020_000D));
        assertThat(header(film).text(0x0008_0018)).contains(film.instance().value());
    }

    @Test
    void sameSecret_sameBytes_andAnotherSecretOthers() throws IOException {
        byte[] file = film(Syntax.EXPLICIT, "one", "20200229", "1.2.3").file();
        Deidentifier same = new Deidentifier("a secret of the test".getBytes(StandardCharsets.US_ASCII));
        Deidentifier other = new Deidentifier(new byte[16]);
        byte[] clean = DEIDENTIFIER.deidentify(file, "film").file();
        assertThat(same.deidentify(file, "film").file()).isEqualTo(clean);
        assertThat(other.deidentify(file, "film").patient())
                .isNotEqualTo(DEIDENTIFIER.deidentify(file, "film").patient());
        assertThatThrownBy(() -> new Deidentifier(new byte[15])).hasMessageContaining("at least 16 bytes, had 15");
    }

    @Test
    void method_isTold_inWordsAndCodes() throws IOException {
        Dataset header = header(cleaned("one", "20200229", "1.2.3"));
        assertThat(header.text(0x0012_0062)).contains("YES");
        assertThat(header.text(0x0012_0063).orElseThrow()).contains("PS3.15");
        assertThat(header.text(0x0028_0303)).contains("MODIFIED");
        assertThat(header.items(0x0012_0064))
                .extracting(code -> code.text(0x0008_0100).orElseThrow())
                .containsExactly("113100", "113107");
    }

    @ParameterizedTest
    @ValueSource(strings = {"YES", "NO", ""})
    void writingInThePixels_isToldOf(String burnt) throws IOException {
        DicomFile file = film(Syntax.EXPLICIT, "one", "20200229", "1.2.3").text(0x0028_0301, "CS", burnt);
        Deidentified.BurntIn expected =
                burnt.isEmpty() ? Deidentified.BurntIn.NOT_TOLD : Deidentified.BurntIn.valueOf(burnt);
        assertThat(DEIDENTIFIER.deidentify(file.file(), "film").burntIn()).isEqualTo(expected);
    }

    @Test
    void overlayInThePixels_isGone_andTheFilmIsNot() throws IOException {
        DicomFile file = film(Syntax.EXPLICIT, "one", "20200229", "1.2.3")
                .words(0x6000_0100, "US", 16)
                .words(0x6000_0102, "US", 15)
                .words(Tag.PIXEL_DATA, "OW", 0x8007, 0x0FFF, 0xF123, 0);
        byte[] clean = DEIDENTIFIER.deidentify(file.file(), "film").file();
        Element pixels = Part10.of(clean).dataset().elements().get(Tag.PIXEL_DATA);
        assertThat(Dataset.numbers(pixels)).containsExactly(7, 0x0FFF, 0x0123, 0);
        DicomFile compressed = film(Syntax.EXPLICIT, "one", "20200229", "1.2.3")
                .words(0x6000_0100, "US", 16)
                .fragments(new byte[4]);
        assertThatThrownBy(() -> DEIDENTIFIER.deidentify(compressed.in("1.2.840.10008.1.2.5"), "rle.dcm"))
                .isInstanceOf(UnreadableFilmException.class)
                .hasMessageContaining("rle.dcm: an overlay in the pixels' unused bits");
    }

    /** Whatever is changed in a file: it is refused in words or has neither name nor birth date left where they belong. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void damagedFile_isRefusedByName_orStillCleaned(long seed) throws IOException {
        Random random = new Random(seed);
        byte[] whole = film(Syntax.EXPLICIT, "PLANTED", "20200229", "1.2.3")
                .item(0x0008_2112, Syntax.EXPLICIT.empty().text(0x0008_1155, "UI", "1.2.4"))
                .file();
        int refused = 0;
        for (int i = 0; i < 1000; i++) {
            byte[] damaged = whole.clone();
            for (int change = random.nextInt(4); change >= 0; change--) {
                damaged[132 + random.nextInt(damaged.length - 132)] = (byte) random.nextInt(256);
            }
            try {
                Dataset clean = Part10.of(
                                DEIDENTIFIER.deidentify(damaged, "a.dcm").file())
                        .dataset();
                assertThat(clean.text(0x0010_0020).orElseThrow()).matches("P[0-9a-f]{16}");
                assertThat(clean.text(0x0010_0030)).isEmpty();
            } catch (UnreadableFilmException e) {
                assertThat(e).hasMessageStartingWith("a.dcm: ");
                refused++;
            }
        }
        assertThat(refused).isBetween(100, 999);
    }

    @Test
    void objectOfAnotherClass_isRefused() {
        DicomFile report = film(Syntax.EXPLICIT, "one", "20200229", "1.2.3")
                .text(0x0008_0016, "UI", "1.2.840.10008.5.1.4.1.1.88.34");
        assertThatThrownBy(() -> DEIDENTIFIER.deidentify(report.file(), "sr.dcm"))
                .isInstanceOf(UnreadableFilmException.class)
                .hasMessageContaining(
                        "sr.dcm: a film to be de-identified must be of class CR, DX or secondary capture");
    }

    @Test
    void table_isTheStandardsWhole_lessWhatIsRemovedByGroup() {
        // Its rows but for those of groups 0000, 0002 and 0004 and of repeating groups.
        assertThat(ConfidentialityProfile.size()).isEqualTo(613);
        assertThat(ConfidentialityProfile.of(0x0010_0030, "DA")).isEqualTo(Protection.EMPTY);
        assertThat(ConfidentialityProfile.of(0x0008_0022, "DA")).isEqualTo(Protection.SHIFT);
        assertThat(ConfidentialityProfile.of(0x0008_0033, "TM")).isEqualTo(Protection.DUMMY);
        assertThat(ConfidentialityProfile.of(0x0010_1010, "AS")).isEqualTo(Protection.REMOVE);
        assertThat(ConfidentialityProfile.of(0x0018_1002, "UI")).isEqualTo(Protection.MAP_UID);
    }

    private static DicomFile film(Syntax syntax, String patient, String date, String instance) {
        return syntax.empty()
                .film("MONOCHROME2", 1, 2, 2, 16, 12)
                .words(Tag.PIXEL_DATA, "OW", 7, 4095, 291, 0)
                .text(0x0008_0016, "UI", COMPUTED_RADIOGRAPHY)
                .text(0x0008_0018, "UI", instance)
                .text(0x0008_0020, "DA", date)
                .text(0x0008_0030, "TM", "142233")
                .text(0x0008_0033, "TM", "142233.25")
                .text(0x0010_0010, "PN", "Name^Of " + patient)
                .text(0x0010_0020, "LO", patient)
                .text(0x0010_0030, "DA", "19700506")
                .text(0x0020_000D, "UI", "1.2.840.77.1." + instance.length())
                .text(0x0020_000E, "UI", "1.2.840.77.2." + instance.length());
    }

    private static Deidentified cleaned(String patient, String date, String instance) throws IOException {
        return DEIDENTIFIER.deidentify(
                film(Syntax.EXPLICIT, patient, date, instance).file(), "film");
    }

    private static String patient(DicomFile file) throws IOException {
        return DEIDENTIFIER.deidentify(file.file(), "film").patient();
    }

    private static Dataset header(Deidentified film) throws DicomException {
        return Part10.of(film.file()).dataset();
    }

    private static LocalDate day(Deidentified film) throws DicomException {
        return LocalDate.parse(header(film).text(0x0008_0020).orElseThrow(), DateTimeFormatter.BASIC_ISO_DATE);
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.ISO_8859_1);
    }
}
