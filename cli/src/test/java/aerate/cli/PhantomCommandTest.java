package aerate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import aerate.film.Film;
import aerate.film.FilmReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhantomCommandTest {
    @TempDir
    private Path folder;

    @Test
    void layout_isThatOfRealFilms_withMasksAndTwinsOfTheSick() throws IOException {
        Path out = folder.resolve("phantoms");
        Ran ran = phantoms(out, 1);
        assertThat(ran.out().strip()).isEqualTo(out.toString());
        Map<String, ByteBuffer> files = files(out);
        assertThat(files.keySet())
                .filteredOn(name -> name.startsWith("NORMAL/"))
                .hasSize(4);
        assertThat(files.keySet())
                .filteredOn(name -> name.startsWith("PNEUMONIA/"))
                .hasSize(4)
                .allSatisfy(name -> assertThat(files).containsKeys("masks/" + name, "twins/" + name));
        assertThat(files).hasSize(16);
        Film film = FilmReader.read(out.resolve(files.keySet().iterator().next()));
        assertThat(film.width()).isEqualTo(24);
        assertThat(film.height()).isEqualTo(24);
    }

    @Test
    void sameSeed_sameBytes_andAnotherSeedOthers() throws IOException {
        phantoms(folder.resolve("one"), 1);
        phantoms(folder.resolve("again"), 1);
        phantoms(folder.resolve("other"), 2);
        assertThat(files(folder.resolve("again"))).isEqualTo(files(folder.resolve("one")));
        assertThat(files(folder.resolve("other"))).isNotEqualTo(files(folder.resolve("one")));
    }

    @Test
    void noFilms_orTooSmallOnes_areRefused() {
        Path out = folder.resolve("none");
        Ran.of("phantom", out, "--films", 0).refused(2, "at least 1 film", "was 0");
        Ran.of("phantom", out, "--size", 8).refused(2, "at least 16 pixels", "was 8");
        assertThat(out).doesNotExist();
    }

    private static Ran phantoms(Path out, long seed) {
        return Ran.of("phantom", out, "--films", 8, "--size", 24, "--seed", seed)
                .succeeded();
    }

    /** Contents by path. */
    private static Map<String, ByteBuffer> files(Path folder) throws IOException {
        Map<String, ByteBuffer> contents = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                contents.put(folder.relativize(file).toString(), ByteBuffer.wrap(Files.readAllBytes(file)));
            }
        }
        return contents;
    }
}
