package aerate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import aerate.network.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(OneWorkshop.class)
class FollowUpCommandTest {
    @TempDir
    private Path folder;

    @Test
    void films_arePlacedOnTheFirstOnesCourse(Workshop workshop) throws IOException {
        Path first = workshop.sick().get(0);
        Path twin = workshop.phantoms().resolve("twins/PNEUMONIA").resolve(String.valueOf(first.getFileName()));
        Path json = folder.resolve("follow.json");
        Path html = folder.resolve("follow.html");
        follow(workshop, first, first, twin, "--days", "0,2,9", "--json", json, "--html", html)
                .succeeded();
        JsonNode films = Json.MAPPER.readTree(json.toFile()).at("/patients/patient");
        assertThat(films).hasSize(3);
        assertThat(films.at("/1/recovery").asDouble(9)).isZero(); // the same film again
        assertThat(films.at("/1/lambda").asDouble(9)).isZero();
        assertThat(films.at("/1/correlation").asDouble()).isGreaterThan(0.99);
        assertThat(films.at("/1/samePatient").asBoolean()).isTrue();
        assertThat(films.at("/2/day").asDouble()).isEqualTo(9);
        assertThat(films.at("/2/changeInside").asDouble()).isNegative(); // the lesion is gone, and it was bright
        assertThat(Files.readString(html)).contains("severities, not times", "data:image/");
    }

    @Test
    void table_ofManyPatients_isReadByItsColumns(Workshop workshop) throws IOException {
        List<Path> sick = workshop.sick();
        Files.copy(sick.get(0), folder.resolve("a.png"));
        Files.copy(sick.get(1), folder.resolve("b.png"));
        Path table = folder.resolve("courses.csv");
        Files.writeString(table, """
                patient,day,file,view,crp_mg_l
                one,4,b.png,ap,20
                one,0,a.png,ap,90
                two,0,a.png,ap,
                two,1,a.png,ap,7
                alone,0,a.png,ap,1
                """);
        Path json = folder.resolve("follow.json");
        follow(workshop, "--courses", table, "--json", json).succeeded();
        JsonNode result = Json.MAPPER.readTree(json.toFile());
        assertThat(result.path("patients")).hasSize(2);
        assertThat(result.at("/patients/one/0/day").asDouble(9)).isZero();
        assertThat(result.at("/patients/one/1/crp").asDouble()).isEqualTo(20);
        assertThat(result.at("/patients/two/0").has("crp")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "'patient,day\none,0\n', 'there must be a column file'",
        "'patient,day,file\none,0\n', 'line 2: there must be 3 fields, were 2'",
        "'patient,day,file\none,0,none.png\n', 'line 2: the file must be there, was'",
        "'patient,day,file\none,first,a.png\n', 'line 2: day must be a number, was first'"
    })
    void tableThatIsNone_isRefused_namingTheLine(String content, String reason, Workshop workshop) throws IOException {
        Files.copy(workshop.sick().get(0), folder.resolve("a.png"));
        Path table = folder.resolve("courses.csv");
        Files.writeString(table, content.replace("\\n", "\n"));
        follow(workshop, "--courses", table).refused(2, table, reason);
    }

    @Test
    void oneFilm_daysOfOthers_andNothing_areRefused(Workshop workshop) throws IOException {
        Path film = workshop.sick().get(0);
        follow(workshop, film).refused(2, "a first film and a later one, was 1 film");
        follow(workshop, film, film, "--days", "1").refused(2, "a day for each of 2 films, were 1");
        follow(workshop).refused(2, "must be given, and only one");
    }

    private static Ran follow(Workshop workshop, Object... more) {
        List<Object> words = new ArrayList<>(List.of("--lambdas", "0,20,50"));
        words.addAll(List.of(more));
        return Ran.healing("follow-up", workshop, words.toArray());
    }
}
