package aerate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import aerate.film.Film;
import aerate.film.FilmReader;
import aerate.film.dicom.Attribute;
import aerate.film.dicom.DicomHeader;
import aerate.film.dicom.DicomObject;
import aerate.film.dicom.Uid;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What {@code diagnose --dicom} and {@code course --dicom} write. */
@ExtendWith(OneWorkshop.class)
class DicomOutputTest {
    private static final Uid STUDY = new Uid("1.2.3.2");

    @TempDir
    private Path folder;

    @Test
    void diagnosis_ofADicomFilm_isInItsStudy(Workshop workshop) throws IOException {
        Path film = radiograph(workshop.sick().get(0));
        Path out = folder.resolve("dicom");
        Ran.diagnosing(workshop.classifier(), film, "--dicom", out).succeeded();
        assertThat(names(out)).containsExactly("cr-heatmap.dcm", "cr-report.dcm");
        for (String name : names(out)) {
            DicomHeader header = header(out.resolve(name));
            assertThat(header.uid(Attribute.STUDY_INSTANCE_UID)).isEqualTo(STUDY);
            assertThat(header.text(Attribute.PATIENT_NAME)).contains("Doe^Jo");
        }
    }

    @Test
    void report_hasTheFiguresOfTheDiagnosis_andARegionIfItIsSick(Workshop workshop) throws IOException {
        Path out = folder.resolve("dicom");
        Stream<Object> words = Stream.concat(workshop.sick().stream(), Stream.of("--dicom", out, "--json"));
        JsonNode results = Ran.diagnosing(workshop.classifier(), words.toArray())
                .succeeded()
                .json();
        int sick = 0;
        for (JsonNode result : results) {
            JsonNode diagnosis = result.path("diagnosis");
            String name =
                    Path.of(diagnosis.path("source").asText()).getFileName().toString();
            String report = new String(
                    Files.readAllBytes(out.resolve(name.replace(".png", "-report.dcm"))), StandardCharsets.ISO_8859_1);
            boolean pneumonia = diagnosis.path("verdict").asText().equals("PNEUMONIA");
            assertThat(report)
                    .contains("%.6f".formatted(diagnosis.path("probability").asDouble()))
                    .contains(diagnosis.path("weightsHash").asText(), "tiny")
                    .contains(pneumonia ? "Present" : "Absent");
            assertThat(report.contains("SCOORD")).isEqualTo(pneumonia);
            sick += pneumonia ? 1 : 0;
        }
        assertThat(sick).isPositive();
    }

    @Test
    void filmWithoutHeader_isWrittenToo_andIsNobodys(Workshop workshop) throws IOException {
        Path film = TestFilms.deep(folder.resolve("deep.png"), 40, 28);
        Path out = folder.resolve("dicom");
        Ran.diagnosing(workshop.classifier(), film, "--dicom", out).succeeded();
        assertThat(names(out)).containsExactly("deep-film.dcm", "deep-heatmap.dcm", "deep-report.dcm");
        Film copy = FilmReader.read(out.resolve("deep-film.dcm"));
        assertThat(copy.values()).isEqualTo(FilmReader.read(film).values());
        DicomHeader header = header(out.resolve("deep-film.dcm"));
        assertThat(header.text(Attribute.PATIENT_NAME)).isEmpty();
        assertThat(header(out.resolve("deep-report.dcm")).uid(Attribute.STUDY_INSTANCE_UID))
                .isEqualTo(header.uid(Attribute.STUDY_INSTANCE_UID));
    }

    @Test
    void course_isInTheFilmsStudy(Workshop workshop) throws IOException {
        Path film = radiograph(workshop.sick().get(0));
        Path out = folder.resolve("dicom");
        Ran.healing("course", workshop, film, "--lambdas", "0,20", "--out", folder.resolve("out"), "--dicom", out)
                .succeeded();
        assertThat(names(out)).containsExactly("cr-course.dcm");
        DicomHeader header = header(out.resolve("cr-course.dcm"));
        assertThat(header.uid(Attribute.STUDY_INSTANCE_UID)).isEqualTo(STUDY);
        assertThat(header.text(Attribute.DERIVATION_DESCRIPTION).orElseThrow())
                .contains("lambda 0, 20 by per-pixel", "tiny-noise", "no prognosis");
        assertThat(FilmReader.read(out.resolve("cr-course.dcm")).width()).isGreaterThan(2 * Workshop.SIZE);
    }

    @Test
    void dicomFilm_thatIsOfNoStudy_isRefusedByName(Workshop workshop) throws IOException {
        Path film = folder.resolve("cr.dcm");
        Files.write(film, film(workshop.sick().get(0)).file());
        Ran.diagnosing(workshop.classifier(), film, "--dicom", folder.resolve("dicom"))
                .refused(1, film, "STUDY_INSTANCE_UID (0020,000D)");
    }

    @Test
    void frameOfAFile_isRefusedByName(Workshop workshop) throws IOException {
        String frame = radiograph(workshop.sick().get(0)) + "#1";
        Ran.diagnosing(workshop.classifier(), frame, "--dicom", folder.resolve("dicom"))
                .refused(2, frame, "must be a file, was a frame of one");
    }

    /** A phantom as a hospital would hold it. */
    private Path radiograph(Path phantom) throws IOException {
        DicomObject film = film(phantom)
                .uid(Attribute.STUDY_INSTANCE_UID, STUDY)
                .uid(Attribute.SERIES_INSTANCE_UID, Uid.fresh())
                .text(Attribute.PATIENT_NAME, "Doe^Jo");
        return Files.write(folder.resolve("cr.dcm"), film.file());
    }

    private static DicomObject film(Path phantom) throws IOException {
        Film film = FilmReader.read(phantom);
        return new DicomObject()
                .text(Attribute.SOP_CLASS_UID, "1.2.840.10008.5.1.4.1.1.1")
                .uid(Attribute.SOP_INSTANCE_UID, Uid.fresh())
                .numbers(Attribute.SAMPLES_PER_PIXEL, 1)
                .text(Attribute.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2")
                .numbers(Attribute.ROWS, film.height())
                .numbers(Attribute.COLUMNS, film.width())
                .numbers(Attribute.BITS_ALLOCATED, 8)
                .numbers(Attribute.BITS_STORED, 8)
                .numbers(Attribute.HIGH_BIT, 7)
                .numbers(Attribute.PIXEL_REPRESENTATION, 0)
                .bytes(Attribute.PIXEL_DATA, film.bytes());
    }

    private static DicomHeader header(Path file) throws IOException {
        return DicomHeader.of(Files.readAllBytes(file), file.toString()).orElseThrow();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
