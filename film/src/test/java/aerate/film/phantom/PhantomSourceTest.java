package aerate.film.phantom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import aerate.film.Film;
import aerate.film.FilmInfo;
import aerate.film.Label;
import aerate.film.LabelledFilm;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PhantomSourceTest {
    /** SHA-256 of all pixels, from this code itself: changes only when phantoms are meant to look different. */
    private static final String DIGEST_OF_SEED_5 = "ae827a22cf803a1366062d2dd961af4aff1992f33c602d57057dca56985b320a";

    @Test
    void films_ofOneSeed_areEqualToTheByteOnEveryMachine() throws Exception {
        PhantomSource source = PhantomSource.of(12, 32, 5);
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (LabelledFilm film : source.films()) {
            digest.update(source.read(film).bytes());
        }
        assertThat(HexFormat.of().formatHex(digest.digest())).isEqualTo(DIGEST_OF_SEED_5);
    }

    @Test
    void films_renderedInParallel_equalThoseRenderedInTurn() {
        PhantomSource source = PhantomSource.of(24, 32, 9);
        List<Film> inTurn = source.films().stream().map(source::read).toList();
        List<Film> parallel = source.films().parallelStream().map(source::read).toList();
        assertThat(IntStream.range(0, 24))
                .allSatisfy(i -> assertThat(parallel.get(i).bytes())
                        .isEqualTo(inTurn.get(i).bytes()));
    }

    @Test
    void films_ofAnotherSeed_differ() {
        PhantomSource one = PhantomSource.of(2, 32, 1);
        PhantomSource other = PhantomSource.of(2, 32, 2);
        assertThat(one.read(one.films().get(0)).bytes())
                .isNotEqualTo(other.read(other.films().get(0)).bytes());
    }

    @Test
    void film_atAnotherSize_showsTheSamePatient() {
        PhantomSource small = PhantomSource.of(30, 64, 4);
        PhantomSource large = PhantomSource.of(30, 128, 4);
        assertThat(small.films()).isEqualTo(large.films());
        for (LabelledFilm film : small.films()) {
            float[] direct = small.read(film).values();
            float[] averaged = large.read(film).resized(64, 64).values();
            assertThat(meanDifference(direct, averaged)).as(film.name()).isLessThan(0.01);
        }
    }

    @Test
    void films_areHalfSick_andNamedAsTheRealOnes() {
        List<LabelledFilm> films = PhantomSource.of(101, 32, 6).films();
        assertThat(films).hasSize(101).doesNotHaveDuplicates();
        assertThat(films.stream().filter(film -> film.label() == Label.PNEUMONIA))
                .hasSize(50);
        assertThat(films)
                .allSatisfy(film -> assertThat(film.name())
                        .matches("NORMAL/IM-\\d{4}-\\d{4}\\.png|PNEUMONIA/person\\d+_(bacteria|virus)_\\d+\\.png")
                        .startsWith(film.patient()));
        assertThat(films.stream().flatMap(film -> film.subtype().stream())).contains("bacteria", "virus");
    }

    @Test
    void patients_haveOneToFourFilms_allOfOneSubtype() {
        Map<String, List<LabelledFilm>> byPatient =
                PhantomSource.of(200, 32, 6).films().stream().collect(Collectors.groupingBy(LabelledFilm::patient));
        assertThat(byPatient.values().stream().map(List::size))
                .contains(1, 2, 3, 4)
                .allMatch(count -> count <= 4);
        assertThat(byPatient.values())
                .allSatisfy(films -> assertThat(
                                films.stream().map(LabelledFilm::subtype).distinct())
                        .hasSize(1));
    }

    @Test
    void phantom_ofForeignFilm_isRefused() {
        LabelledFilm foreign = PhantomSource.of(60, 32, 1).films().get(59);
        assertThatThrownBy(() -> PhantomSource.of(2, 32, 1).phantom(foreign))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(foreign.name());
    }

    @Test
    void source_ofTooFewOrTooSmallFilms_isRefused() {
        assertThatThrownBy(() -> PhantomSource.of(0, 32, 1)).hasMessageContaining("at least 1 film, was 0");
        assertThatThrownBy(() -> PhantomSource.of(2, 8, 1)).hasMessageContaining("at least 16 pixels wide, was 8");
    }

    @Test
    void film_knowsItsPatientAndView() {
        PhantomSource source = PhantomSource.of(2, 32, 1);
        LabelledFilm entry = source.films().get(1);
        FilmInfo info = source.read(entry).info();
        assertThat(info.patient()).contains(entry.patient());
        assertThat(info.view()).isEqualTo(FilmInfo.View.FRONTAL);
    }

    private static double meanDifference(float[] one, float[] other) {
        return IntStream.range(0, one.length)
                .mapToDouble(i -> Math.abs(one[i] - other[i]))
                .average()
                .orElseThrow();
    }
}
