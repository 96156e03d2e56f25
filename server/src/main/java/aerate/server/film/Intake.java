package aerate.server.film;

import aerate.film.FilmHeader;
import aerate.film.FilmReader;
import aerate.film.UnreadableFilmException;
import aerate.film.dicom.Attribute;
import aerate.film.dicom.DicomHeader;
import aerate.server.BusyException;
import aerate.server.Settings;
import aerate.server.store.ObjectStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Takes films in. What it returns for a film is a promise: the file is on the disk and the row that queues it is committed,
 * so that whatever happens then, the film is read. The same film again, from whoever was not sure, is the same film.
 */
@Service
public class Intake {
    private static final Duration RETRY_AFTER = Duration.ofSeconds(10);
    private static final int LONGEST_NAME = 200;

    private final JdbcClient database;
    private final Films films;
    private final ObjectStore store;
    private final Settings settings;

    Intake(JdbcClient database, Films films, ObjectStore store, Settings settings) {
        this.database = database;
        this.films = films;
        this.store = store;
        this.settings = settings;
    }

    /** The UIDs of a film that came as DICOM; of another, none. */
    private record Uids(String study, String series, String instance) {
        static Uids of(Path file, String name) throws IOException {
            Optional<DicomHeader> header = DicomHeader.of(Files.readAllBytes(file), name);
            return new Uids(
                    text(header, Attribute.STUDY_INSTANCE_UID),
                    text(header, Attribute.SERIES_INSTANCE_UID),
                    text(header, Attribute.SOP_INSTANCE_UID));
        }

        private static String text(Optional<DicomHeader> header, Attribute attribute) {
            return header.flatMap(known -> known.text(attribute))
                    .filter(uid -> uid.length() <= 64)
                    .orElse(null);
        }
    }

    /**
     * Refuses what comes while more films wait than may; to be asked before anything is received.
     *
     * @throws BusyException if so
     */
    public void requireRoom() {
        long waiting = films.waiting();
        if (waiting >= settings.queue()) {
            throw new BusyException(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "at most " + settings.queue() + " films may wait, did " + waiting,
                    RETRY_AFTER);
        }
    }

    /**
     * Accepts a film.
     *
     * @param file which stays the caller's
     * @param name of the file as the sender called it
     * @throws UnreadableFilmException if it is none
     * @throws BusyException if too many films wait
     * @throws ObjectStore.FullException if there is no room for it
     */
    public StoredFilm accept(long tenant, Origin origin, Path file, String name) throws IOException {
        requireRoom();
        String shown = name.substring(Math.max(0, name.length() - LONGEST_NAME));
        FilmHeader header = header(file, shown);
        String sha256 = sha256(file);
        Optional<StoredFilm> known = films.ofContent(tenant, sha256);
        if (known.isPresent()) {
            return known.get();
        }
        Uids uids = Uids.of(file, shown);
        String object = "films/%d/%s/%s".formatted(tenant, sha256.substring(0, 2), sha256);
        try (InputStream content = Files.newInputStream(file)) {
            store.put(object, content);
        }
        UUID id = UUID.randomUUID();
        long arrival =
                database.sql("SELECT nextval('film_arrival')").query(Long.class).single();
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        try {
            database.sql("""
                            INSERT INTO film (id, tenant, arrival, received, origin, name, sha256, object, kind, patient,
                                              taken, study, series, instance, state, due, attempts, place)
                            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'QUEUED', ?, 0, ?)""")
                    .params(
                            id,
                            tenant,
                            arrival,
                            now,
                            origin.name(),
                            shown,
                            sha256,
                            object,
                            header.kind(),
                            header.info().patient().orElse(null),
                            header.info().date().orElse(null),
                            uids.study(),
                            uids.series(),
                            uids.instance(),
                            now,
                            Place.waiting(arrival))
                    .update();
        } catch (DuplicateKeyException e) { // another request brought the same film at the same time
            return films.ofContent(tenant, sha256).orElseThrow(() -> e);
        }
        return films.get(tenant, id);
    }

    /** Without the name of the server's own temporary file. */
    private static FilmHeader header(Path file, String name) throws UnreadableFilmException {
        try {
            return FilmReader.header(file);
        } catch (UnreadableFilmException e) {
            String reason = String.valueOf(e.getMessage());
            String own = file + ": ";
            throw new UnreadableFilmException(
                    name, reason.startsWith(own) ? reason.substring(own.length()) : reason, e);
        }
    }

    private static String sha256(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream content = new DigestInputStream(Files.newInputStream(file), digest)) {
                content.transferTo(java.io.OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform must have SHA-256", e);
        }
    }
}
