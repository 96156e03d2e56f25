package aerate.film;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * Every film of a source decoded once.
 *
 * @param shapes of the readable films by name, in the order of the source
 * @param unreadable reasons by name, in the order of the source
 */
record Inspection(Map<String, Shape> shapes, Map<String, String> unreadable) {
    /** Size and depth of a film. */
    record Shape(int width, int height, int bits) {}

    static Inspection of(FilmSource source, int threads, IntConsumer progress) {
        ExecutorService readers = Executors.newFixedThreadPool(threads);
        try {
            AtomicInteger done = new AtomicInteger();
            List<Future<Shape>> shapes = new ArrayList<>();
            for (LabelledFilm film : source.films()) {
                shapes.add(readers.submit(() -> {
                    try {
                        Film read = source.read(film);
                        return new Shape(read.width(), read.height(), read.bits());
                    } finally {
                        progress.accept(done.incrementAndGet());
                    }
                }));
            }
            return gather(source.films(), shapes);
        } finally {
            readers.shutdownNow();
        }
    }

    private static Inspection gather(List<LabelledFilm> films, List<Future<Shape>> shapes) {
        Inspection inspection = new Inspection(new LinkedHashMap<>(), new LinkedHashMap<>());
        for (int i = 0; i < films.size(); i++) {
            String name = films.get(i).name();
            try {
                inspection.shapes.put(name, shapes.get(i).get());
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnreadableFilmException)) {
                    throw new IllegalStateException("a film must be read or unreadable, was neither: " + name, e);
                }
                inspection.unreadable.put(name, e.getCause().getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while reading films", e);
            }
        }
        return inspection;
    }
}
