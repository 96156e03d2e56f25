package aerate.reading.triage;

import aerate.film.Film;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/**
 * Threads that decode films ahead of the one that judges them. The queue between them is bounded: where decoders are the
 * faster they wait, so that memory does not grow with the pile.
 */
final class Decoding implements AutoCloseable {
    private final List<FilmFile> files;
    private final BlockingQueue<Decoded> ready;
    private final ExecutorService decoders;
    private final AtomicInteger begun = new AtomicInteger();
    private int taken;

    /**
     * Starts to decode.
     *
     * @param ahead how many films may wait to be judged
     */
    Decoding(List<FilmFile> files, UnaryOperator<Film> atInputSize, int threads, int ahead) {
        this.files = files;
        ready = new ArrayBlockingQueue<>(ahead);
        decoders = Executors.newFixedThreadPool(threads);
        for (int i = 0; i < threads; i++) {
            decoders.execute(() -> work(atInputSize));
        }
    }

    /**
     * Takes the films that are ready, in no certain order: at least one, which it waits for, unless all are taken.
     *
     * @param most how many at once
     * @throws InterruptedException if the waiting thread is
     */
    List<Decoded> next(int most) throws InterruptedException {
        List<Decoded> films = new ArrayList<>();
        if (taken < files.size()) {
            films.add(ready.take());
            ready.drainTo(films, most - 1);
            taken += films.size();
        }
        return films;
    }

    private void work(UnaryOperator<Film> atInputSize) {
        try {
            for (int i = begun.getAndIncrement(); i < files.size(); i = begun.getAndIncrement()) {
                ready.put(Decoded.of(files.get(i), atInputSize));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed before all were wanted
        }
    }

    @Override
    public void close() {
        decoders.shutdownNow();
    }
}
