package aerate.server.page;

import aerate.server.Client;
import aerate.server.Clinic;
import aerate.server.ManyFilms;
import aerate.server.TinyModels;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Measures the worklist of 100,000 films over loopback: answers of the interface, for one who asks and for eight at once, and
 * the page in Chromium, from the address to the first film. A benchmark and no test, which its name keeps it from: {@code ./mvnw
 * -pl server -am test -Dtest=WorklistLoad -Dsurefire.failIfNoSpecifiedTests=false}
 */
class WorklistLoad {
    private static final int MANY = 100_000;
    private static final int AT_ONCE = 8;
    private static final int VISITS = 20;

    @TempDir
    private Path folder;

    @Test
    void worklist_ofManyFilms() throws IOException, InterruptedException, ExecutionException {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                Clinic clinic = Clinic.start(
                        folder.resolve("data"),
                        TinyModels.classifier(folder.resolve("tiny"), 1),
                        Map.of(
                                "spring.datasource.url",
                                postgres.getJdbcUrl("postgres", "postgres"),
                                "spring.datasource.username",
                                "postgres"))) {
            ManyFilms.in(clinic, MANY);
            for (String question : ManyFilms.QUESTIONS) {
                ManyFilms.p95(clinic.admin(), question); // a server that has just started compiles its code yet
                System.out.printf(
                        "%-50s p95 %4d ms, for %d at once %4d ms%n",
                        question,
                        ManyFilms.p95(clinic.admin(), question).toMillis(),
                        AT_ONCE,
                        together(clinic, question).toMillis());
            }
            List<Double> visits = visits(clinic);
            System.out.printf(
                    "the page: median %.0f ms, slowest of %d %.0f ms%n",
                    visits.get(VISITS / 2), VISITS, visits.get(VISITS - 1));
        }
    }

    /** The longest p95 of those who ask at once. */
    private static Duration together(Clinic clinic, String question)
            throws IOException, InterruptedException, ExecutionException {
        Client admin = clinic.admin();
        ExecutorService readers = Executors.newFixedThreadPool(AT_ONCE);
        try {
            Callable<Duration> asks = () -> ManyFilms.p95(admin, question);
            Duration longest = Duration.ZERO;
            for (Future<Duration> each : readers.invokeAll(Collections.nCopies(AT_ONCE, asks))) {
                longest = each.get().compareTo(longest) > 0 ? each.get() : longest;
            }
            return longest;
        } finally {
            readers.shutdown();
        }
    }

    /** Milliseconds from the address to the first film in the list, sorted. */
    private static List<Double> visits(Clinic clinic) {
        try (Browser browser = Browser.open(1440, 900)) {
            browser.before("""
                    new MutationObserver((changes, observer) => {
                      if (document.querySelector('.films li')) {
                        window.firstFilm = performance.now();
                        observer.disconnect();
                      }
                    }).observe(document, { childList: true, subtree: true });""");
            browser.go("http://127.0.0.1:" + clinic.port() + "/");
            browser.logIn("admin", clinic.password());
            browser.see(".films li");
            List<Double> times = new ArrayList<>();
            for (int i = 0; i < VISITS; i++) {
                browser.go("http://127.0.0.1:" + clinic.port() + "/");
                browser.see(".films li");
                times.add(((Number) browser.run("return window.firstFilm")).doubleValue());
            }
            Collections.sort(times);
            return times;
        }
    }
}
