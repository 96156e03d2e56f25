package aerate.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OneClinic.class)
class CoursesTest {
    @Test
    void course_isGenerated_withAFilmForEachLambda(Clinic clinic) throws IOException, InterruptedException {
        Client admin = clinic.admin();
        String film = admin.done(admin.accepted(TinyModels.film(64, 4000)))
                .at("/film/id")
                .asText();
        JsonNode asked = admin.post("/api/films/" + film + "/courses", Map.of("lambdas", List.of(40, 0, 20)))
                .was(202)
                .json();
        assertThat(asked.at("/state").asText()).isEqualTo("QUEUED");
        JsonNode done = ended(admin, asked.at("/id").asText());
        assertThat(done.at("/state").asText()).as(done.toString()).isEqualTo("DONE");
        assertThat(done.at("/done").asInt()).isEqualTo(done.at("/steps").asInt());
        assertThat(done.at("/points"))
                .extracting(point -> point.at("/lambda").asInt())
                .containsExactly(0, 20, 40);
        String path = "/api/courses/" + done.at("/id").asText() + "/films/";
        byte[] picture = admin.get(path + "20").was(200).response().body();
        assertThat(ImageIO.read(new ByteArrayInputStream(picture)).getWidth()).isEqualTo(64);
        admin.get(path + "30").was(404);
        assertThat(admin.get("/api/films/" + film + "/courses").was(200).json()).hasSize(1);
        Neighbour.of(clinic).get(path + "20").was(404);
    }

    @Test
    void cancelledCourse_isNotGenerated(Clinic clinic) throws IOException, InterruptedException {
        Client admin = clinic.admin();
        String film = admin.done(admin.accepted(TinyModels.film(64, 4001)))
                .at("/film/id")
                .asText();
        String course = admin.post("/api/films/" + film + "/courses", Map.of("lambdas", List.of(0, 10, 20, 30, 40)))
                .was(202)
                .json()
                .at("/id")
                .asText();
        admin.send("DELETE", "/api/courses/" + course, "", new byte[0]).was(204);
        JsonNode cancelled = admin.get("/api/courses/" + course).was(200).json();
        assertThat(cancelled.at("/state").asText()).isEqualTo("CANCELLED");
        assertThat(cancelled.at("/points")).isEmpty();
    }

    @Test
    void lambdasThatCannotBe_areRefused(Clinic clinic) throws IOException, InterruptedException {
        Client admin = clinic.admin();
        String film = admin.done(admin.accepted(TinyModels.film(64, 4002)))
                .at("/film/id")
                .asText();
        assertThat(admin.post("/api/films/" + film + "/courses", Map.of("lambdas", List.of(-1)))
                        .was(400)
                        .text())
                .contains("lambdas must be 1 to 20 numbers from 0, were [-1]");
        String beyond = admin.post("/api/films/" + film + "/courses", Map.of("lambdas", List.of(41)))
                .was(202)
                .json()
                .at("/id")
                .asText();
        JsonNode failed = ended(admin, beyond);
        assertThat(failed.at("/state").asText()).isEqualTo("FAILED");
        assertThat(failed.at("/problem").asText()).isEqualTo("λ must be in [0, 40], was 41");
    }

    private static JsonNode ended(Client client, String id) throws IOException, InterruptedException {
        JsonNode course = client.get("/api/courses/" + id).was(200).json();
        for (int i = 0;
                i < 600
                        && List.of("QUEUED", "RUNNING")
                                .contains(course.at("/state").asText());
                i++) {
            Thread.sleep(100);
            course = client.get("/api/courses/" + id).was(200).json();
        }
        return course;
    }
}
