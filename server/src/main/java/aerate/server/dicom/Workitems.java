package aerate.server.dicom;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The work items of the database. */
@Repository
class Workitems {
    private static final String COLUMNS = "uid, tenant, state, dataset, instance, film, reason";

    private final JdbcClient database;

    Workitems(JdbcClient database) {
        this.database = database;
    }

    /** @throws org.springframework.dao.DuplicateKeyException if there is one of that identifier */
    void add(Workitem item) {
        database.sql("INSERT INTO workitem (" + COLUMNS + ", made) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        item.uid(),
                        item.tenant(),
                        item.state().name(),
                        item.dataset(),
                        item.instance(),
                        item.film(),
                        item.reason(),
                        OffsetDateTime.now(ZoneOffset.UTC))
                .update();
    }

    /** @throws java.util.NoSuchElementException if the tenant has none of that identifier */
    Workitem get(long tenant, String uid) {
        return list("tenant = ? AND uid = ?", tenant, uid).stream().findFirst().orElseThrow();
    }

    List<Workitem> of(long tenant, Optional<Workitem.State> state, int most) {
        return state.isPresent()
                ? list(
                        "tenant = ? AND state = ? ORDER BY made LIMIT ?",
                        tenant,
                        state.get().name(),
                        most)
                : list("tenant = ? ORDER BY made LIMIT ?", tenant, most);
    }

    List<Workitem> unfinished(int most) {
        return list("state IN ('SCHEDULED', 'IN_PROGRESS') ORDER BY made LIMIT ?", most);
    }

    /** Claims the item for a film that is here; whether nobody else did, or cancelled it. */
    boolean claim(Workitem item, UUID film) {
        return database.sql("UPDATE workitem SET state = 'IN_PROGRESS', film = ? WHERE uid = ? AND state = 'SCHEDULED'")
                        .params(film, item.uid())
                        .update()
                == 1;
    }

    /** Ends an item that is in a state; whether it was. */
    boolean end(String uid, Workitem.State from, Workitem.State to, String reason) {
        return database.sql("UPDATE workitem SET state = ?, reason = ? WHERE uid = ? AND state = ?")
                        .params(to.name(), reason, uid, from.name())
                        .update()
                == 1;
    }

    private List<Workitem> list(String where, Object... values) {
        return database.sql("SELECT " + COLUMNS + " FROM workitem WHERE " + where)
                .params(values)
                .query(Workitem.class)
                .list();
    }
}
