package aerate.film.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import aerate.film.Film;
import aerate.film.FilmReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * On real DICOM films, where the environment variable AERATE_DATA names the folder that holds {@code dicom}, against what
 * {@code dicom_golden.py} decoded and displayed.
 */
class HospitalFilesTest {
    private record Golden(String file, int width, int height, int bits, double mean, String hash, List<Integer> some) {
        /** Lossy decoders may differ by their rounding; the rest may not. */
        boolean lossy() {
            return file.contains("lossy") || file.contains("aseline") || file.startsWith("FAKE");
        }
    }

    @Test
    void everyFile_isShownAsPydicomShowsIt() throws IOException {
        int read = 0;
        for (Golden golden : goldens()) {
            Film film = FilmReader.read(folder().resolve(golden.file()));
            assertThat(List.of(film.width(), film.height(), film.bits()))
                    .as(golden.file())
                    .containsExactly(golden.width(), golden.height(), golden.bits());
            List<Integer> samples = Shown.samples(film);
            if (golden.lossy()) {
                assertThat(samples.stream().mapToInt(sample -> sample).average().orElseThrow())
                        .as(golden.file())
                        .isCloseTo(golden.mean(), within(0.1));
                assertSome(film, golden);
            } else {
                assertThat(hash(samples)).as(golden.file()).isEqualTo(golden.hash());
            }
            read++;
        }
        assertThat(read).isEqualTo(24);
    }

    @Test
    void losslessVariantsAndTwins_areOneFilm() throws IOException {
        assertThat(hashes("cr_siim_nih_.*__(?!jpegBaseline).*")).hasSize(1);
        assertThat(hashes("cr_philips_RG1_.*__.*")).hasSize(1);
    }

    @Test
    void fakeHeader_invertsTheFilm() throws IOException {
        List<Integer> fake = Shown.samples(FilmReader.read(folder().resolve("FAKE_header_mono1_of_siim.dcm")));
        List<Integer> film =
                Shown.samples(FilmReader.read(folder().resolve("cr_siim_nih_mono2_8bit_jpegbaseline.dcm")));
        assertThat(fake).isEqualTo(film.stream().map(sample -> 255 - sample).toList());
    }

    private static Set<String> hashes(String files) throws IOException {
        Set<String> hashes = new HashSet<>();
        for (Golden golden : goldens()) {
            if (golden.file().replace(".dcm", "").matches(files)) {
                hashes.add(hash(Shown.samples(FilmReader.read(folder().resolve(golden.file())))));
            }
        }
        return hashes;
    }

    /** Two decoders of one stream differ by a rounding, which a window may double. */
    private static void assertSome(Film film, Golden golden) {
        Iterator<Integer> some = golden.some().iterator();
        for (int y = 50; y < film.height(); y += 101) {
            for (int x = 50; x < film.width(); x += 97) {
                assertThat(film.at(x, y)).as(golden.file()).isCloseTo(some.next(), within(2));
            }
        }
        assertThat(some.hasNext()).isFalse();
    }

    private static Path folder() {
        String data = System.getenv("AERATE_DATA");
        assumeTrue(data != null, "AERATE_DATA is not set: no real films");
        Path folder = Path.of(data, "dicom");
        assumeTrue(Files.isDirectory(folder), "AERATE_DATA has no dicom: no DICOM films");
        return folder;
    }

    private static List<Golden> goldens() throws IOException {
        try (InputStream csv = HospitalFilesTest.class.getResourceAsStream("dicom_golden.csv")) {
            List<Golden> goldens = new ArrayList<>();
            new String(csv.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .forEach(cells -> goldens.add(new Golden(
                            cells[0],
                            Integer.parseInt(cells[1]),
                            Integer.parseInt(cells[2]),
                            Integer.parseInt(cells[3]),
                            Double.parseDouble(cells[4]),
                            cells[5],
                            Stream.of(cells[6].split(" ", -1))
                                    .map(Integer::valueOf)
                                    .toList())));
            return goldens;
        }
    }

    private static String hash(List<Integer> samples) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * samples.size());
        samples.forEach(sample -> bytes.putShort(sample.shortValue()));
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform must have SHA-256", e);
        }
    }
}
