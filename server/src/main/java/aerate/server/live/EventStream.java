package aerate.server.live;

import aerate.server.access.Actor;
import aerate.server.course.CourseChanged;
import aerate.server.film.FilmChanged;
import aerate.server.film.Films;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Server-sent events: films as they change, and the ids of courses that go on. Of this process only; and where too many wait
 * to be told, some are not: who listens asks for the worklist now and then all the same.
 */
@RestController
class EventStream {
    private static final int MOST_UNTOLD = 1000;
    private static final long LONGEST_MS = TimeUnit.HOURS.toMillis(1);

    private final Films films;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    // Of its own, so that who reads films never waits for who listens.
    private final ExecutorService teller = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(MOST_UNTOLD),
            work -> {
                Thread thread = new Thread(work, "events");
                thread.setDaemon(true);
                return thread;
            },
            new ThreadPoolExecutor.DiscardPolicy());

    EventStream(Films films) {
        this.films = films;
    }

    private record Listener(long tenant, SseEmitter emitter) {}

    private record CourseId(UUID course) {}

    @GetMapping("/api/events")
    SseEmitter listen(Actor actor) throws IOException {
        SseEmitter emitter = new SseEmitter(LONGEST_MS);
        Listener listener = new Listener(actor.tenant(), emitter);
        emitter.onCompletion(() -> listeners.remove(listener));
        emitter.onTimeout(emitter::complete);
        emitter.onError(error -> listeners.remove(listener));
        listeners.add(listener);
        emitter.send(SseEmitter.event().comment("listening"));
        return emitter;
    }

    @EventListener
    void film(FilmChanged change) {
        if (!listeners.isEmpty()) {
            teller.execute(() ->
                    films.find(change.tenant(), change.id()).ifPresent(film -> tell(change.tenant(), "film", film)));
        }
    }

    @EventListener
    void course(CourseChanged change) {
        if (!listeners.isEmpty()) {
            teller.execute(() -> tell(change.tenant(), "course", new CourseId(change.id())));
        }
    }

    /** So that who went away is noticed. */
    @Scheduled(fixedDelay = 20_000)
    void beat() {
        listeners.forEach(listener -> send(listener, SseEmitter.event().comment("beat")));
    }

    private void tell(long tenant, String name, Object data) {
        listeners.stream()
                .filter(listener -> listener.tenant() == tenant)
                .forEach(
                        listener -> send(listener, SseEmitter.event().name(name).data(data)));
    }

    private void send(Listener listener, SseEmitter.SseEventBuilder event) {
        try {
            listener.emitter().send(event);
        } catch (IOException | IllegalStateException e) {
            listeners.remove(listener);
        }
    }

    /** First of all, since a server that ends waits for its answers, and these would not end. */
    @EventListener
    void end(ContextClosedEvent closing) {
        teller.shutdownNow();
        listeners.forEach(listener -> {
            try {
                listener.emitter().complete();
            } catch (IllegalStateException e) {
                listeners.remove(listener); // it went away at the same moment
            }
        });
    }
}
