package aerate.server.reading;

import aerate.film.Film;
import aerate.film.Label;
import aerate.reading.heatmap.HeatMap;
import aerate.report.Overlay;
import aerate.server.access.Actor;
import aerate.server.film.FilmPictures;
import aerate.server.film.Films;
import aerate.server.film.StoredFilm;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is said of films, by models and by radiologists. */
@RestController
class ReadingController {
    private final Films films;
    private final FilmPictures pictures;
    private final Readings readings;
    private final Opinions opinions;
    private final Queue queue;
    private final ReadingRoom room;

    ReadingController(
            Films films, FilmPictures pictures, Readings readings, Opinions opinions, Queue queue, ReadingRoom room) {
        this.films = films;
        this.pictures = pictures;
        this.readings = readings;
        this.opinions = opinions;
        this.queue = queue;
        this.room = room;
    }

    /** All that is known of a film; {@code patient} are the same patient's, itself among them. */
    record FilmPage(
            StoredFilm film, List<StoredReading> readings, List<Opinions.Opinion> opinions, List<StoredFilm> patient) {}

    record Said(Label verdict) {}

    record Named(String name) {}

    /** How a heat map is drawn. */
    enum Kind {
        OVERLAY,
        MAP
    }

    @GetMapping("/api/films/{id}")
    FilmPage film(Actor actor, @PathVariable UUID id) {
        StoredFilm film = films.get(actor.tenant(), id);
        return new FilmPage(film, readings.of(id), opinions.of(id), films.ofPatient(actor.tenant(), film));
    }

    @GetMapping(path = "/api/films/{id}/heatmap", produces = MediaType.IMAGE_PNG_VALUE)
    byte[] heatMap(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "OVERLAY") Kind kind,
            @RequestParam(required = false) String model)
            throws IOException {
        StoredFilm film = films.get(actor.tenant(), id);
        HeatMap map =
                readings.find(id, Optional.ofNullable(model)).orElseThrow().heatMap();
        if (kind == Kind.MAP) {
            return png(HeatMapPicture.of(map, film.width(), film.height()));
        }
        return pictures.of(film, decoded -> png(overlay(decoded, map)));
    }

    @PostMapping("/api/films/{id}/readings")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void again(Actor actor, @PathVariable UUID id) {
        StoredFilm film = films.get(actor.tenant(), id);
        if (readings.find(id, Optional.of(room.hash())).isEmpty()) {
            queue.again(actor.tenant(), film);
        }
    }

    @PostMapping("/api/films/{id}/opinions")
    @ResponseStatus(HttpStatus.CREATED)
    Opinions.Opinion say(Actor actor, @PathVariable UUID id, @RequestBody Said said) {
        if (said.verdict() == null) {
            throw new IllegalArgumentException("verdict must be NORMAL or PNEUMONIA, was missing");
        }
        return opinions.say(actor, films.get(actor.tenant(), id), said.verdict());
    }

    @GetMapping("/api/agreement")
    List<Opinions.Day> agreement(Actor actor, @RequestParam(defaultValue = "90") int days) {
        return opinions.agreement(
                actor.tenant(), OffsetDateTime.now(ZoneOffset.UTC).minusDays(days));
    }

    @GetMapping("/api/models")
    List<ReadingRoom.Model> models() throws IOException {
        return room.models();
    }

    @PutMapping("/api/models/current")
    ReadingRoom.Model exchange(@RequestBody Named model) throws IOException {
        return room.exchange(model.name());
    }

    private static BufferedImage overlay(Film film, HeatMap map) {
        return Overlay.paint(film, map.evidence(), map.width(), map.height());
    }

    private static byte[] png(BufferedImage picture) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        return bytes.toByteArray();
    }
}
