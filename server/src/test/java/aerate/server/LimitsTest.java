package aerate.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is too large is refused, by whatever way it comes, and costs no memory. */
class LimitsTest {
    private static final int LARGEST = 100 << 10;

    @TempDir
    private static Path folder;

    private static Clinic clinic;

    @BeforeAll
    static void start() throws IOException {
        clinic = Clinic.start(
                folder.resolve("data"),
                TinyModels.classifier(folder.resolve("tiny"), 1),
                Map.of(
                        "spring.servlet.multipart.max-file-size",
                        LARGEST + "B",
                        "spring.servlet.multipart.max-request-size",
                        3 * LARGEST + "B"));
    }

    @AfterAll
    static void stop() {
        clinic.close();
    }

    @Test
    void fileAndUpload_thatAreTooLarge_areRefused() throws IOException, InterruptedException {
        byte[] large = Arrays.copyOf(TinyModels.film(40, 1), LARGEST + 1);
        clinic.admin().upload(Map.of("film.png", large)).was(413);
        byte[] fits = Arrays.copyOf(large, LARGEST);
        clinic.admin()
                .upload(Map.of("a.png", fits, "b.png", fits, "c.png", fits))
                .was(413);
        clinic.admin().upload(Map.of("film.png", fits)).was(202);
    }

    @Test
    void partOfAStudy_thatIsTooLarge_isRefused() throws IOException, InterruptedException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("--b\r\nContent-Type: application/dicom\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(new byte[LARGEST + 1]);
        body.writeBytes("\r\n--b--\r\n".getBytes(StandardCharsets.US_ASCII));
        Client.Answer answer = clinic.admin()
                .send(
                        "POST",
                        "/dicomweb/studies",
                        "multipart/related; type=\"application/dicom\"; boundary=b",
                        body.toByteArray())
                .was(400);
        assertThat(answer.text()).contains("a part must be at most " + LARGEST + " bytes, was longer");
    }

    /** A few bytes that claim a film of ten gigapixels. */
    @Test
    void filmOfTooManyPixels_isNotDecoded() throws IOException, InterruptedException {
        byte[] film = TinyModels.film(40, 2);
        ByteBuffer header = ByteBuffer.wrap(film);
        header.putInt(16, 100_000).putInt(20, 100_000); // width and height, behind signature, length and name
        CRC32 sum = new CRC32();
        sum.update(film, 12, 17);
        header.putInt(29, (int) sum.getValue());
        JsonNode page = clinic.admin().done(clinic.admin().accepted(film));
        assertThat(page.at("/film/state").asText()).isEqualTo("FAILED");
        assertThat(page.at("/film/problem").asText()).contains("at most 100000000 pixels");
        assertThat(page.at("/film/attempts").asInt()).isEqualTo(1);
    }
}
