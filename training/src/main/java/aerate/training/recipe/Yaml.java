package aerate.training.recipe;

import aerate.network.Json;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/** How files that people write are read: as strictly as {@link Json}, and a key that is there twice is an error too. */
public final class Yaml {
    /** The mapper of every YAML file. */
    public static final ObjectMapper MAPPER = Json.strict(YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.USE_NATIVE_TYPE_ID) // names as keys, as people write them
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT));

    private Yaml() {}
}
