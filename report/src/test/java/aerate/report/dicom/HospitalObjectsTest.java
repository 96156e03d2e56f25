package aerate.report.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import aerate.film.dicom.DicomHeader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Objects made of real DICOM films, where the environment variable AERATE_DATA names the folder that holds {@code dicom}. */
class HospitalObjectsTest {
    @TempDir
    private Path folder;

    @Test
    void objectsOfEveryFilm_haveNoErrorByDciodvfy() throws IOException, InterruptedException {
        List<Path> films = films();
        assertThat(films).isNotEmpty();
        for (Path film : films) {
            DicomHeader header =
                    DicomHeader.of(Files.readAllBytes(film), film.toString()).orElseThrow();
            byte[] map = SecondaryCapture.of(Given.picture(), header, "a map", "Painted.", Given.EQUIPMENT, Given.NOW);
            byte[] report = StructuredReport.of(Given.sick(), header, Given.header(map), Given.EQUIPMENT, Given.NOW);
            Tools.verify(Files.write(folder.resolve("map.dcm"), map));
            Tools.verify(Files.write(folder.resolve("report.dcm"), report));
        }
    }

    private static List<Path> films() throws IOException {
        String data = System.getenv("AERATE_DATA");
        assumeTrue(data != null, "AERATE_DATA is not set: no real films");
        Path dicom = Path.of(data, "dicom");
        assumeTrue(Files.isDirectory(dicom), "AERATE_DATA has no dicom: no DICOM films");
        try (Stream<Path> files = Files.list(dicom)) {
            return files.filter(file -> file.toString().endsWith(".dcm"))
                    .sorted()
                    .toList();
        }
    }
}
