package aerate.training;

import aerate.network.Json;
import aerate.tensor.Libtorch;
import aerate.training.recipe.Recipe;
import com.fasterxml.jackson.core.type.TypeReference;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where a checkpoint came from: enough to make it again.
 *
 * @param recipe with every value
 * @param data name and licence of the collection, its fingerprint, and how many films served in each part
 * @param code version and commit of Aerate
 * @param machine libraries, device, threads, precision
 * @param run how far it had come: steps, epochs, films seen, seconds
 */
record Provenance(
        Recipe recipe,
        Map<String, Object> data,
        Map<String, Object> code,
        Map<String, Object> machine,
        Map<String, Object> run) {
    private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

    /** Of a run as it stands. */
    static Provenance of(Recipe recipe, TrainingData data, Inputs inputs, Progress progress) {
        Map<String, Integer> counts = new TreeMap<>();
        data.parts().forEach((part, films) -> counts.put(part.name(), films.size()));
        return new Provenance(
                recipe,
                Map.of(
                        "name", data.source().name(),
                        "licence", data.source().licence(),
                        "fingerprint", data.fingerprint(),
                        "films", counts),
                Map.of("commit", System.getProperty("aerate.commit", "unknown")),
                Map.of(
                        "java", System.getProperty("java.version"),
                        "libtorch", Libtorch.version(),
                        "os", System.getProperty("os.name") + " " + System.getProperty("os.arch"),
                        "device", inputs.device().name(),
                        "threads", Libtorch.threads(),
                        "bfloat16", inputs.bfloat16()),
                Map.of(
                        "epochs", progress.epoch(),
                        "steps", progress.step(),
                        "films", progress.step() * recipe.batch(),
                        "seconds", Math.round(progress.seconds())));
    }

    Map<String, Object> toMap() {
        return Json.MAPPER.convertValue(this, MAP);
    }
}
