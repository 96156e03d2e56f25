package aerate.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OneClinic.class)
class DicomwebTest {
    private static final String TYPE = "multipart/related; type=\"application/dicom\"; boundary=";

    @Test
    void storedFilm_isRead_andItsStudyHasCaptureAndReport(Clinic clinic) throws IOException, InterruptedException {
        DicomFilm film = DicomFilm.of(64, 3000);
        Client admin = clinic.admin();
        JsonNode answer = store(admin, "here", film.file()).was(200).json();
        assertThat(answer.at("/00081199/Value/0/00081155/Value/0").asText())
                .isEqualTo(film.instance().value());
        List<JsonNode> instances = instances(admin, film, 3);
        assertThat(instances)
                .extracting(instance -> instance.at("/00080060/Value/0").asText())
                .containsExactly("", "OT", "SR");
        JsonNode report = instances.get(2);
        byte[] fetched = admin.get("/dicomweb/studies/" + film.study() + "/series/"
                        + report.at("/0020000E/Value/0").asText() + "/instances/"
                        + report.at("/00080018/Value/0").asText())
                .was(200)
                .response()
                .body();
        assertThat(new String(fetched, StandardCharsets.ISO_8859_1)).contains("DICM", "Doe^Jo", "tiny 1");
        assertThat(admin.get("/dicomweb/studies/" + film.study())
                        .was(200)
                        .text()
                        .split("DICM", -1))
                .hasSize(4);
        JsonNode resource =
                admin.get("/fhir/DiagnosticReport/" + id(admin, film)).was(200).json();
        assertThat(resource.at("/imagingStudy/0/identifier/value").asText()).isEqualTo("urn:oid:" + film.study());
        assertThat(resource.at("/conclusion").asText()).contains("Research use only");
    }

    @Test
    void partThatIsNoFilm_isRefused_theOthersAreTaken(Clinic clinic) throws IOException, InterruptedException {
        byte[] none = "no film\r\n--almost the boundary\r\n\r".getBytes(StandardCharsets.UTF_8);
        JsonNode mixed = store(clinic.admin(), "\"a b\"", DicomFilm.of(64, 3001).file(), none)
                .was(202)
                .json();
        assertThat(mixed.at("/00081199/Value")).hasSize(1);
        assertThat(mixed.at("/00081198/Value")).hasSize(1);
        store(clinic.admin(), "b", none).was(409);
        byte[] cut = Arrays.copyOf(message("b", none), 40);
        assertThat(clinic.admin()
                        .send("POST", "/dicomweb/studies", TYPE + "b", cut)
                        .was(400)
                        .text())
                .contains("must end with its boundary");
    }

    @Test
    void studyOfAnotherTenant_isNotThere(Clinic clinic) throws IOException, InterruptedException {
        DicomFilm film = DicomFilm.of(64, 3002);
        store(clinic.admin(), "b", film.file()).was(200);
        Neighbour.of(clinic).get("/dicomweb/studies/" + film.study()).was(404);
        assertThat(Neighbour.of(clinic)
                        .get("/dicomweb/studies/" + film.study() + "/instances")
                        .was(200)
                        .json())
                .isEmpty();
    }

    private static String id(Client client, DicomFilm film) throws IOException, InterruptedException {
        for (JsonNode shown : client.get("/api/films?size=200").was(200).json().at("/films")) {
            if (shown.at("/study").asText().equals(film.study().value())) {
                return shown.at("/id").asText();
            }
        }
        throw new AssertionError("the film must be on the worklist, was not");
    }

    /** What the study holds, as soon as it is so much. */
    private static List<JsonNode> instances(Client client, DicomFilm film, int many)
            throws IOException, InterruptedException {
        List<JsonNode> instances = new ArrayList<>();
        for (int i = 0; i < 200 && instances.size() < many; i++) {
            Thread.sleep(100);
            instances.clear();
            client.get("/dicomweb/studies/" + film.study() + "/instances")
                    .was(200)
                    .json()
                    .forEach(instances::add);
        }
        return instances;
    }

    private static Client.Answer store(Client client, String boundary, byte[]... parts)
            throws IOException, InterruptedException {
        return client.send("POST", "/dicomweb/studies", TYPE + boundary, message(boundary.replace("\"", ""), parts));
    }

    private static byte[] message(String boundary, byte[]... parts) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            body.writeBytes(("--" + boundary + "\r\nContent-Type: application/dicom\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            body.writeBytes(part);
            body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return body.toByteArray();
    }
}
