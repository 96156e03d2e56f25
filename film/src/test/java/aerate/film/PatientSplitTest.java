package aerate.film;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PatientSplitTest {
    private static final PatientSplit SPLIT = new PatientSplit(0.15, 0.2, true, 7);

    private static Map<String, Split> sides(Map<Split, List<LabelledFilm>> parts) {
        Map<String, Split> sides = new HashMap<>();
        parts.forEach((split, films) -> films.forEach(film -> {
            assertThat(sides.put(film.name(), split))
                    .as("side of " + film.name())
                    .isNull();
        }));
        return sides;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void everyFilm_isOnOneSide_andEveryPatientToo(long seed) {
        ListedSource source = ListedSource.ofPatients(200, seed);
        Map<String, Split> sides = sides(new PatientSplit(0.1, 0.3, true, seed).split(source));
        assertThat(sides).hasSize(source.films().size());
        Map<String, Split> patients = new HashMap<>();
        for (LabelledFilm film : source.films()) {
            Split side = sides.get(film.name());
            assertThat(patients.computeIfAbsent(film.patient(), patient -> side))
                    .isEqualTo(side);
        }
    }

    @Test
    void chainsOfDuplicates_areOnOneSide() {
        Map<String, String> copies = new HashMap<>();
        for (int patient = 0; patient < 100; patient += 5) {
            copies.put(patient + 1 + "/0", patient + "/0");
            copies.put(patient + 2 + "/0", patient + "/0");
        }
        List<LabelledFilm> films =
                new ArrayList<>(ListedSource.ofPatients(100, 3).films());
        for (String original : List.of("0/0", "50/0")) {
            String copy = "bridge of " + original;
            films.add(new LabelledFilm(copy, Label.NORMAL, Optional.empty(), "bridge", Optional.empty()));
            copies.put(copy, original);
        }
        ListedSource source = new ListedSource(films, copies);
        for (long seed = 0; seed < 20; seed++) {
            Map<String, Split> sides = sides(new PatientSplit(0.3, 0.3, true, seed).split(source));
            copies.forEach((copy, original) -> assertThat(sides.get(copy)).isEqualTo(sides.get(original)));
            assertThat(sides.get("52/0")).isEqualTo(sides.get("2/0"));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void shares_holdInEveryStratum(long seed) {
        ListedSource source = ListedSource.ofPatients(600, seed);
        Map<Split, List<LabelledFilm>> parts = SPLIT.split(source);
        assertShares(source, parts, film -> film.label() == Label.NORMAL);
        assertShares(source, parts, film -> film.subtype().equals(Optional.of("bacteria")));
        assertShares(source, parts, film -> film.subtype().equals(Optional.of("virus")));
    }

    private static void assertShares(
            ListedSource source, Map<Split, List<LabelledFilm>> parts, Predicate<LabelledFilm> stratum) {
        double all = source.films().stream().filter(stratum).count();
        assertThat(parts.get(Split.TEST).stream().filter(stratum).count() / all).isCloseTo(0.2, within(0.02));
        assertThat(parts.get(Split.VALIDATION).stream().filter(stratum).count() / all)
                .isCloseTo(0.15, within(0.02));
    }

    @Test
    void sameSeed_isTheSameSplit_whateverTheOrderOfFilms() {
        ListedSource source = ListedSource.ofPatients(150, 1);
        Map<String, Split> sides = sides(SPLIT.split(source));
        assertThat(sides(SPLIT.split(source))).isEqualTo(sides);
        assertThat(sides(SPLIT.split(source.shuffled(9)))).isEqualTo(sides);
        assertThat(sides(new PatientSplit(0.15, 0.2, true, 8).split(source))).isNotEqualTo(sides);
    }

    @Test
    void oneMorePatient_movesFewOthers() {
        ListedSource source = ListedSource.ofPatients(300, 1);
        List<LabelledFilm> more = new ArrayList<>(source.films());
        more.add(new LabelledFilm("new", Label.NORMAL, Optional.empty(), "newcomer", Optional.empty()));
        Map<String, Split> before = sides(SPLIT.split(source));
        Map<String, Split> after = sides(SPLIT.split(new ListedSource(more, Map.of())));
        long moved = before.keySet().stream()
                .filter(name -> before.get(name) != after.get(name))
                .count();
        assertThat(moved).isLessThanOrEqualTo(10);
    }

    @Test
    void givenTest_staysTest_andTheRestIsPooled() {
        ListedSource source = given();
        Map<String, Split> sides = sides(SPLIT.split(source));
        Set<String> test = new HashSet<>();
        source.films().stream()
                .filter(film -> film.split().equals(Optional.of(Split.TEST)))
                .forEach(film -> test.add(film.name()));
        source.films()
                .forEach(film -> assertThat(sides.get(film.name()) == Split.TEST)
                        .as(film.name())
                        .isEqualTo(test.contains(film.name())));
        double rest = source.films().size() - test.size();
        long validation =
                sides.values().stream().filter(Split.VALIDATION::equals).count();
        assertThat(validation / rest).isCloseTo(0.15, within(0.03));
    }

    @Test
    void duplicateOfAGivenTestFilm_isTestToo() {
        ListedSource source = given();
        String training = source.films().stream()
                .filter(film -> film.split().equals(Optional.of(Split.TRAIN)))
                .findFirst()
                .orElseThrow()
                .name();
        String test = source.films().stream()
                .filter(film -> film.split().equals(Optional.of(Split.TEST)))
                .findFirst()
                .orElseThrow()
                .name();
        ListedSource tied = new ListedSource(source.films(), Map.of(training, test));
        assertThat(sides(SPLIT.split(tied))).containsEntry(training, Split.TEST).containsEntry(test, Split.TEST);
    }

    @Test
    void givenTest_notHonoured_isDrawnAnew() {
        ListedSource source = given();
        Map<Split, List<LabelledFilm>> parts = new PatientSplit(0.15, 0.2, false, 7).split(source);
        assertThat(parts.get(Split.TEST).size() / (double) source.films().size())
                .isCloseTo(0.2, within(0.02));
    }

    @Test
    void noShares_leaveAllForTraining_withEmptyPartsPresent() {
        ListedSource source = ListedSource.ofPatients(5, 1);
        Map<Split, List<LabelledFilm>> parts = new PatientSplit(0, 0, true, 1).split(source);
        assertThat(parts.get(Split.TRAIN)).isEqualTo(source.films());
        assertThat(parts.get(Split.TEST)).isEmpty();
        assertThat(parts.get(Split.VALIDATION)).isEmpty();
    }

    @Test
    void impossibleShares_areErrors() {
        assertThatThrownBy(() -> new PatientSplit(-0.1, 0, true, 1))
                .hasMessage("validation must be in [0, 1), was -0.1");
        assertThatThrownBy(() -> new PatientSplit(0, Double.NaN, true, 1)).hasMessageContaining("test must be in");
        assertThatThrownBy(() -> new PatientSplit(0.5, 0.5, true, 1)).hasMessageContaining("must leave films");
    }

    /** The first third of the patients is given as test, one as validation, the others as training. */
    private static ListedSource given() {
        List<LabelledFilm> films = ListedSource.ofPatients(300, 2).films().stream()
                .map(film -> {
                    int patient = Integer.parseInt(film.patient().substring("patient ".length()));
                    Split part = patient < 100 ? Split.TEST : patient == 100 ? Split.VALIDATION : Split.TRAIN;
                    return new LabelledFilm(
                            film.name(), film.label(), film.subtype(), film.patient(), Optional.of(part));
                })
                .toList();
        return new ListedSource(films, Map.of());
    }

    /** So that runs on few and on many films are compared on the same patients. */
    @Test
    void trainingShare_leavesTheOtherPartsAsTheyAre_andLesserSharesAreAmongGreater() {
        ListedSource source = ListedSource.ofPatients(200, 3);
        Map<Split, List<LabelledFilm>> whole = SPLIT.split(source);
        Map<Split, List<LabelledFilm>> half = withTraining(0.5).split(source);
        Map<Split, List<LabelledFilm>> tenth = withTraining(0.1).split(source);
        assertThat(half.get(Split.TEST)).isEqualTo(whole.get(Split.TEST));
        assertThat(half.get(Split.VALIDATION)).isEqualTo(whole.get(Split.VALIDATION));
        assertThat(whole.get(Split.TRAIN)).containsAll(half.get(Split.TRAIN));
        assertThat(half.get(Split.TRAIN)).containsAll(tenth.get(Split.TRAIN));
        assertThat((double) half.get(Split.TRAIN).size())
                .isEqualTo(
                        0.5 * whole.get(Split.TRAIN).size(),
                        within(0.05 * source.films().size()));
        assertThat(withTraining(1).split(source)).isEqualTo(whole);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.1, 1.1, Double.NaN})
    void trainingShare_outOfRange_isRefused(double share) {
        assertThatThrownBy(() -> withTraining(share)).hasMessage("training must be in (0, 1], was " + share);
    }

    private static PatientSplit withTraining(double share) {
        return new PatientSplit(0.15, 0.2, true, 7, Optional.of(share));
    }
}
