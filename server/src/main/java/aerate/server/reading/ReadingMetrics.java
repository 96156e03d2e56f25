package aerate.server.reading;

import aerate.server.film.Films;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** What Prometheus is told: the queue's length, how long films take, what is said of them. */
@Component
class ReadingMetrics {
    private final MeterRegistry registry;
    private final Timer time;
    private final Counter failures;

    ReadingMetrics(MeterRegistry registry, Films films) {
        this.registry = registry;
        this.time = Timer.builder("aerate.reading")
                .description("diagnosis and heat map of a film")
                .publishPercentiles(0.5, 0.95)
                .register(registry);
        this.failures = Counter.builder("aerate.films.failed")
                .description("films that could not be read")
                .register(registry);
        Gauge.builder("aerate.queue", films, ReadingMetrics::waiting)
                .description("films that wait or are being read")
                .register(registry);
    }

    void read(StoredReading reading) {
        time.record(Duration.ofMillis(reading.milliseconds()));
        registry.counter(
                        "aerate.verdicts",
                        "verdict",
                        reading.verdict().name(),
                        "unlike",
                        String.valueOf(reading.unlike()),
                        "model",
                        reading.model())
                .increment();
    }

    void failed() {
        failures.increment();
    }

    private static double waiting(Films films) {
        try {
            return films.waiting();
        } catch (DataAccessException e) {
            return Double.NaN;
        }
    }
}
