package aerate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import aerate.film.Film;
import aerate.film.FilmReader;
import aerate.film.FilmWriter;
import aerate.network.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(OneWorkshop.class)
class FollowUpCommandTest {
    private static final Object[] COURSE = {"--method", "per-pixel", "--lambdas", "0,20,50"};

    @TempDir
    private Path folder;

    @Test
    void json_hasEveryFilm_theFirstAtZero_andThePageHoldsAll(Workshop workshop) throws IOException {
        Path first = workshop.sick().get(0);
        Path out = folder.resolve("out");
        Ran ran = followUp(workshop, first, first, workshop.sick().get(1), "--days", "0,3.5,9", "--out", out);
        assertThat(ran.succeeded().out()).contains("severities, not times", "research use only");
        JsonNode figures = Json.MAPPER.readTree(out.resolve("follow-up.json").toFile());
        assertThat(figures.path("note").asText()).contains("not times");
        assertThat(figures.path("normal")).isEmpty();
        JsonNode films = figures.path("patients").path("patient");
        assertThat(films).hasSize(3).allSatisfy(film -> {
            assertThat(film.path("probability").asDouble(-1)).isBetween(0.0, 1.0);
            assertThat(film.path("trend").asText()).isIn("BETTER", "WORSE", "UNCLEAR");
            assertThat(film.path("lambda").asDouble(-1)).isBetween(0.0, 50.0);
            assertThat(film.path("lambdaInterval")).hasSize(2);
            assertThat(film.path("inside").path("ssim").asDouble(-2)).isBetween(-1.0, 1.0);
            assertThat(film.path("outside").path("absolute").asDouble(-1)).isBetween(0.0, 1.0);
            assertThat(film.has("crp")).isFalse();
        });
        JsonNode again = films.get(1); // the first film once more
        assertThat(again.path("day").asDouble()).isEqualTo(3.5);
        assertThat(again.path("correlation").asDouble()).isCloseTo(1, within(1e-6));
        assertThat(again.path("comparable").asBoolean()).isTrue();
        assertThat(again.path("recovery").asDouble(9)).isCloseTo(0, within(1e-6));
        assertThat(again.path("lambda").asDouble(9)).isCloseTo(0, within(1e-6));
        assertThat(again.path("inside").path("absolute").asDouble(9)).isCloseTo(0, within(1e-6));
        assertThat(Files.readString(out.resolve("follow-up.html")))
                .contains("day", "severities, not times", "Research use only")
                .doesNotContain("src=\"http");
    }

    @Test
    void table_givesEachPatient_inTheOrderOfDays_withViewsFlagged_andCrpCompared(Workshop workshop) throws IOException {
        Path data = workshop.phantoms().resolve("PNEUMONIA");
        String[] names = workshop.sick().stream()
                .map(file -> file.getFileName().toString())
                .toArray(String[]::new);
        Path table = Files.writeString(
                folder.resolve("courses.csv"),
                "crp_mg_l,patient,file,day,view,sex\n"
                        + "80,a,%s,4,ap,f\n\n120,a,%s,0,ap,f\n".formatted(names[1], names[0])
                        + "10,b,%s,1,ap,m\n,b,%s,2,pa,m\n".formatted(names[2], names[2])
                        + "5,alone,%s,0,ap,m\n".formatted(names[3]));
        Path json = folder.resolve("figures").resolve("follow.json");
        Ran ran = followUp(workshop, "--courses", table, "--data", data, "--json", json);
        assertThat(ran.succeeded().out()).contains("flagged as of another patient", "went the way of CRP");
        JsonNode figures = Json.MAPPER.readTree(json.toFile());
        assertThat(figures.path("patients").fieldNames()).toIterable().containsExactly("a", "b");
        assertThat(figures.at("/patients/a/0/film").asText()).isEqualTo(names[0]);
        assertThat(figures.at("/patients/a/1/crp").asDouble()).isEqualTo(80);
        assertThat(figures.at("/patients/b/1").has("crp")).isFalse();
        assertThat(figures.at("/patients/b/1/flags")).hasSize(1);
        assertThat(figures.at("/patients/b/1/flags/0").asText()).isEqualTo("view pa, the first ap");
        assertThat(figures.at("/flags/twoPatients/of").asInt()).isEqualTo(1);
        assertThat(figures.at("/flags/onePatient/of").asInt()).isEqualTo(2);
        assertThat(figures.path("crp"))
                .hasSize(3)
                .allSatisfy(agreement ->
                        assertThat(agreement.at("/steps/of").asInt()).isEqualTo(1));
    }

    @Test
    void phantoms_giveTheErrorOfEachFraction(Workshop workshop) throws IOException {
        Path out = folder.resolve("out");
        followUp(workshop, "--phantoms", 2, "--out", out).succeeded();
        JsonNode phantoms =
                Json.MAPPER.readTree(out.resolve("follow-up.json").toFile()).path("phantoms");
        assertThat(phantoms.path("fractions")).hasSize(7);
        assertThat(phantoms.at("/fractions/2/healed").asDouble(9)).isZero();
        assertThat(phantoms.at("/fractions/2/error/value").asDouble(9)).isLessThan(0.3);
        assertThat(phantoms.at("/shift/value").asDouble(9)).isLessThan(1);
        assertThat(Files.readString(out.resolve("follow-up.html"))).contains("Known healing");
    }

    @Test
    void filmThatIsNoChest_isFlagged_notJudgedInSilence(Workshop workshop) throws IOException {
        Path odd = TestFilms.deep(folder.resolve("odd.png"), 64, 64);
        Ran ran = followUp(workshop, workshop.sick().get(0), odd);
        assertThat(ran.succeeded().out()).contains("another patient or view?", "not to be believed");
    }

    @Test
    void firstFilm_thatIsCalledNormal_hasNoCourse_unlessForced(Workshop workshop) throws IOException {
        Path black = folder.resolve("flat.png");
        Path sick = workshop.sick().get(0);
        Film film = FilmReader.read(sick);
        for (float brightness = 0; brightness <= 1; brightness += 0.125f) {
            float[] flat = new float[film.width() * film.height()];
            Arrays.fill(flat, brightness);
            FilmWriter.writePng(film.withValues(flat), black);
            Ran diagnosed = Ran.diagnosing(workshop.classifier(), black);
            if (diagnosed.out().contains("NORMAL")) {
                Ran.computing(
                                "follow-up",
                                black,
                                sick,
                                "--model",
                                workshop.classifier(),
                                "--diffusion",
                                workshop.denoiser(),
                                "--steps",
                                10,
                                "--lambdas",
                                "0,50")
                        .refused(2, black, "must be called sick", "was called normal", "--force");
                followUp(workshop, black, sick).succeeded();
                return;
            }
        }
        throw new AssertionError("one of the flat films must be called normal");
    }

    /** What is typed, and what the answer must name. */
    @ParameterizedTest
    @CsvSource({
        "'', one of films",
        "'FILM FILM --phantoms 3', only one",
        "'FILM', was 1 film",
        "'FILM FILM --days 0', 'for each of 2 films, were 1'",
        "'FILM FILM --days 0,soon', soon",
        "'FILM FILM --lambdas 10,20', 'ascending from 0, were [10, 20]'",
        "'FILM FILM --lambdas 0', 'at least two'",
        "'FILM FILM --lambdas 0,51', 'must be in [0, 50], was 51'",
        "'--phantoms 1', 'at least 2, was 1'"
    })
    void wrongWords_areRefused(String words, String named, Workshop workshop) throws IOException {
        String film = workshop.sick().get(0).toString();
        Object[] all =
                words.isEmpty() ? new Object[0] : words.replace("FILM", film).split(" ");
        Ran ran = Ran.healing("follow-up", workshop, all);
        assertThat(ran.exit()).as(ran.err()).isEqualTo(2);
        assertThat(ran.err()).contains(named).doesNotContain("\tat ");
    }

    @Test
    void missingFilm_isNamed(Workshop workshop) throws IOException {
        Path none = folder.resolve("none.png");
        Ran ran = followUp(workshop, workshop.sick().get(0), none);
        assertThat(ran.exit()).isNotZero();
        assertThat(ran.err()).contains(none.toString()).doesNotContain("\tat ");
    }

    /** The table, and what the answer must name. */
    @ParameterizedTest
    @CsvSource({
        "'patient,file\na,x.png', 'a column day, were [patient, file]'",
        "'', 'a column patient, were []'",
        "'patient,day,file\na,0,none.png', 'line 2: the file must be there, was'",
        "'patient,day,file\n\na,0', 'line 3: there must be 3 fields, were 2'",
        "'patient,day,file\na,late,FILE', 'line 2: day must be a number, was late'",
        "'patient,day,file,crp_mg_l\na,0,FILE,NaN', 'line 2: crp_mg_l must be a number, was NaN'",
        "'patient,day,file\na,0,FILE', 'at least 2 films, none has'"
    })
    void wrongTable_isRefused_byLineAndRule(String text, String named, Workshop workshop) throws IOException {
        Path table = folder.resolve("courses.csv");
        String file = workshop.sick().get(0).toString();
        Files.writeString(table, text == null ? "" : text.replace("FILE", file));
        followUp(workshop, "--courses", table).refused(2, table, named);
    }

    @Test
    void missingTable_isNamed(Workshop workshop) {
        followUp(workshop, "--courses", folder.resolve("none.csv")).refused(1, folder.resolve("none.csv"));
    }

    private static Ran followUp(Workshop workshop, Object... words) {
        return Ran.healing(
                "follow-up",
                workshop,
                Stream.concat(Stream.of(words), Stream.of(COURSE)).toArray());
    }
}
