package aerate.server.dicom;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The objects that were made of readings, and whether the archive has them. */
@Repository
class DicomResults {
    private static final String COLUMNS = "film, tenant, hash, kind, study, series, instance, object";

    private final JdbcClient database;

    DicomResults(JdbcClient database) {
        this.database = database;
    }

    /** A film that was read and came as DICOM, whose present reading has no objects yet. */
    record Bare(UUID id, long tenant, String hash) {}

    List<Bare> bare(int most) {
        return database.sql("""
                        SELECT id, tenant, hash FROM film f
                        WHERE state = 'READ' AND study IS NOT NULL
                          AND NOT EXISTS (SELECT 1 FROM dicom_result r WHERE r.film = f.id AND r.hash = f.hash)
                        ORDER BY arrival LIMIT ?""").param(most).query(Bare.class).list();
    }

    /** Both of a reading, or none. */
    @Transactional
    public void add(List<DicomResult> results) {
        for (DicomResult result : results) {
            database.sql("INSERT INTO dicom_result (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            result.film(),
                            result.tenant(),
                            result.hash(),
                            result.kind().name(),
                            result.study(),
                            result.series(),
                            result.instance(),
                            result.object())
                    .update();
        }
    }

    List<DicomResult> ofStudy(long tenant, String study) {
        return list("tenant = ? AND study = ? ORDER BY film, kind", tenant, study);
    }

    /** Not with the archive yet, of a tenant. */
    List<DicomResult> unsent(long tenant, int most) {
        return list("sent IS NULL AND tenant = ? ORDER BY film, hash, kind LIMIT ?", tenant, most);
    }

    void sent(DicomResult result) {
        database.sql("UPDATE dicom_result SET sent = ? WHERE instance = ?")
                .params(OffsetDateTime.now(ZoneOffset.UTC), result.instance())
                .update();
    }

    private List<DicomResult> list(String where, Object... values) {
        return database.sql("SELECT " + COLUMNS + " FROM dicom_result WHERE " + where)
                .params(values)
                .query(DicomResult.class)
                .list();
    }
}
