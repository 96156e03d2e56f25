package aerate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import aerate.film.Film;
import aerate.film.FilmReader;
import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A DICOM film goes wherever a PNG goes. */
@ExtendWith(OneWorkshop.class)
class DicomFilmsTest {
    @TempDir
    private Path folder;

    @Test
    void folderWithoutClasses_isListed_withTheReasonOfWhatIsUnreadable(Workshop workshop) throws IOException {
        DicomCopy.of(FilmReader.read(workshop.sick().get(0)), "1", folder.resolve("deep/film.dcm"));
        Files.write(folder.resolve("broken.dcm"), new byte[200]);
        Ran ran = Ran.of("data", folder).succeeded();
        assertThat(ran.out().lines())
                .anyMatch(line -> line.matches("deep/film.dcm +32 x 32 .* bits +DICOM, explicit VR little endian,"
                        + " MONOCHROME2 +\"흉부 PA\""))
                .anyMatch(line -> line.matches("broken.dcm +unreadable: .*must be a JPEG, PNG or DICOM file.*"))
                .anyMatch(line -> line.endsWith("2 files, 1 unreadable"));
        JsonNode films = Ran.of("data", folder, "--json").succeeded().json().path("films");
        assertThat(films).hasSize(2);
        assertThat(films.get(1).at("/size/width").asInt()).isEqualTo(32);
    }

    @Test
    void sameFilm_hasTheSameProbability_andAHeatMapOfItsSize(Workshop workshop) throws IOException {
        Path png = TestFilms.deep(folder.resolve("deep.png"), 40, 28);
        Path dicom = DicomCopy.of(FilmReader.read(png), "1", folder.resolve("deep.dcm"));
        Path out = folder.resolve("out");
        JsonNode results = Ran.diagnosing(workshop.classifier(), png, dicom, "--heatmap", "cam", "--out", out, "--json")
                .succeeded()
                .json();
        assertThat(results.get(1).at("/diagnosis/probability").asDouble())
                .isEqualTo(results.get(0).at("/diagnosis/probability").asDouble());
        BufferedImage overlay =
                ImageIO.read(Path.of(results.get(1).path("overlay").asText()).toFile());
        assertThat(List.of(overlay.getWidth(), overlay.getHeight())).containsExactly(40, 28);
    }

    @Test
    void collection_isCountedByTheHeadersPatients_andTrainedOnAndEvaluated(Workshop workshop) throws IOException {
        Path films = folder.resolve("films");
        for (String label : List.of("NORMAL", "PNEUMONIA")) {
            try (Stream<Path> pngs = Files.list(workshop.phantoms().resolve(label))) {
                int number = 0;
                for (Path png : pngs.sorted().limit(16).toList()) {
                    Film film = FilmReader.read(png);
                    String patient = label + number / 2; // two films each
                    DicomCopy.of(film, patient, films.resolve(label).resolve(number++ + ".dcm"));
                }
            }
        }
        assertThat(Ran.of("data", films).succeeded().out().lines())
                .anyMatch(line -> line.matches("films +32 of 16 patients"));
        Path run = folder.resolve("run");
        Ran.training(workshop.classifierRecipe(), films, run, "--set", "split.test=0")
                .succeeded();
        Ran.evaluating(run.resolve("checkpoint"), films, "--split", "validation")
                .succeeded();
    }

    @Test
    void course_keepsTheFilmsSize(Workshop workshop) throws IOException {
        Path dicom = DicomCopy.of(FilmReader.read(workshop.sick().get(0)), "1", folder.resolve("sick.dcm"));
        Path out = folder.resolve("out");
        Ran.healing("course", workshop, dicom, "--lambdas", "0,20", "--out", out)
                .succeeded();
        try (Stream<Path> written = Files.walk(out)) {
            Path today = written.filter(file -> file.endsWith("lambda-000.png"))
                    .findFirst()
                    .orElseThrow();
            Film film = FilmReader.read(today);
            assertThat(List.of(film.width(), film.height())).containsExactly(32, 32);
        }
    }
}
