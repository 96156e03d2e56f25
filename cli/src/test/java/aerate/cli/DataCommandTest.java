package aerate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(OneWorkshop.class)
class DataCommandTest {
    @TempDir
    private Path folder;

    @Test
    void text_countsTheCollection(Workshop workshop) {
        Ran ran = Ran.of("data", workshop.phantoms()).succeeded();
        assertThat(ran.out().lines())
                .anyMatch(line -> line.matches("collection +phantoms \\(licence: .*\\)"))
                .anyMatch(line -> line.matches("films +60 of \\d+ patients"))
                .anyMatch(line -> line.matches("labels +NORMAL: 30, PNEUMONIA: 30"))
                .anyMatch(line -> line.matches("subtypes +bacteria: \\d+, virus: \\d+"))
                .anyMatch(line -> line.matches("width +32 to 32, median 32"))
                .anyMatch(line -> line.matches("exact duplicates +0 films in 0 groups"))
                .anyMatch(line -> line.matches("unreadable +0"));
    }

    @Test
    void json_saysTheSame(Workshop workshop) throws IOException {
        JsonNode census =
                Ran.of("data", workshop.phantoms(), "--json").succeeded().json();
        assertThat(census.path("films").asInt()).isEqualTo(Workshop.FILMS);
        assertThat(census.at("/labels/NORMAL").asInt()).isEqualTo(Workshop.FILMS / 2);
        assertThat(census.at("/widths/maximum").asInt()).isEqualTo(Workshop.SIZE);
        assertThat(census.path("unreadable").isEmpty()).isTrue();
        assertThat(census.at("/duplicates/groups").isArray()).isTrue();
    }

    @Test
    void filmTwice_isADuplicate_namedByBothNames(Workshop workshop) throws IOException {
        Path collection = FolderCopy.of(workshop.phantoms(), folder.resolve("films"));
        Path film = workshop.sick().get(0);
        Files.copy(film, collection.resolve("PNEUMONIA").resolve("zz-again.png"));
        assertThat(Ran.of("data", collection).succeeded().out())
                .contains("2 films in 1 groups")
                .contains("PNEUMONIA/" + film.getFileName() + " = PNEUMONIA/zz-again.png");
    }
}
