package aerate.film;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Seeded mutations of good files: each is read as a film or refused as unreadable, and nothing else happens. */
class HostileFilesTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /** Something that reads mutated bytes. */
    private interface Attempt {
        void read(byte[] mutated) throws IOException;
    }

    @Test
    void jpeg_mutated_isAFilmOrUnreadable() throws IOException {
        attack(Samples.jpeg(32, 24, false, false, 1), 1500, 1, mutated -> FilmReader.read(mutated, "mutated"));
        attack(Samples.jpeg(32, 24, true, true, 2), 1500, 2, mutated -> FilmReader.read(mutated, "mutated"));
    }

    @Test
    void png_mutated_isAFilmOrUnreadable() throws IOException {
        for (String fixture : List.of("palette.png", "grey16.png", "grey-transparent.png", "interlaced.png")) {
            attack(Samples.fixture(fixture), 700, 3, mutated -> FilmReader.read(mutated, "mutated"));
        }
    }

    /** With sums made good again, mutations reach the decoder behind them. */
    @Test
    void png_mutatedAndSummedAnew_isAFilmOrUnreadable() throws IOException {
        for (String fixture : List.of("palette.png", "grey16.png", "grey-transparent.png", "interlaced.png")) {
            attack(Samples.fixture(fixture), 700, 4, mutated -> {
                PngSums.renew(mutated);
                FilmReader.read(mutated, "mutated");
            });
        }
    }

    @Test
    void npy_mutated_isAnArrayOrUnreadable() throws IOException {
        attack(Samples.fixture("f4.npy"), 4000, 5, mutated -> Npy.parse(mutated, "mutated"));
    }

    @Test
    void npz_mutated_isASourceOrUnreadable(@TempDir Path folder) throws IOException {
        Map<String, Npy> arrays = Map.of(
                "train_images", Npy.of(NpyElement.U1, List.of(2, 3, 3), i -> i),
                "train_labels", Npy.of(NpyElement.U1, List.of(2), i -> i));
        Path file = folder.resolve("mutated.npz");
        attack(NpzFile.of(arrays), 1500, 6, mutated -> {
            Files.write(file, mutated);
            FilmSource source = NpzSource.open(file);
            for (LabelledFilm film : source.films()) {
                source.read(film);
            }
        });
    }

    private static void attack(byte[] good, int times, long seed, Attempt attempt) {
        Random random = new Random(seed);
        int[] refused = new int[1];
        assertTimeoutPreemptively(LIMIT, () -> {
            attempt.read(good.clone());
            for (int i = 0; i < times; i++) {
                try {
                    attempt.read(mutated(good, random));
                } catch (UnreadableFilmException e) {
                    assertThat(e.getMessage()).contains("mutated");
                    refused[0]++;
                }
            }
        });
        assertThat(refused[0]).as("refused of " + times).isPositive();
    }

    /** One to four bytes changed, and now and then the end cut off or a stretch repeated. */
    private static byte[] mutated(byte[] good, Random random) {
        byte[] mutated = good.clone();
        for (int i = random.nextInt(4); i >= 0; i--) {
            mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
        }
        return switch (random.nextInt(8)) {
            case 0 -> Arrays.copyOf(mutated, random.nextInt(mutated.length));
            case 1 -> {
                int from = random.nextInt(mutated.length);
                int to = random.nextInt(mutated.length);
                int length = random.nextInt(mutated.length - Math.max(from, to));
                System.arraycopy(mutated, from, mutated, to, length);
                yield mutated;
            }
            default -> mutated;
        };
    }
}
