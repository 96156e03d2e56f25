package aerate.server.reading;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What models said of films: one row for a film and a model, never changed. */
@Repository
public class Readings {
    private final JdbcClient database;

    Readings(JdbcClient database) {
        this.database = database;
    }

    /** Of a film, the latest first. */
    public List<StoredReading> of(UUID film) {
        return database.sql("SELECT " + StoredReading.COLUMNS + " FROM reading WHERE film = ? ORDER BY read_at DESC")
                .param(film)
                .query(StoredReading.class)
                .list();
    }

    /** Of a film by a model; the latest where none is named. */
    public Optional<StoredReading> find(UUID film, Optional<String> hash) {
        return of(film).stream()
                .filter(reading -> hash.isEmpty() || hash.get().equals(reading.hash()))
                .findFirst();
    }

    /** Nothing, where the model has read the film before: to be called by who has the film's row locked. */
    void add(UUID film, StoredReading reading) {
        if (find(film, Optional.of(reading.hash())).isPresent()) {
            return;
        }
        database.sql("INSERT INTO reading (film, " + StoredReading.COLUMNS
                        + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        film,
                        reading.hash(),
                        reading.model(),
                        reading.probability(),
                        reading.threshold(),
                        reading.chosen(),
                        reading.verdict().name(),
                        reading.unlike(),
                        reading.share(),
                        reading.method(),
                        reading.mapWidth(),
                        reading.mapHeight(),
                        reading.map(),
                        reading.readAt(),
                        reading.milliseconds())
                .update();
    }
}
