package aerate.server;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A hospital's worth of films, in the database only, and what a worklist asks of them. */
public final class ManyFilms {
    /** What is asked, to be followed by more parameters. */
    public static final List<String> QUESTIONS = List.of(
            "/api/films?",
            "/api/films?sort=received&",
            "/api/films?verdict=pneumonia&reviewed=false&",
            "/api/films?unlike=true&",
            "/api/films?state=failed&",
            "/api/films/counts?");

    private static final int TIMES = 40;

    private ManyFilms() {}

    /** Enters so many films of the first tenant; on PostgreSQL. */
    public static void in(Clinic clinic, int many) {
        clinic.part(JdbcClient.class).sql("""
                        INSERT INTO film (id, tenant, arrival, received, origin, sha256, object, kind, state, attempts,
                                          verdict, probability, unlike, model, hash, read_at, opinion, place)
                        SELECT gen_random_uuid(), 1, 1000000 + i, now() - i * interval '1 minute', 'UPLOAD', 's' || i, 'o',
                               'PNG', 'READ', 1, CASE WHEN i % 5 = 0 THEN 'PNEUMONIA' ELSE 'NORMAL' END,
                               (i % 1000) / 1000.0, i % 97 = 0, 'many', 'many', now(),
                               CASE WHEN i % 3 = 0 THEN 'NORMAL' END,
                               (CASE WHEN i % 5 = 0 THEN 4000000 ELSE 1000000 END + i % 1000)::bigint * 1099511627776 + i
                        FROM generate_series(1, ?) AS i""").param(many).update();
        clinic.part(JdbcClient.class).sql("VACUUM ANALYZE film").update();
    }

    /** The time that nineteen of twenty answers take at most, page after page. */
    public static Duration p95(Client admin, String path) throws IOException, InterruptedException {
        long[] times = new long[TIMES];
        String after = "";
        for (int i = 0; i < times.length; i++) {
            long start = System.nanoTime();
            JsonNode page = admin.get(path + after).was(200).json();
            times[i] = System.nanoTime() - start;
            after = page.has("next") ? "after=" + page.at("/next").asLong() : "";
        }
        Arrays.sort(times);
        return Duration.ofNanos(times[times.length * 95 / 100]);
    }
}
