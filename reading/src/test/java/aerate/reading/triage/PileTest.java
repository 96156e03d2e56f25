package aerate.reading.triage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class PileTest {
    @TempDir
    private Path folder;

    @Test
    void everyFile_isSeen_whateverItsNameAndDepth() throws IOException {
        for (String name : new String[] {"b/film.png", "a/film.png", "a/b/c/film", "note.txt"}) {
            Files.createDirectories(folder.resolve(name).getParent());
            Files.writeString(folder.resolve(name), "x");
        }
        assertThat(Piles.look(folder))
                .extracting(FilmFile::name)
                .containsExactly("a/b/c/film", "a/film.png", "b/film.png", "note.txt");
    }

    @Test
    void hiddenFilesAndItsOwn_areLeftOut() throws IOException {
        Files.createDirectories(folder.resolve(".cache"));
        Path own = folder.toRealPath().resolve("worklist.html");
        for (Path file : new Path[] {folder.resolve(".cache/film.png"), folder.resolve(".part"), own}) {
            Files.writeString(file, "x");
        }
        Files.writeString(folder.resolve("film.png"), "x");
        assertThat(Pile.in(folder, own::equals).look())
                .extracting(FilmFile::name)
                .containsExactly("film.png");
    }

    @Test
    void pileInAHiddenFolder_isSeen() throws IOException {
        Path hidden = Files.createDirectories(folder.resolve(".inbox"));
        Files.writeString(hidden.resolve("film.png"), "x");
        assertThat(Piles.look(hidden)).hasSize(1);
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "links need rights there")
    void linkToNowhere_isSeenWithItsObstacle_andALoopEnds() throws IOException {
        Files.createSymbolicLink(folder.resolve("gone.png"), folder.resolve("nowhere.png"));
        Path inner = Files.createDirectories(folder.resolve("inner"));
        Files.createSymbolicLink(inner.resolve("loop"), folder);
        assertThat(Piles.look(folder)).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("gone.png");
            assertThat(file.obstacle())
                    .hasValueSatisfying(why -> assertThat(why).contains("leads nowhere"));
        });
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "pipes in folders are POSIX's")
    void pipe_isSeenWithItsObstacle_andNotWaitedFor() throws IOException, InterruptedException {
        String pipe = folder.resolve("pipe").toString();
        assertThat(new ProcessBuilder("mkfifo", pipe).start().waitFor()).isZero();
        assertThat(Decoded.of(Piles.look(folder).get(0), film -> film).reason())
                .hasValueSatisfying(why -> assertThat(why).contains("was a pipe"));
    }

    @Test
    void pileThatIsNoFolder_isRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("film.png"), "x");
        assertThatThrownBy(() -> Piles.look(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("must be a folder", file.toString());
    }
}
