package aerate.server.dicom;

import aerate.film.dicom.Uid;
import aerate.server.access.Actor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The worklist service of DICOMweb (UPS-RS, PS3.18, chapter 11), as far as a task requester of IHE AIW-I needs it: work is
 * asked for, looked up, and called off. The server performs it itself, so that nobody else may claim it.
 */
@RestController
class WorkitemController {
    private static final String STATE = "00741000";
    private static final int LONGEST = 20_000;
    private static final int MOST = 200;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Workitems items;
    private final DicomResults results;

    WorkitemController(Workitems items, DicomResults results) {
        this.items = items;
        this.results = results;
    }

    @PostMapping(
            path = "/dicomweb/workitems",
            consumes = {DicomJson.TYPE, "application/json"})
    ResponseEntity<Void> create(Actor actor, HttpServletRequest request, @RequestBody JsonNode body)
            throws JsonProcessingException {
        JsonNode dataset = body.isArray() ? body.path(0) : body;
        String state = value(dataset, STATE);
        if (!state.equals(Workitem.State.SCHEDULED.word())) {
            throw new IllegalArgumentException("a new procedure step's state must be SCHEDULED, was " + state);
        }
        Uid instance = new Uid(firstInstance(dataset));
        String asked = request.getQueryString() == null ? value(dataset, "00080018") : request.getQueryString();
        Uid uid = asked.isEmpty() ? Uid.fresh() : new Uid(asked);
        String text = JSON.writeValueAsString(dataset);
        if (!dataset.isObject() || text.length() > LONGEST) {
            throw new IllegalArgumentException("a work item must be one data set of at most " + LONGEST + " letters");
        }
        items.add(new Workitem(
                uid.value(), actor.tenant(), Workitem.State.SCHEDULED, text, instance.value(), null, null));
        return ResponseEntity.created(URI.create("/dicomweb/workitems/" + uid)).build();
    }

    @GetMapping(path = "/dicomweb/workitems", produces = DicomJson.TYPE)
    List<JsonNode> search(Actor actor, @RequestParam(name = "ProcedureStepState", required = false) String state)
            throws JsonProcessingException {
        List<JsonNode> found = new ArrayList<>();
        for (Workitem item : items.of(actor.tenant(), Optional.ofNullable(state).map(Workitem.State::of), MOST)) {
            found.add(dataset(item));
        }
        return found;
    }

    @GetMapping(path = "/dicomweb/workitems/{workitem}", produces = DicomJson.TYPE)
    List<JsonNode> retrieve(Actor actor, @PathVariable String workitem) throws JsonProcessingException {
        return List.of(dataset(items.get(actor.tenant(), workitem)));
    }

    /** Calls off what has not begun; what has is soon done. */
    @PostMapping("/dicomweb/workitems/{workitem}/cancelrequest")
    ResponseEntity<Void> cancel(Actor actor, @PathVariable String workitem) {
        Workitem item = items.get(actor.tenant(), workitem);
        boolean ended =
                items.end(item.uid(), Workitem.State.SCHEDULED, Workitem.State.CANCELED, "Cancelled by the requester");
        return ResponseEntity.status(ended ? HttpStatus.ACCEPTED : HttpStatus.CONFLICT)
                .build();
    }

    private JsonNode dataset(Workitem item) throws JsonProcessingException {
        ObjectNode dataset = (ObjectNode) JSON.readTree(item.dataset());
        DicomJson state = new DicomJson()
                .text("00080016", "UI", "1.2.840.10008.5.1.4.34.6.1")
                .text("00080018", "UI", item.uid())
                .text(STATE, "CS", item.state().word());
        if (item.reason() != null) {
            state.items("00741002", List.of(new DicomJson().text("00741238", "LT", item.reason())));
        }
        if (item.state() == Workitem.State.COMPLETED) {
            DicomJson performed = new DicomJson().items("00404033", outputs(item.film()));
            state.items("00741216", List.of(performed));
        }
        dataset.setAll((ObjectNode) JSON.valueToTree(state.attributes()));
        return dataset;
    }

    /** Output information (PS3.3, table 10-3b): study, series and instance of each result. */
    private List<DicomJson> outputs(UUID film) {
        return results.ofFilm(film).stream()
                .map(result -> {
                    DicomJson reference = new DicomJson()
                            .text("00081150", "UI", result.kind().sopClass())
                            .text("00081155", "UI", result.instance());
                    return new DicomJson()
                            .text("0020000D", "UI", result.study())
                            .text("0020000E", "UI", result.series())
                            .items("00081199", List.of(reference));
                })
                .toList();
    }

    /** That of the first input; inputs name study, series and instances. */
    private static String firstInstance(JsonNode dataset) {
        return StreamSupport.stream(dataset.path("00404021").path("Value").spliterator(), false)
                .flatMap(input -> StreamSupport.stream(
                        input.path("00081199").path("Value").spliterator(), false))
                .map(reference -> value(reference, "00081155"))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a work item must name an instance in its input"
                        + " information (0040,4021), (0008,1199), named none"));
    }

    private static String value(JsonNode dataset, String tag) {
        return dataset.path(tag).path("Value").path(0).asText();
    }
}
