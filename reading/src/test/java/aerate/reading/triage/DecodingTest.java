package aerate.reading.triage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecodingTest {
    private static final int FILMS = 40;

    private List<FilmFile> files;

    @BeforeEach
    void writeFilms(@TempDir Path folder) throws IOException {
        for (int i = 0; i < FILMS; i++) {
            Piles.film(folder.resolve("film-" + i + ".png"), i);
        }
        files = Piles.look(folder);
    }

    @Test
    void everyFilm_isTakenOnce() throws InterruptedException {
        List<FilmFile> taken = new ArrayList<>();
        try (Decoding decoding = new Decoding(files, film -> film, 3, 4)) {
            for (List<Decoded> some = decoding.next(5); !some.isEmpty(); some = decoding.next(5)) {
                assertThat(some).hasSizeLessThanOrEqualTo(5);
                some.forEach(film -> taken.add(film.file()));
            }
        }
        assertThat(taken).containsExactlyInAnyOrderElementsOf(files);
    }

    @Test
    void decoders_waitForTheOneThatJudges_soThatMemoryStaysFlat() throws InterruptedException {
        AtomicInteger decoded = new AtomicInteger();
        try (Decoding decoding = new Decoding(
                files,
                film -> {
                    decoded.incrementAndGet();
                    return film;
                },
                2,
                4)) {
            decoding.next(1);
            Thread.sleep(500);
            assertThat(decoded.get()).isBetween(1, 1 + 4 + 2);
        }
    }

    @Test
    void closedEarly_leavesNoThreads() throws InterruptedException {
        Set<Thread> threads = ConcurrentHashMap.newKeySet();
        try (Decoding decoding = new Decoding(
                files,
                film -> {
                    threads.add(Thread.currentThread());
                    return film;
                },
                2,
                1)) {
            decoding.next(1);
        }
        for (Thread thread : threads) {
            thread.join(10_000);
            assertThat(thread.isAlive()).isFalse();
        }
    }

    @Test
    void decoderThatFails_costsItsFilmAReason() throws InterruptedException {
        try (Decoding decoding = new Decoding(
                files.subList(0, 1),
                film -> {
                    throw new StackOverflowError();
                },
                1,
                1)) {
            assertThat(decoding.next(1))
                    .singleElement()
                    .satisfies(film -> assertThat(film.reason())
                            .hasValueSatisfying(
                                    why -> assertThat(why).contains("decoder failed", "StackOverflowError")));
        }
    }
}
