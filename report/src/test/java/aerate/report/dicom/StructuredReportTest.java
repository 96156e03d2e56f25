package aerate.report.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aerate.film.dicom.Attribute;
import aerate.film.dicom.DicomHeader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StructuredReportTest {
    @TempDir
    private Path folder;

    @Test
    void report_isOfTheFilmsPatientAndStudy_inASeriesOfItsOwn() throws IOException {
        DicomHeader film = Given.header(Given.radiograph().file());
        DicomHeader report = Given.header(report(Given.sick()));
        assertThat(report.uid(Attribute.STUDY_INSTANCE_UID)).isEqualTo(film.uid(Attribute.STUDY_INSTANCE_UID));
        assertThat(report.text(Attribute.PATIENT_ID)).contains("4711");
        assertThat(report.uid(Attribute.SERIES_INSTANCE_UID)).isNotEqualTo(film.uid(Attribute.SERIES_INSTANCE_UID));
        assertThat(report.text(Attribute.SERIES_DESCRIPTION).orElseThrow()).contains("RESEARCH USE ONLY");
        assertThat(report.text(Attribute.VERIFICATION_FLAG)).contains("UNVERIFIED");
    }

    @Test
    void report_hasNoErrorByDciodvfy() throws IOException, InterruptedException {
        Tools.verify(file(Given.sick()));
        Tools.verify(file(Given.well()));
    }

    @Test
    void report_readsToDsrdump() throws IOException, InterruptedException {
        Tools.need("dsrdump", "dcmtk");
        String said = Tools.run(
                List.of("dsrdump", "+Pc", "+Pl", "+Pt", file(Given.sick()).toString()));
        assertThat(said)
                .contains("Comprehensive 3D SR Document", "Doe^Jo", "UNVERIFIED", "TID 1500")
                .contains("(122157,DCM,\"Probability\")=\"0.750000\" (1,UCUM,\"no units\")")
                .contains("(111071,DCM,\"CAD Operating Point\")=\"0.400000\"")
                .contains("(233604007,SCT,\"Pneumonia\")=(52101004,SCT,\"Present\")")
                .contains("(111001,DCM,\"Algorithm Name\")=\"tiny lambda\\net\"")
                .contains("(111003,DCM,\"Algorithm Version\")", Given.EQUIPMENT.weightsHash())
                .contains("SCOORD:(111030,DCM,\"Image Region\")", "Research use only");
        assertThat(said.lines().filter(line -> line.startsWith("E:") || line.startsWith("W:")))
                .isEmpty();
    }

    @Test
    void film_unlikeThoseThatTheModelKnows_isNotToBeBelieved() throws IOException {
        String warning = "UNLIKE the films that the model knows: do not believe it";
        assertThat(new String(report(Given.well()), StandardCharsets.US_ASCII)).contains(warning);
        assertThat(new String(report(Given.sick()), StandardCharsets.US_ASCII)).doesNotContain(warning);
    }

    @Test
    void severalModels_areOneObserver_ofOneFingerprint() {
        String one = Given.EQUIPMENT.weightsHash();
        String other = "f".repeat(64);
        Equipment both = new Equipment("1", "a + b", one + " + " + other);
        assertThat(both.fingerprint()).hasSize(64).isNotEqualTo(one);
        assertThat(both.fingerprint()).isNotEqualTo(new Equipment("1", "b + a", other + " + " + one).fingerprint());
        assertThat(Given.EQUIPMENT.fingerprint()).isEqualTo(one);
    }

    @Test
    void report_ofANormalFilm_saysSo_andListsNoFinding() throws IOException, InterruptedException {
        Tools.need("dsrdump", "dcmtk");
        String said =
                Tools.run(List.of("dsrdump", "+Pc", "+Pl", file(Given.well()).toString()));
        assertThat(said)
                .contains("(233604007,SCT,\"Pneumonia\")=(2667000,SCT,\"Absent\")")
                .doesNotContain("\"Finding\"", "SCOORD");
    }

    @Test
    void region_isSelectedFromTheFilm_inItsPixels() throws IOException, InterruptedException {
        Tools.needPydicom();
        String program = """
                import pydicom, sys
                def walk(item):
                    if item.ValueType == 'SCOORD':
                        image = item.ContentSequence[0]
                        print([round(x, 3) for x in item.GraphicData], item.GraphicType, image.RelationshipType,
                              image.ReferencedSOPSequence[0].ReferencedSOPInstanceUID)
                    for below in item.get('ContentSequence', []):
                        walk(below)
                report = pydicom.dcmread(sys.argv[1])
                walk(report)
                for series in report.CurrentRequestedProcedureEvidenceSequence[0].ReferencedSeriesSequence:
                    print(series.SeriesInstanceUID, len(series.ReferencedSOPSequence))
                """;
        List<String> said = Tools.python(program, file(Given.sick())).lines().toList();
        assertThat(said).hasSize(4);
        assertThat(said.get(0))
                .isEqualTo("[7.5, 5.0, 22.5, 5.0, 22.5, 10.0, 7.5, 10.0, 7.5, 5.0] POLYLINE SELECTED FROM 1.2.3.4");
        assertThat(said.get(1)).startsWith("[52.5, 35.0,");
        assertThat(said.get(2)).isEqualTo("1.2.3.3 1");
        assertThat(Tools.python(program, file(Given.well())).lines()).hasSize(2);
    }

    @Test
    void finding_ofANormalFilm_hasNoRegion() {
        List<Outline> region = Given.sick().region();
        assertThatThrownBy(() -> new Finding(0.1, 0.4, "", false, "cam", 0.7, region))
                .hasMessageContaining("must have no region of pneumonia, had 2 parts");
        assertThatThrownBy(() -> new Finding(1.1, 0.4, "", false, "cam", 0.7, region))
                .hasMessageContaining("probability must be in [0, 1], was 1.1");
        assertThatThrownBy(() -> new Equipment("1", "m", "abc"))
                .hasMessageContaining("64 hexadecimal digits")
                .hasMessageContaining("was abc");
    }

    private Path file(Finding finding) throws IOException {
        return Files.write(Files.createTempFile(folder, "report", ".dcm"), report(finding));
    }

    private static byte[] report(Finding finding) throws IOException {
        DicomHeader film = Given.header(Given.radiograph().file());
        byte[] map = SecondaryCapture.of(Given.picture(), film, "a map", "Painted.", Given.EQUIPMENT, Given.NOW);
        return StructuredReport.of(finding, film, Given.header(map), Given.EQUIPMENT, Given.NOW);
    }
}
