package aerate.server.fhir;

import aerate.film.Label;
import aerate.server.access.Actor;
import aerate.server.film.Films;
import aerate.server.film.StoredFilm;
import aerate.server.reading.Readings;
import aerate.server.reading.StoredReading;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A film's latest reading as a FHIR R4 DiagnosticReport, with its probability as a contained Observation. */
@RestController
class DiagnosticReportController {
    private static final String NOTICE = "Research use only: not for diagnosis.";

    private final Films films;
    private final Readings readings;

    DiagnosticReportController(Films films, Readings readings) {
        this.films = films;
        this.readings = readings;
    }

    @GetMapping(path = "/fhir/DiagnosticReport/{id}", produces = "application/fhir+json")
    Map<String, Object> report(Actor actor, @PathVariable UUID id) {
        StoredFilm film = films.get(actor.tenant(), id);
        StoredReading reading = readings.find(id, Optional.empty()).orElseThrow();
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("resourceType", "DiagnosticReport");
        report.put("id", id.toString());
        report.put("contained", List.of(observation(reading), device(reading)));
        if (film.study() != null) {
            report.put("identifier", List.of(identifier("urn:oid:" + film.instance())));
            report.put("imagingStudy", List.of(Map.of("identifier", identifier("urn:oid:" + film.study()))));
        }
        report.put("status", "preliminary"); // nobody has verified it
        report.put("category", List.of(coded("http://terminology.hl7.org/CodeSystem/v2-0074", "RAD", "Radiology")));
        report.put("code", coded("http://loinc.org", "36643-5", "XR Chest 2 Views"));
        report.put("effectiveDateTime", reading.readAt().toString());
        report.put("issued", reading.readAt().toString());
        report.put("result", List.of(Map.of("reference", "#probability")));
        report.put("conclusion", conclusion(reading));
        if (reading.verdict() == Label.PNEUMONIA) {
            report.put("conclusionCode", List.of(coded("http://snomed.info/sct", "233604007", "Pneumonia")));
        }
        return report;
    }

    private static Map<String, Object> observation(StoredReading reading) {
        Map<String, Object> observation = new LinkedHashMap<>();
        observation.put("resourceType", "Observation");
        observation.put("id", "probability");
        observation.put("status", "preliminary");
        observation.put("code", Map.of("text", "Probability of pneumonia, calibrated"));
        observation.put("device", Map.of("reference", "#model"));
        observation.put("valueQuantity", Map.of("value", reading.probability(), "unit", "1"));
        observation.put(
                "referenceRange",
                List.of(Map.of("high", Map.of("value", reading.threshold()), "text", reading.chosen())));
        return observation;
    }

    private static Map<String, Object> device(StoredReading reading) {
        return Map.of(
                "resourceType",
                "Device",
                "id",
                "model",
                "deviceName",
                List.of(Map.of("name", "Aerate " + reading.model(), "type", "model-name")),
                "version",
                List.of(Map.of("value", "weights SHA-256 " + reading.hash())));
    }

    private static String conclusion(StoredReading reading) {
        String verdict = reading.verdict() == Label.PNEUMONIA ? "Pneumonia" : "No pneumonia";
        String doubt = reading.unlike() ? " The film is UNLIKE those that the model knows: do not believe it." : "";
        return verdict + " at the model's operating point." + doubt + " " + NOTICE;
    }

    private static Map<String, Object> identifier(String value) {
        return Map.of("system", "urn:dicom:uid", "value", value);
    }

    private static Map<String, Object> coded(String system, String code, String display) {
        return Map.of("coding", List.of(Map.of("system", system, "code", code, "display", display)));
    }
}
