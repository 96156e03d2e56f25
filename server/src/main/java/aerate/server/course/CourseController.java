package aerate.server.course;

import aerate.server.BusyException;
import aerate.server.Settings;
import aerate.server.access.Actor;
import aerate.server.film.Films;
import aerate.server.film.State;
import aerate.server.film.StoredFilm;
import aerate.server.store.ObjectStore;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Courses on demand. */
@RestController
class CourseController {
    private static final List<Integer> LAMBDAS = List.of(0, 100, 200, 300, 400, 500, 600);
    private static final int MOST_LAMBDAS = 20;
    private static final int MOST_WAITING = 20;

    private final Courses courses;
    private final Films films;
    private final ObjectStore store;
    private final Settings settings;

    CourseController(Courses courses, Films films, ObjectStore store, Settings settings) {
        this.courses = courses;
        this.films = films;
        this.store = store;
        this.settings = settings;
    }

    record Wish(List<Integer> lambdas) {
        Wish {
            lambdas = lambdas == null
                    ? LAMBDAS
                    : lambdas.stream().sorted().distinct().toList();
            if (lambdas.isEmpty() || lambdas.size() > MOST_LAMBDAS || lambdas.get(0) < 0) {
                throw new IllegalArgumentException(
                        "lambdas must be 1 to " + MOST_LAMBDAS + " numbers from 0, were " + lambdas);
            }
        }
    }

    @PostMapping("/api/films/{id}/courses")
    ResponseEntity<Courses.Course> ask(Actor actor, @PathVariable UUID id, @RequestBody Wish wish) {
        StoredFilm film = films.get(actor.tenant(), id);
        if (settings.denoiser().isEmpty() || film.state() != State.READ) {
            return ResponseEntity.status(HttpStatus.CONFLICT).build();
        }
        if (courses.waiting() >= MOST_WAITING) {
            throw new BusyException(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "at most " + MOST_WAITING + " courses may wait",
                    Duration.ofSeconds(60));
        }
        return ResponseEntity.accepted().body(courses.ask(actor, film, wish.lambdas()));
    }

    @GetMapping("/api/films/{id}/courses")
    List<Courses.Course> ofFilm(Actor actor, @PathVariable UUID id) {
        return courses.of(actor.tenant(), films.get(actor.tenant(), id).id());
    }

    @GetMapping("/api/courses/{id}")
    Courses.Course course(Actor actor, @PathVariable UUID id) {
        return courses.get(actor.tenant(), id);
    }

    @GetMapping(path = "/api/courses/{id}/films/{lambda}", produces = MediaType.IMAGE_PNG_VALUE)
    byte[] film(Actor actor, @PathVariable UUID id, @PathVariable int lambda) throws IOException {
        return store.get(courses.object(courses.get(actor.tenant(), id).id(), lambda));
    }

    @DeleteMapping("/api/courses/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(Actor actor, @PathVariable UUID id) {
        courses.cancel(actor.tenant(), courses.get(actor.tenant(), id).id());
    }
}
