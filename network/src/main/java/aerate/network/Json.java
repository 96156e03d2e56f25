package aerate.network;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.MapperBuilder;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.util.stream.Collectors;

/** How records are written as JSON and YAML and read back: strictly, so that a misspelt key is an error. */
public final class Json {
    /** The mapper of every JSON file. */
    public static final ObjectMapper MAPPER = strict(JsonMapper.builder());

    private Json() {}

    /** Makes any mapper as strict as {@link #MAPPER}. */
    public static <M extends ObjectMapper, B extends MapperBuilder<M, B>> M strict(MapperBuilder<M, B> builder) {
        return builder.addModule(new Jdk8Module())
                .enable(SerializationFeature.INDENT_OUTPUT)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
                .build();
    }

    /** The rule that a text broke, in one line: the key's path and the words of the record's own check. */
    public static String reason(JsonProcessingException e) {
        String where = e instanceof JsonMappingException mapping
                ? mapping.getPath().stream()
                        .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                        .collect(Collectors.joining("."))
                : "";
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String what = root instanceof JsonProcessingException processing
                ? processing.getOriginalMessage()
                : root.getMessage();
        if (what != null && what.contains("Cannot map `null` into type")) {
            what = "is missing"; // Jackson's words for a number that is not there
        }
        boolean located = e.getLocation() != null && e.getLocation().getLineNr() > 0;
        String line = !located ? "" : " (line " + e.getLocation().getLineNr() + ")";
        return (where.isEmpty() ? "" : where + ": ") + what + line;
    }
}
