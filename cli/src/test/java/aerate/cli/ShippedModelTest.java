package aerate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import aerate.film.Film;
import aerate.film.FilmInfo;
import aerate.film.FilmWriter;
import aerate.network.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The model that is used where none is named. */
class ShippedModelTest {
    private static final String HOME = "aerate.home";

    @TempDir
    private Path folder;

    @BeforeEach
    void findTheProject() {
        System.setProperty(HOME, Project.home().toString());
    }

    @AfterEach
    void forgetTheProject() {
        System.clearProperty(HOME);
    }

    @Test
    void noise_isFoundUnlike_byTheModelThatShips() throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        float[] values = new float[224 * 224];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) random.nextDouble();
        }
        Path noise = folder.resolve("noise.png");
        FilmWriter.writePng(Film.ofValues(224, 224, 8, values, FilmInfo.of("noise")), noise);
        JsonNode diagnosis = Ran.computing("diagnose", noise, "--json")
                .succeeded()
                .json()
                .get(0)
                .path("diagnosis");
        assertThat(diagnosis.path("model").asText()).isEqualTo("densenet121");
        assertThat(diagnosis.at("/operatingPoint/chosen").asText()).contains("conformal risk control");
        assertThat(diagnosis.at("/typicality/unlike").asBoolean()).isTrue();
        assertThat(Ran.computing("diagnose", noise).succeeded().out()).contains("UNLIKE");
    }

    /** Of the patients that it never saw; a floor below what the README states, against a model that was broken. */
    @Test
    void realFilms_ofPatientsItNeverSaw_areToldApart() throws IOException {
        Path films = Project.films();
        Path json = folder.resolve("figures.json");
        Ran.computing("evaluate", "--data", films, "--json", json).succeeded();
        JsonNode evaluation = Json.MAPPER.readTree(json.toFile()).path("evaluation");
        assertThat(evaluation.path("films").asInt()).isEqualTo(522);
        assertThat(evaluation.at("/accuracy/value").asDouble()).isGreaterThan(0.96);
        assertThat(evaluation.at("/auroc/value").asDouble()).isGreaterThan(0.99);
    }
}
