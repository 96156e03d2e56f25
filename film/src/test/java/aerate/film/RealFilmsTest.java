package aerate.film;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On the Guangzhou films, where the environment variable AERATE_DATA names the folder that holds {@code chest-xray}. */
class RealFilmsTest {
    private FilmSource source;

    @BeforeEach
    void open() throws IOException {
        String data = System.getenv("AERATE_DATA");
        assumeTrue(data != null, "AERATE_DATA is not set: no real films");
        Path folder = Path.of(data, "chest-xray");
        assumeTrue(Files.isDirectory(folder), "AERATE_DATA has no chest-xray: no real films");
        source = FilmSources.open(folder);
    }

    @Test
    void counts_areThoseOfTheCollectionsReadme() {
        Map<Label, Long> labels =
                source.films().stream().collect(Collectors.groupingBy(LabelledFilm::label, Collectors.counting()));
        assertThat(labels).containsEntry(Label.NORMAL, 1341L).containsEntry(Label.PNEUMONIA, 3875L);
        assertThat(count("bacteria")).isEqualTo(2530);
        assertThat(count("virus")).isEqualTo(1345);
        assertThat(source.licence()).isEqualTo("CC BY 4.0");
    }

    private long count(String subtype) {
        return source.films().stream()
                .filter(film -> film.subtype().equals(Optional.of(subtype)))
                .count();
    }

    @Test
    void duplicates_areAboutThirty() {
        Duplicates duplicates = Duplicates.of(source);
        assertThat(duplicates.films() - duplicates.groups().size()).isBetween(25, 35);
    }

    @Test
    void oneFilmInForty_decodesToGreyOf224Pixels() throws IOException {
        for (int i = 0; i < source.films().size(); i += 40) {
            Film film = source.read(source.films().get(i));
            assertThat(List.of(film.width(), film.height(), film.bits())).containsExactly(224, 224, 8);
            assertThat(IntStream.of(Samples.samples(film)).distinct().count())
                    .as("shades of " + film.info().source())
                    .isGreaterThan(64);
        }
    }

    @Test
    void split_keepsEveryPatientOnOneSide() {
        Map<Split, List<LabelledFilm>> parts = new PatientSplit(0.1, 0.1, true, 1).split(source);
        assertThat(parts.values().stream().mapToInt(List::size).sum()).isEqualTo(5216);
        assertThat(parts.values().stream()
                        .mapToLong(films -> films.stream()
                                .map(LabelledFilm::patient)
                                .distinct()
                                .count())
                        .sum())
                .isEqualTo(source.films().stream()
                        .map(LabelledFilm::patient)
                        .distinct()
                        .count());
        assertThat(parts.get(Split.TEST)).hasSizeBetween(500, 545);
    }
}
