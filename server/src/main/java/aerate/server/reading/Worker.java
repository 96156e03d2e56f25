package aerate.server.reading;

import aerate.film.Film;
import aerate.film.FilmReader;
import aerate.film.UnreadableFilmException;
import aerate.server.Settings;
import aerate.server.store.ObjectStore;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/** Takes one film after the other from the queue, reads it, and writes the result. */
final class Worker implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration PAUSE_AFTER_TROUBLE = Duration.ofSeconds(2);

    private final Queue queue;
    private final ObjectStore store;
    private final ReadingRoom room;
    private final Settings settings;
    private final ReadingMetrics metrics;
    private ExecutorService reader = newReader();

    Worker(Queue queue, ObjectStore store, ReadingRoom room, Settings settings, ReadingMetrics metrics) {
        this.queue = queue;
        this.store = store;
        this.room = room;
        this.settings = settings;
        this.metrics = metrics;
    }

    /** A result, with the film's own size. */
    private record Read(StoredReading reading, int width, int height) {}

    /** Works until it is interrupted; whatever befalls the database, it goes on when that is back. */
    @Override
    public void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Optional<Queue.Task> task = queue.take();
                if (task.isPresent()) {
                    work(task.get());
                } else {
                    Thread.sleep(PAUSE.toMillis());
                }
            } catch (DataAccessException | TransactionException e) {
                LOG.error("the database failed: {}; trying again", e.getClass().getSimpleName());
                pause();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                LOG.error("a worker failed, goes on", e);
                pause();
            }
        }
        reader.shutdownNow();
    }

    private void work(Queue.Task task) throws InterruptedException {
        try {
            Read read = withinTime(() -> read(task));
            if (written(() -> queue.finish(task, read.reading(), read.width(), read.height()))) {
                metrics.read(read.reading());
            }
        } catch (TimeoutException e) {
            metrics.failed();
            written(() -> queue.fail(
                    task, "it must be read within " + settings.perFilm().toMillis() + " ms, was not"));
            reader.shutdownNow(); // who hangs in there keeps the thread; the next film gets another
            reader = newReader();
        } catch (ExecutionException e) {
            trouble(task, e.getCause());
        } catch (InterruptedException e) {
            queue.putBackUntried(
                    task, Duration.ZERO); // the server ends: another start, or another server, need not wait
            throw e;
        }
    }

    /** Whether a result was written; while the database is away, it waits, as long as the lease lasts. */
    private boolean written(BooleanSupplier result) throws InterruptedException {
        long end = System.nanoTime() + settings.lease().toNanos();
        while (true) {
            try {
                return result.getAsBoolean();
            } catch (DataAccessException | TransactionException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                LOG.error(
                        "the database failed: {}; the result waits",
                        e.getClass().getSimpleName());
                Thread.sleep(PAUSE_AFTER_TROUBLE.toMillis());
            }
        }
    }

    private Read read(Queue.Task task) throws Exception {
        Film film = FilmReader.read(store.get(task.object()), task.id().toString());
        return new Read(room.read(room.ready(film)), film.width(), film.height());
    }

    private <R> R withinTime(Callable<R> work) throws InterruptedException, ExecutionException, TimeoutException {
        Future<R> future = reader.submit(work);
        try {
            return future.get(settings.perFilm().toMillis(), TimeUnit.MILLISECONDS);
        } finally {
            future.cancel(true);
        }
    }

    /** A film that is none stays none; anything else may go better another time, and a store comes back. */
    private void trouble(Queue.Task task, Throwable cause) throws InterruptedException {
        if (cause instanceof UnreadableFilmException) {
            metrics.failed();
            written(() -> queue.fail(task, withoutId(task, cause)));
        } else if (cause instanceof ObjectStore.AwayException) {
            LOG.error("film {} waits: {}", task.id(), cause.getMessage());
            written(() -> queue.putBackUntried(task, PAUSE_AFTER_TROUBLE));
            Thread.sleep(PAUSE_AFTER_TROUBLE.toMillis()); // the next would fare no better
        } else if (task.attempts() >= settings.attempts()) {
            metrics.failed();
            LOG.error("film {} failed {} times", task.id(), task.attempts(), cause);
            written(() -> queue.fail(task, withoutId(task, cause)));
        } else {
            LOG.warn("film {} failed, will be tried again: {}", task.id(), cause.toString());
            written(() -> queue.putBack(task, PAUSE_AFTER_TROUBLE.multipliedBy(task.attempts())));
        }
    }

    private static String withoutId(Queue.Task task, Throwable cause) {
        return String.valueOf(cause.getMessage() == null ? cause : cause.getMessage())
                .replace(task.id() + ": ", "");
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_AFTER_TROUBLE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ExecutorService newReader() {
        return Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, "reader");
            thread.setDaemon(true);
            return thread;
        });
    }
}
