package aerate.film;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuplicatesTest {
    @Test
    void copies_areGrouped_inTheOrderOfTheSource() {
        ListedSource source = new ListedSource(
                ListedSource.ofPatients(10, 1).films(), Map.of("3/0", "1/0", "7/0", "1/0", "5/0", "4/0"));
        Duplicates duplicates = Duplicates.of(source);
        assertThat(duplicates.groups())
                .extracting(group -> group.stream().map(LabelledFilm::name).toList())
                .containsExactly(List.of("1/0", "3/0", "7/0"), List.of("4/0", "5/0"));
        assertThat(duplicates.films()).isEqualTo(5);
    }

    @Test
    void equalPixelsInOtherFiles_areNotByteIdentical(@TempDir Path folder) throws IOException {
        Path normal = Files.createDirectories(folder.resolve("NORMAL"));
        byte[] png = Samples.png(1);
        byte[] trailed = Arrays.copyOf(png, png.length + 1);
        Files.write(normal.resolve("a.png"), png);
        Files.write(normal.resolve("b.png"), png);
        Files.write(normal.resolve("c.png"), trailed);
        List<List<LabelledFilm>> groups =
                Duplicates.of(FilmSources.open(folder)).groups();
        assertThat(groups).hasSize(1);
        assertThat(groups.get(0)).extracting(LabelledFilm::name).containsExactly("NORMAL/a.png", "NORMAL/b.png");
    }

    @Test
    void unreadableFilms_areNobodysDuplicates() {
        ListedSource source =
                new ListedSource(ListedSource.ofPatients(3, 1).films(), Map.of("0/0", "", "1/0", "", "2/0", ""));
        assertThat(Duplicates.of(source).groups()).isEmpty();
    }

    @Test
    void groupOfOne_isAnError() {
        List<LabelledFilm> one = ListedSource.ofPatients(1, 1).films().subList(0, 1);
        assertThatThrownBy(() -> new Duplicates(List.of(one))).hasMessageContaining("at least 2 films");
    }
}
