package aerate.server.reading;

import aerate.film.Label;
import aerate.reading.triage.Priority;
import aerate.server.Settings;
import aerate.server.film.FilmChanged;
import aerate.server.film.Place;
import aerate.server.film.StoredFilm;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The films that wait. Who takes one has it on a lease: if it is not heard of again, another takes the film, so that each is
 * read at least once. Only who still has the lease may write what came of it, so that it is written once.
 */
@Repository
public class Queue {
    private static final int LONGEST_PROBLEM = 500;

    private final JdbcClient database;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final Readings readings;
    private final Settings settings;

    Queue(
            JdbcClient database,
            TransactionTemplate transactions,
            ApplicationEventPublisher events,
            Readings readings,
            Settings settings) {
        this.database = database;
        this.transactions = transactions;
        this.events = events;
        this.readings = readings;
        this.settings = settings;
    }

    /** A film that somebody has taken. */
    record Task(UUID id, long tenant, long arrival, String object, int attempts, UUID lease) {}

    private record Due(UUID id, long tenant, long arrival, String object, int attempts) {}

    /** Takes the film that has waited longest, if one waits. */
    Optional<Task> take() {
        Optional<Task> taken = transactions.execute(transaction -> {
            OffsetDateTime now = now();
            Optional<Due> due = database.sql("""
                            SELECT id, tenant, arrival, object, attempts FROM film
                            WHERE due <= ? ORDER BY due LIMIT 1 FOR UPDATE SKIP LOCKED""").param(now).query(Due.class).optional();
            return due.map(film -> leased(film, now));
        });
        if (taken.isPresent() && taken.get().attempts() > settings.attempts()) {
            fail(taken.get(), "it must be read in " + settings.attempts() + " attempts, was not: the last was cut off");
            return take();
        }
        taken.ifPresent(this::tell);
        return taken;
    }

    private Task leased(Due film, OffsetDateTime now) {
        UUID lease = UUID.randomUUID();
        database.sql("UPDATE film SET state = 'READING', attempts = ?, lease = ?, due = ? WHERE id = ?")
                .params(film.attempts() + 1, lease, now.plus(settings.lease()), film.id())
                .update();
        return new Task(film.id(), film.tenant(), film.arrival(), film.object(), film.attempts() + 1, lease);
    }

    /** Writes a result, unless somebody else has the film by now; returns whether it did. */
    boolean finish(Task task, StoredReading reading, int width, int height) {
        return inLease(task, () -> {
            Priority priority = reading.verdict() == Label.PNEUMONIA
                    ? Priority.SICK
                    : reading.unlike() ? Priority.UNLIKE : Priority.NORMAL;
            int rows = database.sql("""
                            UPDATE film SET state = 'READ', due = NULL, lease = NULL, problem = NULL, verdict = ?,
                                            probability = ?, unlike = ?, model = ?, hash = ?, read_at = ?, width = ?,
                                            height = ?, place = ?
                            WHERE id = ? AND lease = ?""")
                    .params(
                            reading.verdict().name(),
                            reading.probability(),
                            reading.unlike(),
                            reading.model(),
                            reading.hash(),
                            reading.readAt(),
                            width,
                            height,
                            Place.of(priority, reading.probability(), task.arrival()),
                            task.id(),
                            task.lease())
                    .update();
            if (rows == 1) {
                readings.add(task.id(), reading);
            }
            return rows;
        });
    }

    /** Nobody will be able to read it. */
    boolean fail(Task task, String problem) {
        return inLease(
                task,
                () -> database.sql("""
                        UPDATE film SET state = 'FAILED', due = NULL, lease = NULL, problem = ?, place = ?
                        WHERE id = ? AND lease = ?""")
                        .params(
                                problem.substring(0, Math.min(LONGEST_PROBLEM, problem.length())),
                                Place.of(Priority.UNREADABLE, 0, task.arrival()),
                                task.id(),
                                task.lease())
                        .update());
    }

    /** It may go better later. */
    boolean putBack(Task task, Duration later) {
        return putBack(task, later, task.attempts());
    }

    /** It was not the film that kept it from being read: that was no attempt. */
    boolean putBackUntried(Task task, Duration later) {
        return putBack(task, later, task.attempts() - 1);
    }

    private boolean putBack(Task task, Duration later, int attempts) {
        return inLease(
                task,
                () -> database.sql("UPDATE film SET state = 'QUEUED', lease = NULL, due = ?, attempts = ?"
                                + " WHERE id = ? AND lease = ?")
                        .params(now().plus(later), attempts, task.id(), task.lease())
                        .update());
    }

    /** Ends all leases: for a database that only this process can have open, so that who held them is no more. */
    int release() {
        return database.sql("UPDATE film SET state = 'QUEUED', lease = NULL, due = ? WHERE lease IS NOT NULL")
                .param(now())
                .update();
    }

    /** Puts a film that was read, or could not be, into the queue again. */
    void again(long tenant, StoredFilm film) {
        database.sql("UPDATE film SET state = 'QUEUED', attempts = 0, due = ? WHERE id = ? AND due IS NULL")
                .params(now(), film.id())
                .update();
        events.publishEvent(new FilmChanged(tenant, film.id()));
    }

    private boolean inLease(Task task, Supplier<Integer> change) {
        boolean changed = Integer.valueOf(1).equals(transactions.execute(transaction -> change.get()));
        if (changed) {
            tell(task);
        }
        return changed;
    }

    private void tell(Task task) {
        events.publishEvent(new FilmChanged(task.tenant(), task.id()));
    }

    private static OffsetDateTime now() {
        return OffsetDateTime.now(ZoneOffset.UTC);
    }
}
