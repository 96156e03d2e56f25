package aerate.film;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CensusTest {
    @TempDir
    private Path root;

    private void put(String name, byte[] content) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, content);
    }

    @Test
    void everythingCounted_isWhatWasPutThere() throws IOException {
        put("train/NORMAL/IM-1-1.png", FilmWriter.png(Samples.film(10, 20, 8, 1)));
        put("train/NORMAL/IM-1-2.png", FilmWriter.png(Samples.film(30, 20, 8, 2)));
        put("train/NORMAL/IM-2-1.png", FilmWriter.png(Samples.film(10, 20, 8, 3)));
        put("train/PNEUMONIA/person1_virus_1.png", FilmWriter.png(Samples.film(40, 50, 16, 4)));
        put("test/PNEUMONIA/person1_virus_2.png", FilmWriter.png(Samples.film(40, 50, 16, 4)));
        put("test/PNEUMONIA/person2_bacteria_3.png", new byte[0]);
        Set<Integer> progress = ConcurrentHashMap.newKeySet();
        Census census = Census.of(FilmSources.open(root), 2, progress::add);

        assertThat(progress).containsExactlyInAnyOrder(1, 2, 3, 4, 5, 6);
        assertThat(census.films()).isEqualTo(6);
        assertThat(census.labels()).containsOnly(entry(Label.NORMAL, 3), entry(Label.PNEUMONIA, 3));
        assertThat(census.subtypes()).containsOnly(entry("virus", 2), entry("bacteria", 1));
        assertThat(census.splits()).containsOnly(entry(Split.TRAIN, 4), entry(Split.TEST, 2));
        assertThat(census.patients()).isEqualTo(5);
        assertThat(census.filmsPerPatient()).isEqualTo(new Extent(1, 1, 2));
        assertThat(census.widths()).isEqualTo(new Extent(10, 30, 40));
        assertThat(census.heights()).isEqualTo(new Extent(20, 20, 50));
        assertThat(census.sizes()).containsExactly(entry("10 x 20", 2), entry("40 x 50", 2), entry("30 x 20", 1));
        assertThat(census.bits()).containsOnly(entry(8, 3), entry(16, 2));
        assertThat(census.duplicates().groups()).hasSize(1);
        assertThat(census.unreadable()).containsOnlyKeys("test/PNEUMONIA/person2_bacteria_3.png");
        assertThat(census.unreadable().values()).first().asString().contains("must not be empty");
    }

    @Test
    void nothingReadable_isCountedToo() {
        List<LabelledFilm> films = ListedSource.ofPatients(1, 1).films().subList(0, 1);
        Census census = Census.of(new ListedSource(films, Map.of("0/0", "")), 1, done -> {});
        assertThat(census.unreadable()).hasSize(1);
        assertThat(census.sizes()).isEmpty();
        assertThat(census.widths()).isEqualTo(new Extent(0, 0, 0));
    }

    @Test
    void moreThreads_countTheSame() {
        ListedSource source = ListedSource.ofPatients(50, 1);
        assertThat(Census.of(source, 4, done -> {})).isEqualTo(Census.of(source, 1, done -> {}));
    }

    @Test
    void noThreads_isAnError() {
        ListedSource source = ListedSource.ofPatients(1, 1);
        assertThatThrownBy(() -> Census.of(source, 0, done -> {})).hasMessage("threads must be at least 1, was 0");
    }
}
