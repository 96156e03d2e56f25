package aerate.server;

import static org.assertj.core.api.Assertions.assertThat;

import aerate.film.dicom.Uid;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OneClinic.class)
class WorkitemsTest {
    @Test
    void workitem_isClaimedWhenItsFilmIsHere_andCompletedWithOutputs(Clinic clinic)
            throws IOException, InterruptedException {
        Client admin = clinic.admin();
        DicomFilm film = DicomFilm.of(64, 6000);
        Uid uid = Uid.fresh();
        Client.Answer created = create(admin, uid, film.instance().value()).was(201);
        assertThat(created.header("Location")).isEqualTo("/dicomweb/workitems/" + uid);
        create(admin, uid, film.instance().value()).was(409);
        assertThat(state(admin, uid)).isEqualTo("SCHEDULED");
        store(admin, film);
        for (int i = 0; i < 300 && !state(admin, uid).equals("COMPLETED"); i++) {
            Thread.sleep(100);
        }
        JsonNode item = item(admin, uid);
        assertThat(item.at("/00741000/Value/0").asText()).isEqualTo("COMPLETED");
        assertThat(item.at("/00741204/Value/0").asText()).isEqualTo("Read a film"); // as it was asked for
        JsonNode outputs = item.at("/00741216/Value/0/00404033/Value");
        assertThat(outputs)
                .extracting(output ->
                        output.at("/00081199/Value/0/00081150/Value/0").asText())
                .containsExactly("1.2.840.10008.5.1.4.1.1.7", "1.2.840.10008.5.1.4.1.1.88.34");
        assertThat(outputs)
                .allSatisfy(output -> assertThat(output.at("/0020000D/Value/0").asText())
                        .isEqualTo(film.study().value()));
        cancel(admin, uid).was(409);
        Neighbour.of(clinic).get("/dicomweb/workitems/" + uid).was(404);
        assertThat(Neighbour.of(clinic).get("/dicomweb/workitems").was(200).json())
                .isEmpty();
    }

    @Test
    void workitem_whoseFilmDoesNotCome_canBeCalledOff(Clinic clinic) throws IOException, InterruptedException {
        Uid uid = Uid.fresh();
        create(clinic.admin(), uid, "1.2.3.4").was(201);
        cancel(clinic.admin(), uid).was(202);
        assertThat(state(clinic.admin(), uid)).isEqualTo("CANCELED");
        assertThat(clinic.admin()
                        .get("/dicomweb/workitems?ProcedureStepState=CANCELED")
                        .was(200)
                        .text())
                .contains(uid.value());
        assertThat(clinic.admin()
                        .get("/dicomweb/workitems?ProcedureStepState=LATE")
                        .was(400)
                        .text())
                .contains("was LATE");
    }

    @Test
    void workitem_withoutAnInstance_isRefused(Clinic clinic) throws IOException, InterruptedException {
        assertThat(send(clinic.admin(), Uid.fresh(), "{\"00741000\":{\"vr\":\"CS\",\"Value\":[\"SCHEDULED\"]}}")
                        .was(400)
                        .text())
                .contains("must name an instance");
        assertThat(send(clinic.admin(), Uid.fresh(), "{\"00741000\":{\"vr\":\"CS\",\"Value\":[\"COMPLETED\"]}}")
                        .was(400)
                        .text())
                .contains("must be SCHEDULED, was COMPLETED");
    }

    private static Client.Answer create(Client client, Uid uid, String instance)
            throws IOException, InterruptedException {
        return send(client, uid, """
                [{"00741000": {"vr": "CS", "Value": ["SCHEDULED"]},
                  "00741204": {"vr": "LO", "Value": ["Read a film"]},
                  "00404021": {"vr": "SQ", "Value": [{
                    "0020000D": {"vr": "UI", "Value": ["1.2.3"]},
                    "0020000E": {"vr": "UI", "Value": ["1.2.3.4"]},
                    "00081199": {"vr": "SQ", "Value": [{
                      "00081150": {"vr": "UI", "Value": ["1.2.840.10008.5.1.4.1.1.1"]},
                      "00081155": {"vr": "UI", "Value": ["%s"]}}]}}]}}]""".formatted(instance));
    }

    private static Client.Answer send(Client client, Uid uid, String json) throws IOException, InterruptedException {
        return client.send(
                "POST", "/dicomweb/workitems?" + uid, "application/dicom+json", json.getBytes(StandardCharsets.UTF_8));
    }

    private static Client.Answer cancel(Client client, Uid uid) throws IOException, InterruptedException {
        return client.send("POST", "/dicomweb/workitems/" + uid + "/cancelrequest", "", new byte[0]);
    }

    private static void store(Client client, DicomFilm film) throws IOException, InterruptedException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("--b\r\nContent-Type: application/dicom\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        body.writeBytes(film.file());
        body.writeBytes("\r\n--b--\r\n".getBytes(StandardCharsets.US_ASCII));
        client.send(
                        "POST",
                        "/dicomweb/studies",
                        "multipart/related; type=\"application/dicom\"; boundary=b",
                        body.toByteArray())
                .was(200);
    }

    private static String state(Client client, Uid uid) throws IOException, InterruptedException {
        return item(client, uid).at("/00741000/Value/0").asText();
    }

    private static JsonNode item(Client client, Uid uid) throws IOException, InterruptedException {
        return client.get("/dicomweb/workitems/" + uid).was(200).json().path(0);
    }
}
