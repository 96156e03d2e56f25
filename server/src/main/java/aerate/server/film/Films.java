package aerate.server.film;

import aerate.film.Label;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The films of the database. Who asks says of which tenant; another's are not there. */
@Repository
public class Films {
    private final JdbcClient database;
    private final Map<Long, Counted> counted = new ConcurrentHashMap<>();

    Films(JdbcClient database) {
        this.database = database;
    }

    /**
     * How many films are what.
     *
     * @param unreviewed read, and without a radiologist's opinion
     */
    public record Counts(
            long queued,
            long reading,
            long read,
            long failed,
            long pneumonia,
            long normal,
            long unlike,
            long unreviewed) {}

    /**
     * The film of an id.
     *
     * @throws java.util.NoSuchElementException if the tenant has none
     */
    public StoredFilm get(long tenant, UUID id) {
        return find(tenant, id).orElseThrow();
    }

    public Optional<StoredFilm> find(long tenant, UUID id) {
        return list("tenant = ? AND id = ?", tenant, id).stream().findFirst();
    }

    Optional<StoredFilm> ofContent(long tenant, String sha256) {
        return list("tenant = ? AND sha256 = ?", tenant, sha256).stream().findFirst();
    }

    /** Films of the same patient, by the day on which they were taken; of a film of nobody known, itself. */
    public List<StoredFilm> ofPatient(long tenant, StoredFilm film) {
        return film.patient() == null
                ? List.of(film)
                : list("tenant = ? AND patient = ? ORDER BY taken, arrival", tenant, film.patient());
    }

    /** Films of a DICOM study, series or instance: those of the given UIDs, in the order of arrival. */
    public List<StoredFilm> ofDicom(long tenant, String column, String uid) {
        return switch (column) {
            case "study" -> list("tenant = ? AND study = ? ORDER BY arrival", tenant, uid);
            case "instance" -> list("tenant = ? AND instance = ? ORDER BY arrival", tenant, uid);
            default -> throw new IllegalArgumentException("column must be study or instance, was " + column);
        };
    }

    /** Where the store has the film's file. */
    public String object(UUID id) {
        return database.sql("SELECT object FROM film WHERE id = ?")
                .param(id)
                .query(String.class)
                .single();
    }

    List<StoredFilm> page(long tenant, WorklistQuery query) {
        List<Object> values = new ArrayList<>(List.of(tenant));
        String where = query.where(values);
        return list("tenant = ?" + where, values.toArray());
    }

    /** As of a second ago at most: many may ask, and it takes a walk over all films. */
    Counts counts(long tenant) {
        return counted.compute(tenant, (key, last) -> last != null && last.isFresh() ? last : new Counted(count(key)))
                .counts();
    }

    private record Counted(Counts counts, long at) {
        private static final long FRESH_NS = 1_000_000_000;

        Counted(Counts counts) {
            this(counts, System.nanoTime());
        }

        boolean isFresh() {
            return System.nanoTime() - at < FRESH_NS;
        }
    }

    private Counts count(long tenant) {
        List<Group> groups = database.sql("SELECT state, verdict, unlike, opinion, count(*) AS films FROM film"
                        + " WHERE tenant = ? GROUP BY state, verdict, unlike, opinion")
                .param(tenant)
                .query(Group.class)
                .list();
        return new Counts(
                sum(groups, group -> group.state() == State.QUEUED),
                sum(groups, group -> group.state() == State.READING),
                sum(groups, group -> group.state() == State.READ),
                sum(groups, group -> group.state() == State.FAILED),
                sum(groups, group -> group.verdict() == Label.PNEUMONIA),
                sum(groups, group -> group.verdict() == Label.NORMAL),
                sum(groups, group -> Boolean.TRUE.equals(group.unlike())),
                sum(groups, group -> group.state() == State.READ && group.opinion() == null));
    }

    private record Group(State state, Label verdict, Boolean unlike, Label opinion, long films) {}

    private static long sum(List<Group> groups, Predicate<Group> which) {
        return groups.stream().filter(which).mapToLong(Group::films).sum();
    }

    /** Films that wait or are being read, of all tenants. */
    public long waiting() {
        return database.sql("SELECT count(*) FROM film WHERE due IS NOT NULL")
                .query(Long.class)
                .single();
    }

    /** Remembers a radiologist's latest opinion, for the worklist. */
    public void setOpinion(UUID id, Label opinion) {
        database.sql("UPDATE film SET opinion = ? WHERE id = ?")
                .params(opinion.name(), id)
                .update();
    }

    private List<StoredFilm> list(String where, Object... values) {
        return database.sql("SELECT " + StoredFilm.COLUMNS + " FROM film WHERE " + where)
                .params(values)
                .query(StoredFilm.class)
                .list();
    }
}
