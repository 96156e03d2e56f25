package aerate.server.course;

import aerate.film.Label;
import aerate.server.Settings;
import aerate.server.access.Actor;
import aerate.server.film.StoredFilm;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** Courses that were asked for: a queue as that of films, worked off on leases. */
@Repository
class Courses {
    private final JdbcClient database;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final Settings settings;

    Courses(
            JdbcClient database,
            TransactionTemplate transactions,
            ApplicationEventPublisher events,
            Settings settings) {
        this.database = database;
        this.transactions = transactions;
        this.events = events;
        this.settings = settings;
    }

    /** Where a course stands. */
    enum State {
        QUEUED,
        RUNNING,
        DONE,
        FAILED,
        CANCELLED
    }

    /** A course; {@code done} of {@code steps} say how far it is. */
    record Course(
            UUID id,
            UUID film,
            OffsetDateTime asked,
            State state,
            List<Integer> lambdas,
            int done,
            int steps,
            List<Point> points,
            String problem) {}

    /** What a film of the course is measured to be. */
    record Point(
            int lambda, double probability, Label verdict, double ssim, double changeInside, double changeOutside) {}

    /** A course that a worker has taken. */
    record Task(UUID id, UUID film, long tenant, List<Integer> lambdas, int attempts, UUID lease) {}

    private record Row(
            UUID id,
            UUID film,
            long tenant,
            OffsetDateTime asked,
            State state,
            String lambdas,
            int done,
            int steps,
            int attempts,
            String problem) {
        List<Integer> lambdaList() {
            return Arrays.stream(lambdas.split(",")).map(Integer::valueOf).toList();
        }
    }

    Course ask(Actor actor, StoredFilm film, List<Integer> lambdas) {
        UUID id = UUID.randomUUID();
        OffsetDateTime now = now();
        database.sql("""
                        INSERT INTO course (id, film, tenant, account, asked, state, due, attempts, lambdas, done, steps)
                        VALUES (?, ?, ?, ?, ?, 'QUEUED', ?, 0, ?, 0, 0)""")
                .params(
                        id,
                        film.id(),
                        actor.tenant(),
                        actor.name(),
                        now,
                        now,
                        lambdas.stream().map(String::valueOf).collect(Collectors.joining(",")))
                .update();
        return get(actor.tenant(), id);
    }

    /**
     * The course of an id.
     *
     * @throws java.util.NoSuchElementException if the tenant has none
     */
    Course get(long tenant, UUID id) {
        return rows("tenant = ? AND id = ?", tenant, id).stream()
                .map(this::course)
                .findFirst()
                .orElseThrow();
    }

    List<Course> of(long tenant, UUID film) {
        return rows("tenant = ? AND film = ? ORDER BY asked DESC", tenant, film).stream()
                .map(this::course)
                .toList();
    }

    /** Courses that wait or run, of all tenants. */
    long waiting() {
        return database.sql("SELECT count(*) FROM course WHERE due IS NOT NULL")
                .query(Long.class)
                .single();
    }

    String object(UUID course, int lambda) {
        return database.sql("SELECT object FROM course_point WHERE course = ? AND lambda = ?")
                .params(course, lambda)
                .query(String.class)
                .optional()
                .orElseThrow();
    }

    void cancel(long tenant, UUID id) {
        database.sql("UPDATE course SET state = 'CANCELLED', due = NULL, lease = NULL"
                        + " WHERE tenant = ? AND id = ? AND due IS NOT NULL")
                .params(tenant, id)
                .update();
        tell(tenant, id);
    }

    Optional<Task> take() {
        Optional<Task> taken = transactions.execute(transaction ->
                rows("due <= ? ORDER BY due LIMIT 1 FOR UPDATE SKIP LOCKED", now()).stream()
                        .findFirst()
                        .map(row -> {
                            UUID lease = UUID.randomUUID();
                            database.sql(
                                            "UPDATE course SET state = 'RUNNING', lease = ?, due = ?, done = 0, attempts = ?"
                                                    + " WHERE id = ?")
                                    .params(lease, now().plus(settings.lease()), row.attempts() + 1, row.id())
                                    .update();
                            return new Task(
                                    row.id(), row.film(), row.tenant(), row.lambdaList(), row.attempts() + 1, lease);
                        }));
        if (taken.isPresent() && taken.get().attempts() > settings.attempts()) {
            fail(taken.get(), "it must be generated in " + settings.attempts() + " attempts, was not");
            return take();
        }
        return taken;
    }

    /** It was not the course that kept it from being generated: that was no attempt. */
    void putBackUntried(Task task, Duration later) {
        database.sql(
                        "UPDATE course SET state = 'QUEUED', due = ?, lease = NULL, attempts = ? WHERE id = ? AND lease = ?")
                .params(now().plus(later), task.attempts() - 1, task.id(), task.lease())
                .update();
        tell(task.tenant(), task.id());
    }

    /** Enters progress and lengthens the lease; whether the course is wanted still, and nobody else has it. */
    boolean progress(Task task, int done, int steps) {
        boolean wanted = database.sql("UPDATE course SET done = ?, steps = ?, due = ? WHERE id = ? AND lease = ?")
                        .params(done, steps, now().plus(settings.lease()), task.id(), task.lease())
                        .update()
                == 1;
        tell(task.tenant(), task.id());
        return wanted;
    }

    /** Writes the points, of which each film's object is in the store. */
    void finish(Task task, List<Point> points, List<String> objects) {
        transactions.executeWithoutResult(transaction -> {
            int rows = database.sql("UPDATE course SET state = 'DONE', due = NULL, lease = NULL, done = steps"
                            + " WHERE id = ? AND lease = ?")
                    .params(task.id(), task.lease())
                    .update();
            for (int i = 0; rows == 1 && i < points.size(); i++) {
                Point point = points.get(i);
                database.sql("INSERT INTO course_point VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
                        .params(
                                task.id(),
                                point.lambda(),
                                objects.get(i),
                                point.probability(),
                                point.verdict().name(),
                                point.ssim(),
                                point.changeInside(),
                                point.changeOutside())
                        .update();
            }
        });
        tell(task.tenant(), task.id());
    }

    void fail(Task task, String problem) {
        database.sql("UPDATE course SET state = 'FAILED', due = NULL, lease = NULL, problem = ?"
                        + " WHERE id = ? AND lease = ?")
                .params(problem.substring(0, Math.min(500, problem.length())), task.id(), task.lease())
                .update();
        tell(task.tenant(), task.id());
    }

    private Course course(Row row) {
        List<Point> points = database.sql("SELECT lambda, probability, verdict, ssim, change_inside, change_outside"
                        + " FROM course_point WHERE course = ? ORDER BY lambda")
                .param(row.id())
                .query(Point.class)
                .list();
        return new Course(
                row.id(),
                row.film(),
                row.asked(),
                row.state(),
                row.lambdaList(),
                row.done(),
                row.steps(),
                points,
                row.problem());
    }

    private List<Row> rows(String where, Object... values) {
        return database.sql("SELECT id, film, tenant, asked, state, lambdas, done, steps, attempts, problem FROM course"
                        + " WHERE " + where)
                .params(values)
                .query(Row.class)
                .list();
    }

    private void tell(long tenant, UUID id) {
        events.publishEvent(new CourseChanged(tenant, id));
    }

    private static OffsetDateTime now() {
        return OffsetDateTime.now(ZoneOffset.UTC);
    }
}
