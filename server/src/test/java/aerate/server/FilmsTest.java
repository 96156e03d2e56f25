package aerate.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(OneClinic.class)
class FilmsTest {
    @Test
    void upload_isAcceptedAndRead_withTheModelsHash(Clinic clinic) throws IOException, InterruptedException {
        Client admin = clinic.admin();
        JsonNode page = admin.done(admin.accepted(TinyModels.film(64, 1)));
        assertThat(page.at("/film/state").asText()).isEqualTo("READ");
        assertThat(page.at("/film/width").asInt()).isEqualTo(64);
        assertThat(page.at("/readings")).hasSize(1);
        assertThat(page.at("/readings/0/probability").asDouble()).isBetween(0.0, 1.0);
        JsonNode models = admin.get("/api/models").was(200).json(); // "other" and "tiny", which reads
        assertThat(models).extracting(model -> model.at("/current").asBoolean()).containsExactly(false, true);
        assertThat(models)
                .extracting(model -> model.at("/threshold").asDouble())
                .containsExactly(0.5, 0.5);
        assertThat(page.at("/readings/0/hash").asText())
                .isEqualTo(models.at("/1/hash").asText())
                .isNotEqualTo(models.at("/0/hash").asText())
                .hasSameSizeAs(models.at("/0/hash").asText())
                .hasSize(64);
    }

    @Test
    void sameFilmTwice_isOneFilm(Clinic clinic) throws IOException, InterruptedException {
        Client admin = clinic.admin();
        byte[] film = TinyModels.film(64, 2);
        String id = admin.accepted(film);
        assertThat(admin.accepted(film)).isEqualTo(id);
        assertThat(admin.done(id).at("/readings")).hasSize(1);
    }

    @Test
    void upload_ofSeveral_tellsWhichIsNone(Clinic clinic) throws IOException, InterruptedException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("good.png", TinyModels.film(64, 3));
        files.put("bad.png", "no film".getBytes(StandardCharsets.UTF_8));
        JsonNode answers = clinic.admin().upload(files).was(202).json();
        assertThat(answers.at("/0/id").isTextual()).isTrue();
        assertThat(answers.at("/1/problem").asText()).startsWith("bad.png: a film must be a JPEG, PNG or DICOM file");
        files.remove("good.png");
        assertThat(clinic.admin().upload(files).was(422).json()).hasSize(1);
    }

    @Test
    void truncatedFilm_fails_andSaysWhy(Clinic clinic) throws IOException, InterruptedException {
        byte[] film = TinyModels.film(64, 4);
        Client admin = clinic.admin();
        JsonNode page = admin.done(admin.accepted(Arrays.copyOf(film, film.length / 2)));
        String id = page.at("/film/id").asText();
        assertThat(page.at("/film/state").asText()).isEqualTo("FAILED");
        assertThat(page.at("/film/problem").asText()).isNotEmpty().doesNotContain(id);
        admin.get("/api/films/" + id + "/image").was(422);
        admin.get("/api/films/" + id + "/heatmap").was(404);
    }

    @Test
    void pictures_areOfTheFilmsShape(Clinic clinic) throws IOException, InterruptedException {
        Client admin = clinic.admin();
        String film = "/api/films/"
                + admin.done(admin.accepted(TinyModels.film(80, 5)))
                        .at("/film/id")
                        .asText();
        assertThat(side(admin.get(film + "/image").was(200))).isEqualTo(80);
        assertThat(side(admin.get(film + "/image?side=40&depth=16").was(200))).isEqualTo(40);
        assertThat(side(admin.get(film + "/heatmap").was(200))).isEqualTo(80);
        assertThat(side(admin.get(film + "/heatmap?kind=map").was(200))).isEqualTo(80);
        assertThat(admin.get(film + "/file").was(200).response().body()).isEqualTo(TinyModels.film(80, 5));
        assertThat(admin.get(film + "/image?depth=12").was(400).text()).contains("depth must be 8 or 16, was 12");
    }

    @Test
    void worklist_pageByPage_isSortedAndWhole(Clinic clinic) throws IOException, InterruptedException {
        Client admin = clinic.admin();
        for (int i = 0; i < 7; i++) {
            admin.done(admin.accepted(TinyModels.film(64, 100 + i)));
        }
        List<String> ids = new ArrayList<>();
        List<Long> places = new ArrayList<>();
        String after = "";
        do {
            JsonNode page =
                    admin.get("/api/films?state=read&size=3" + after).was(200).json();
            page.at("/films").forEach(film -> {
                ids.add(film.at("/id").asText());
                places.add(film.at("/place").asLong());
            });
            after = page.has("next") ? "&after=" + page.at("/next").asLong() : "";
        } while (!after.isEmpty());
        assertThat(ids).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(7);
        assertThat(places).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        Thread.sleep(1100); // counts are as of a second ago
        JsonNode counts = admin.get("/api/films/counts").was(200).json();
        assertThat(counts.at("/read").asInt()).isEqualTo(ids.size());
        assertThat(admin.get("/api/films?from=2000-01-01T00:00:00Z&size=200")
                        .json()
                        .at("/films"))
                .hasSizeGreaterThanOrEqualTo(ids.size());
        assertThat(admin.get("/api/films?to=2000-01-01T00:00:00Z").json().at("/films"))
                .isEmpty();
        assertThat(admin.get("/api/films?size=1000").was(400).text()).contains("size must be in [1, 200], was 1000");
    }

    @Test
    void opinion_countsForAgreement_theLatestOnly(Clinic clinic) throws IOException, InterruptedException {
        Client admin = clinic.admin();
        JsonNode page = admin.done(admin.accepted(TinyModels.film(64, 6)));
        String film = "/api/films/" + page.at("/film/id").asText();
        String model = page.at("/film/verdict").asText();
        String other = model.equals("NORMAL") ? "PNEUMONIA" : "NORMAL";
        long before = agreeing(admin);
        admin.post(film + "/opinions", Map.of("verdict", other)).was(201);
        assertThat(agreeing(admin)).isEqualTo(before);
        admin.post(film + "/opinions", Map.of("verdict", model)).was(201);
        assertThat(agreeing(admin)).isEqualTo(before + 1);
        assertThat(admin.get(film).json().at("/opinions")).hasSize(2);
        assertThat(admin.get(film).json().at("/film/opinion").asText()).isEqualTo(model);
        admin.post(film + "/opinions", Map.of("verdict", "PERHAPS")).was(400);
    }

    @Test
    void anotherModel_takesThePlace_andReadsAnewOnDemand(Clinic clinic) throws IOException, InterruptedException {
        Client admin = clinic.admin();
        String id = admin.accepted(TinyModels.film(64, 7));
        String first = admin.done(id).at("/film/hash").asText();
        put(admin, "other").was(200);
        try {
            admin.post("/api/films/" + id + "/readings", Map.of()).was(202);
            JsonNode page = admin.done(id);
            assertThat(page.at("/readings")).hasSize(2);
            assertThat(page.at("/film/hash").asText()).isNotEqualTo(first);
            assertThat(page.at("/film/model").asText()).isEqualTo("tiny 2");
            assertThat(put(admin, "../../etc").was(400).text()).contains("a model must be one of [other, tiny]");
        } finally {
            put(admin, "tiny").was(200);
        }
    }

    private static Client.Answer put(Client admin, String model) throws IOException, InterruptedException {
        return admin.send(
                "PUT",
                "/api/models/current",
                "application/json",
                ("{\"name\":\"" + model + "\"}").getBytes(StandardCharsets.UTF_8));
    }

    private static long agreeing(Client admin) throws IOException, InterruptedException {
        long sum = 0;
        for (JsonNode day : admin.get("/api/agreement").was(200).json()) {
            sum += day.at("/agree").asLong();
        }
        return sum;
    }

    private static int side(Client.Answer picture) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(picture.response().body())).getWidth();
    }
}
