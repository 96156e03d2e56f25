package aerate.server.film;

import aerate.film.Label;
import aerate.film.UnreadableFilmException;
import aerate.server.access.Actor;
import com.fasterxml.jackson.annotation.JsonFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Films in, and the worklist. */
@RestController
class FilmController {
    private final Films films;
    private final Intake intake;
    private final FilmPictures pictures;

    FilmController(Films films, Intake intake, FilmPictures pictures) {
        this.films = films;
        this.intake = intake;
        this.pictures = pictures;
    }

    /** What became of one file: the id of its film, or why there is none. */
    record Accepted(String name, UUID id, String problem) {}

    /** A page of the worklist; {@code next} is what {@code after} is on the page after it, where there is one. */
    record Worklist(
            List<StoredFilm> films,
            @JsonFormat(shape = JsonFormat.Shape.STRING) Long next) {}

    @PostMapping(path = "/api/films", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<List<Accepted>> upload(Actor actor, @RequestPart("films") List<MultipartFile> files)
            throws IOException {
        intake.requireRoom();
        List<Accepted> answers = new ArrayList<>();
        for (MultipartFile file : files) {
            answers.add(accept(actor, file));
        }
        boolean any = answers.stream().anyMatch(answer -> answer.id() != null);
        return ResponseEntity.status(any ? HttpStatus.ACCEPTED : HttpStatus.UNPROCESSABLE_ENTITY)
                .body(answers);
    }

    private Accepted accept(Actor actor, MultipartFile file) throws IOException {
        String name = Optional.ofNullable(file.getOriginalFilename()).orElse("film");
        Path part = Files.createTempFile("aerate", ".film");
        try {
            file.transferTo(part);
            return new Accepted(
                    name,
                    intake.accept(actor.tenant(), Origin.UPLOAD, part, name).id(),
                    null);
        } catch (UnreadableFilmException e) {
            return new Accepted(name, null, e.getMessage());
        } finally {
            Files.deleteIfExists(part);
        }
    }

    @GetMapping("/api/films")
    Worklist worklist(
            Actor actor,
            @RequestParam(required = false) State state,
            @RequestParam(required = false) Label verdict,
            @RequestParam(required = false) Boolean unlike,
            @RequestParam(required = false) Boolean reviewed,
            @RequestParam(required = false) OffsetDateTime from,
            @RequestParam(required = false) OffsetDateTime to,
            @RequestParam(defaultValue = "URGENCY") WorklistQuery.Sort sort,
            @RequestParam(defaultValue = "50") int size,
            @RequestParam(required = false) Long after) {
        WorklistQuery query = new WorklistQuery(state, verdict, unlike, reviewed, from, to, sort, size, after);
        List<StoredFilm> page = films.page(actor.tenant(), query);
        return page.size() <= size
                ? new Worklist(page, null)
                : new Worklist(page.subList(0, size), sort.of(page.get(size - 1)));
    }

    @GetMapping("/api/films/counts")
    Films.Counts counts(Actor actor) {
        return films.counts(actor.tenant());
    }

    @GetMapping(path = "/api/films/{id}/image", produces = MediaType.IMAGE_PNG_VALUE)
    byte[] image(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "8") int depth,
            @RequestParam(required = false) Integer side)
            throws IOException {
        return pictures.image(films.get(actor.tenant(), id), depth, Optional.ofNullable(side));
    }

    @GetMapping(path = "/api/films/{id}/file", produces = MediaType.APPLICATION_OCTET_STREAM_VALUE)
    ResponseEntity<byte[]> file(Actor actor, @PathVariable UUID id) throws IOException {
        byte[] content = pictures.file(films.get(actor.tenant(), id));
        return ResponseEntity.ok().header("Content-Disposition", "attachment").body(content);
    }
}
