package aerate.server.operation;

import aerate.server.access.Actor;
import aerate.server.reading.ReadingRoom;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How the films of late compare, for the model in use. */
@RestController
class DriftController {
    private static final int MOST_LATE = 10_000;
    private static final int FIRST = 500;
    private static final int MOST_DAYS = 3650;

    private final JdbcClient database;
    private final ReadingRoom room;

    DriftController(JdbcClient database, ReadingRoom room) {
        this.database = database;
        this.room = room;
    }

    private record Row(double probability, Double share) {}

    @GetMapping("/api/drift")
    Drift drift(Actor actor, @RequestParam(defaultValue = "30") int days) {
        if (days < 1 || days > MOST_DAYS) {
            throw new IllegalArgumentException("days must be in [1, " + MOST_DAYS + "], was " + days);
        }
        String hash = room.hash();
        OffsetDateTime since = OffsetDateTime.now(ZoneOffset.UTC).minusDays(days);
        List<Row> late =
                rows(" AND r.read_at >= ? ORDER BY r.read_at DESC LIMIT ?", actor.tenant(), hash, since, MOST_LATE);
        List<Row> first = rows(" ORDER BY r.read_at LIMIT ?", actor.tenant(), hash, FIRST);
        double[] shares = late.stream()
                .map(Row::share)
                .filter(Objects::nonNull)
                .mapToDouble(Double::doubleValue)
                .toArray();
        return Drift.of(hash, probabilities(late), probabilities(first), shares);
    }

    private List<Row> rows(String more, Object... values) {
        return database.sql("SELECT r.probability, r.share FROM reading r JOIN film f ON f.id = r.film"
                        + " WHERE f.tenant = ? AND r.hash = ?" + more)
                .params(values)
                .query(Row.class)
                .list();
    }

    private static double[] probabilities(List<Row> rows) {
        return rows.stream().mapToDouble(Row::probability).toArray();
    }
}
