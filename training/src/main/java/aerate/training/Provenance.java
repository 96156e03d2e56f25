package aerate.training;

import aerate.film.Split;
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
 * @param code commit of Aerate
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
    static Provenance of(Run run, Progress progress) {
        TrainingData data = run.data();
        Map<String, Integer> counts = new TreeMap<>();
        for (Split part : Split.values()) {
            counts.put(part.name(), data.count(part));
        }
        return new Provenance(
                run.recipe(),
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
                        "device", run.inputs().device().name(),
                        "threads", Libtorch.threads(),
                        "bfloat16", run.inputs().bfloat16()),
                Map.of(
                        "epochs", progress.epoch(),
                        "steps", progress.step(),
                        "films", progress.step() * run.batch(),
                        "seconds", Math.round(progress.seconds())));
    }

    Map<String, Object> toMap() {
        return Json.MAPPER.convertValue(this, MAP);
    }
}
