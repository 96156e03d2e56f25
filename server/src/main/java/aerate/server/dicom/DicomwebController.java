package aerate.server.dicom;

import aerate.film.FilmReader;
import aerate.film.UnreadableFilmException;
import aerate.film.dicom.Attribute;
import aerate.film.dicom.DicomHeader;
import aerate.server.access.Actor;
import aerate.server.film.FilmPictures;
import aerate.server.film.Films;
import aerate.server.film.Intake;
import aerate.server.film.Origin;
import aerate.server.film.StoredFilm;
import aerate.server.store.ObjectStore;
import jakarta.servlet.http.HttpServletRequest;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** DICOMweb (PS3.18): films in by STOW-RS; films and results of a study out by QIDO-RS and WADO-RS. */
@RestController
class DicomwebController {
    private static final int CANNOT_UNDERSTAND = 0xC000; // PS3.4, table GG.4-1

    private final Intake intake;
    private final Films films;
    private final FilmPictures pictures;
    private final DicomResults results;
    private final ObjectStore store;
    private final long greatest;

    DicomwebController(
            Intake intake,
            Films films,
            FilmPictures pictures,
            DicomResults results,
            ObjectStore store,
            @Value("${spring.servlet.multipart.max-file-size}") DataSize greatest) {
        this.intake = intake;
        this.films = films;
        this.pictures = pictures;
        this.results = results;
        this.store = store;
        this.greatest = greatest.toBytes();
    }

    @PostMapping(path = "/dicomweb/studies", consumes = "multipart/related", produces = DicomJson.TYPE)
    ResponseEntity<Map<String, Object>> store(Actor actor, HttpServletRequest request) throws IOException {
        intake.requireRoom();
        List<DicomJson> taken = new ArrayList<>();
        List<DicomJson> refused = new ArrayList<>();
        RelatedParts parts =
                new RelatedParts(new BufferedInputStream(request.getInputStream()), request.getContentType(), greatest);
        parts.forEach(part -> {
            try {
                taken.add(accepted(actor, part));
            } catch (UnreadableFilmException e) {
                refused.add(new DicomJson().number("00081197", "US", CANNOT_UNDERSTAND));
            }
        });
        DicomJson answer = new DicomJson();
        if (!taken.isEmpty()) {
            answer.items("00081199", taken);
        }
        if (!refused.isEmpty()) {
            answer.items("00081198", refused);
        }
        HttpStatus status =
                refused.isEmpty() ? HttpStatus.OK : taken.isEmpty() ? HttpStatus.CONFLICT : HttpStatus.ACCEPTED;
        return ResponseEntity.status(status).body(answer.attributes());
    }

    private DicomJson accepted(Actor actor, Path part) throws IOException {
        DicomHeader header = DicomHeader.of(Files.readAllBytes(part), "a part")
                .orElseThrow(() -> new UnreadableFilmException("a part", "must be a DICOM file, was not"));
        String sopClass = header.uid(Attribute.SOP_CLASS_UID).value();
        String instance = header.uid(Attribute.SOP_INSTANCE_UID).value();
        header.uid(Attribute.STUDY_INSTANCE_UID);
        FilmReader.header(part);
        intake.accept(actor.tenant(), Origin.DICOMWEB, part, instance);
        return new DicomJson().text("00081150", "UI", sopClass).text("00081155", "UI", instance);
    }

    @GetMapping(path = "/dicomweb/studies/{study}/instances", produces = DicomJson.TYPE)
    List<Map<String, Object>> instances(Actor actor, @PathVariable String study) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (StoredFilm film : films.ofDicom(actor.tenant(), "study", study)) {
            all.add(instance(study, film.series(), film.instance()).attributes());
        }
        for (DicomResult result : results.ofStudy(actor.tenant(), study)) {
            all.add(instance(study, result.series(), result.instance())
                    .text("00080016", "UI", result.kind().sopClass())
                    .text("00080060", "CS", result.kind().modality())
                    .attributes());
        }
        return all;
    }

    private static DicomJson instance(String study, String series, String instance) {
        return new DicomJson()
                .text("0020000D", "UI", study)
                .text("0020000E", "UI", series)
                .text("00080018", "UI", instance);
    }

    /** All of a study. */
    @GetMapping(path = "/dicomweb/studies/{study}")
    ResponseEntity<StreamingResponseBody> study(Actor actor, @PathVariable String study) throws IOException {
        List<Source> sources = sources(actor, study);
        return answer(sources);
    }

    @GetMapping(path = "/dicomweb/studies/{study}/series/{series}/instances/{instance}")
    ResponseEntity<StreamingResponseBody> instance(
            Actor actor, @PathVariable String study, @PathVariable String series, @PathVariable String instance)
            throws IOException {
        return answer(sources(actor, study).stream()
                .filter(source ->
                        source.series().equals(series) && source.instance().equals(instance))
                .toList());
    }

    /** Where the bytes of an instance come from. */
    private record Source(String series, String instance, Bytes bytes) {
        @FunctionalInterface
        interface Bytes {
            byte[] get() throws IOException;
        }
    }

    private List<Source> sources(Actor actor, String study) {
        List<Source> sources = new ArrayList<>();
        for (StoredFilm film : films.ofDicom(actor.tenant(), "study", study)) {
            sources.add(new Source(
                    String.valueOf(film.series()), String.valueOf(film.instance()), () -> pictures.file(film)));
        }
        for (DicomResult result : results.ofStudy(actor.tenant(), study)) {
            sources.add(new Source(result.series(), result.instance(), () -> store.get(result.object())));
        }
        return sources;
    }

    /** The first is fetched before anything is said, so that a store that is away can be told. */
    private static ResponseEntity<StreamingResponseBody> answer(List<Source> sources) throws IOException {
        if (sources.isEmpty()) {
            throw new NoSuchElementException();
        }
        byte[] first = sources.get(0).bytes().get();
        RelatedMessage message = new RelatedMessage();
        return ResponseEntity.ok().header("Content-Type", message.contentType()).body(out -> {
            message.part(out, first);
            for (Source source : sources.subList(1, sources.size())) {
                message.part(out, source.bytes().get());
            }
            message.end(out);
        });
    }
}
