package aerate.film.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** De-identification of real DICOM films, where the environment variable AERATE_DATA names the folder that holds {@code dicom}. */
class HospitalDeidentificationTest {
    private static final List<Integer> IDENTIFYING = List.of(
            0x0008_0018,
            0x0008_0020,
            0x0008_0050,
            0x0008_0080,
            0x0008_0090,
            0x0010_0010,
            0x0010_0020,
            0x0010_0030,
            0x0020_000D,
            0x0020_000E);

    @Test
    void everyFilm_losesItsNames_andNoPixel() throws IOException {
        Deidentifier deidentifier = new Deidentifier("of this test alone".getBytes(StandardCharsets.US_ASCII));
        List<Path> files = films();
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            byte[] content = Files.readAllBytes(file);
            byte[] clean = deidentifier.deidentify(content, file.toString()).file();
            Part10 before = Part10.of(content);
            Part10 after = Part10.of(clean);
            assertThat(after.dataset().elements().get(Tag.PIXEL_DATA).value())
                    .as(file.toString())
                    .isEqualTo(before.dataset().elements().get(Tag.PIXEL_DATA).value());
            assertThat(after.dataset().elements().keySet()).noneMatch(tag -> (tag >>> 16) % 2 != 0);
            String header = header(clean);
            for (int tag : IDENTIFYING) {
                Optional<String> planted = before.dataset().text(tag);
                planted.ifPresent(
                        text -> assertThat(header).as(file + Tag.name(tag)).doesNotContain(text));
            }
        }
    }

    /** All but the pixels. */
    private static String header(byte[] file) throws DicomException {
        int pixels =
                Part10.of(file).dataset().elements().get(Tag.PIXEL_DATA).value().remaining();
        return new String(file, 0, file.length - pixels, StandardCharsets.ISO_8859_1);
    }

    private static List<Path> films() throws IOException {
        String data = System.getenv("AERATE_DATA");
        assumeTrue(data != null, "AERATE_DATA is not set: no real films");
        Path folder = Path.of(data, "dicom");
        assumeTrue(Files.isDirectory(folder), "AERATE_DATA has no dicom: no DICOM films");
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".dcm"))
                    .sorted()
                    .toList();
        }
    }
}
