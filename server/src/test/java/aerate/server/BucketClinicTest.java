package aerate.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The server on an S3-compatible store. */
class BucketClinicTest {
    @TempDir
    private static Path folder;

    private static S3Server store;
    private static Clinic clinic;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        store = new S3Server(Files.createDirectories(folder.resolve("s3")));
        Map<String, String> settings = new HashMap<>(store.settings());
        settings.put(
                "aerate.diffusion",
                TinyModels.denoiser(folder.resolve("denoiser"), 1000).toString());
        settings.put("aerate.results-every", "200");
        clinic = Clinic.start(folder.resolve("data"), TinyModels.classifier(folder.resolve("tiny"), 1), settings);
    }

    @AfterAll
    static void stop() {
        clinic.close();
        store.close();
    }

    @Test
    void film_isReadAndShown_andNothingOfItLiesInTheFolder() throws IOException, InterruptedException {
        Client admin = clinic.admin();
        byte[] sent = TinyModels.film(64, 1);
        JsonNode page = admin.done(admin.accepted(sent));
        assertThat(page.at("/film/state").asText()).isEqualTo("READ");
        String path = "/api/films/" + page.at("/film/id").asText();
        assertThat(admin.get(path + "/file").was(200).response().body()).isEqualTo(sent);
        assertThat(width(admin.get(path + "/image").was(200))).isEqualTo(64);
        assertThat(width(admin.get(path + "/heatmap?kind=overlay").was(200))).isEqualTo(64);
        assertThat(folder.resolve("data").resolve("objects")).doesNotExist();
        try (Stream<Path> kept = Files.walk(folder.resolve("s3/objects").resolve(S3Server.BUCKET))) {
            assertThat(kept.map(Path::toString)).anyMatch(each -> each.contains("films-of-tests/films/"));
        }
    }

    @Test
    void storeThatGoesAway_isTold_andCostsNoFilm_andNoCourse() throws IOException, InterruptedException {
        Client admin = clinic.admin();
        String film = admin.done(admin.accepted(TinyModels.film(64, 2)))
                .at("/film/id")
                .asText();
        DicomFilm dicom = DicomFilm.of(64, 3);
        String other = admin.accepted(dicom.file());
        admin.done(other);
        store.kill();
        String course;
        try {
            for (String path : List.of("/file", "/image")) {
                Client.Answer answer = admin.get("/api/films/" + film + path).was(503);
                assertThat(answer.header("Retry-After")).isEqualTo("5");
                assertThat(answer.text()).contains("the store of films cannot be reached");
            }
            admin.get("/dicomweb/studies/" + dicom.study().value()).was(503);
            admin.upload(Map.of("film.png", TinyModels.film(64, 4))).was(503);
            clinic.stranger().get("/actuator/health").was(503);
            clinic.stranger().get("/actuator/health/readiness").was(200); // the worklist is there still
            admin.get("/api/films").was(200);
            course = admin.post("/api/films/" + film + "/courses", Map.of("lambdas", List.of(0, 20)))
                    .was(202)
                    .json()
                    .at("/id")
                    .asText();
            again(film);
            putBackMoreOftenThanAFilmIsTried(film);
            assertThat(admin.get("/api/films/" + film).json().at("/film/state").asText())
                    .isIn("QUEUED", "READING");
        } finally {
            store.start();
        }
        assertThat(admin.done(film).at("/film/state").asText()).isEqualTo("READ");
        wait(course, BucketClinicTest::isDone);
        assertThat(width(admin.get("/api/courses/" + course + "/films/20").was(200)))
                .isEqualTo(64);
        admin.done(admin.accepted(TinyModels.film(64, 4))); // whoever was not answered sends again
        clinic.stranger().get("/actuator/health").was(200);
    }

    @Test
    void courseThatIsGenerated_waitsForTheStore() throws IOException, InterruptedException {
        Client admin = clinic.admin();
        String film = admin.done(admin.accepted(TinyModels.film(64, 5)))
                .at("/film/id")
                .asText();
        String course = admin.post("/api/films/" + film + "/courses", Map.of("lambdas", List.of(0, 900)))
                .was(202)
                .json()
                .at("/id")
                .asText();
        wait(course, each -> each.at("/done").asInt() > 0); // it has its film
        store.kill();
        try {
            JsonNode generated = wait(
                    course,
                    each -> each.at("/done").asInt() == each.at("/steps").asInt());
            assertThat(generated.at("/state").asText()).isEqualTo("RUNNING");
        } finally {
            store.start();
        }
        wait(course, BucketClinicTest::isDone);
        assertThat(width(admin.get("/api/courses/" + course + "/films/900").was(200)))
                .isEqualTo(64);
    }

    @Test
    void storeThatCannotBeUsed_isToldAtTheStart() throws IOException {
        assertRefused(
                Map.of("aerate.objects", "s3:/clinic"),
                "aerate.objects must be file:///FOLDER or s3://BUCKET/PREFIX, was s3:/clinic");
        assertRefused(
                Map.of("aerate.objects", "ftp://clinic"),
                "aerate.objects must be file:///FOLDER or s3://BUCKET/PREFIX, was ftp://clinic");
        assertRefused(
                Map.of("aerate.objects", "file:///proc/nowhere"),
                "aerate.objects must be a store that can be reached, was file:///proc/nowhere: /proc/nowhere");
        assertRefused(
                store.settings(S3Server.BUCKET, "wrong"),
                "aerate.objects must be a store that can be reached, was s3://clinic/films-of-tests:"
                        + " the store of objects failed: it refuses these credentials (403)");
        assertRefused(
                store.settings("nothing", "a-secret-of-tests"),
                "aerate.objects must be a store that can be reached, was s3://nothing/films-of-tests:"
                        + " the store of objects failed: it has no such bucket (404)");
        assertRefused(
                Map.of("aerate.objects", "s3://clinic", "aerate.s3.endpoint", "localhost:9000"),
                "aerate.s3.endpoint must begin with http or https, was localhost:9000");
        assertRefused(
                Map.of("aerate.objects", "s3://clinic", "aerate.s3.endpoint", "//minio"),
                "aerate.s3.endpoint must begin with http or https, was //minio");
        assertRefused(
                Map.of("aerate.objects", "s3://clinic", "aerate.s3.access-key", "radiology"),
                "aerate.s3.access-key and aerate.s3.secret-key must both be set, or none");
        assertRefused(
                Map.of(
                        "aerate.objects", "s3://clinic",
                        "aerate.s3.endpoint", "http://127.0.0.1:9",
                        "aerate.s3.access-key", "a",
                        "aerate.s3.secret-key", "b"),
                "aerate.objects must be a store that can be reached, was s3://clinic:"
                        + " the store of objects failed: Unable to execute HTTP request: Connection refused");
    }

    /** The course as soon as it is as wanted. */
    private static JsonNode wait(String course, Predicate<JsonNode> wanted) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (true) {
            JsonNode now = clinic.admin().get("/api/courses/" + course).was(200).json();
            if (wanted.test(now)) {
                return now;
            }
            assertThat(System.nanoTime()).as(now.toString()).isLessThan(deadline);
            Thread.sleep(10);
        }
    }

    private static boolean isDone(JsonNode course) {
        return course.at("/state").asText().equals("DONE");
    }

    /** Queues a film as if it had just come. */
    private static void again(String film) {
        clinic.part(JdbcClient.class)
                .sql("UPDATE film SET state = 'QUEUED', attempts = 0, due = received WHERE id = ?")
                .param(UUID.fromString(film))
                .update();
    }

    /** Each time it is put back it is due later. */
    private static void putBackMoreOftenThanAFilmIsTried(String film) throws InterruptedException {
        int tried = clinic.part(Settings.class).attempts();
        Set<Object> due = new HashSet<>();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (due.size() <= tried + 1) {
            due.add(clinic.part(JdbcClient.class)
                    .sql("SELECT due FROM film WHERE id = ?")
                    .param(UUID.fromString(film))
                    .query()
                    .singleValue());
            assertThat(System.nanoTime()).as(due.toString()).isLessThan(deadline);
            Thread.sleep(10);
        }
    }

    private static void assertRefused(Map<String, String> settings, String reason) throws IOException {
        Path data = Files.createTempDirectory(folder, "refused");
        assertThatThrownBy(() -> Clinic.start(data, folder.resolve("tiny"), settings))
                .extracting(e -> NestedExceptionUtils.getMostSpecificCause(e).getMessage())
                .asString()
                .startsWith(reason)
                .doesNotContain("\n");
    }

    private static int width(Client.Answer picture) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(picture.response().body())).getWidth();
    }
}
