package aerate.server.dicom;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A data set in the DICOM JSON model (PS3.18, annex F), as far as answers need it. */
final class DicomJson {
    static final String TYPE = "application/dicom+json";

    private final Map<String, Object> attributes = new LinkedHashMap<>();

    /** An attribute of one text; none is an empty attribute. */
    DicomJson text(String tag, String vr, String value) {
        attributes.put(tag, value == null ? Map.of("vr", vr) : Map.of("vr", vr, "Value", List.of(value)));
        return this;
    }

    DicomJson number(String tag, String vr, int value) {
        attributes.put(tag, Map.of("vr", vr, "Value", List.of(value)));
        return this;
    }

    DicomJson items(String tag, List<DicomJson> items) {
        List<Object> values = new ArrayList<>();
        items.forEach(item -> values.add(item.attributes()));
        attributes.put(tag, Map.of("vr", "SQ", "Value", values));
        return this;
    }

    Map<String, Object> attributes() {
        return attributes;
    }
}
