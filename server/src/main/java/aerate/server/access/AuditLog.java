package aerate.server.access;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who saw and did what, in rows that the database lets nobody change. */
@Repository
public class AuditLog {
    private final JdbcClient database;

    AuditLog(JdbcClient database) {
        this.database = database;
    }

    /**
     * A request that was answered.
     *
     * @param action method and pattern of the path, without anything that the asker put in
     * @param subject the id in the path, if there is one
     * @param outcome the answer's status
     */
    public record Entry(long id, OffsetDateTime at, String actor, String action, String subject, int outcome) {}

    void write(Optional<Actor> actor, String action, String subject, int outcome) {
        database.sql("INSERT INTO audit (at, tenant, actor, action, subject, outcome) VALUES (?, ?, ?, ?, ?, ?)")
                .params(
                        OffsetDateTime.now(ZoneOffset.UTC),
                        actor.map(Actor::tenant).orElse(null),
                        actor.map(Actor::name).orElse("nobody"),
                        action,
                        subject,
                        outcome)
                .update();
    }

    /** Of a tenant, newest first; before an id, where there are more. */
    List<Entry> of(long tenant, long before, int size) {
        return database.sql("SELECT id, at, actor, action, subject, outcome FROM audit"
                        + " WHERE tenant = ? AND id < ? ORDER BY id DESC LIMIT ?")
                .params(tenant, before, size)
                .query(Entry.class)
                .list();
    }
}
