package aerate.training;

import static org.assertj.core.api.Assertions.assertThat;

import aerate.film.FilmSource;
import aerate.network.Json;
import aerate.tensor.Device;
import aerate.training.recipe.Recipe;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Runs for tests, and what they leave behind. */
final class Runs {
    static final Duration NEVER = Duration.ofDays(1);
    private static final int MOST_SESSIONS = 100;

    private Runs() {}

    static Trainer trainer(Recipe recipe, TrainingListener... listeners) {
        return new Trainer(recipe, Device.CPU, NEVER, List.of(listeners));
    }

    /** Stops a trainer as soon as anything was done. */
    private static final class Stopper implements TrainingListener {
        private Trainer trainer;
        private boolean stopped;

        @Override
        public void stepDone(StepReport report) {
            stop();
        }

        @Override
        public void epochDone(EpochReport report) {
            stop();
        }

        private void stop() {
            stopped = true;
            trainer.stop();
        }
    }

    /** Trains to the end with a stop after every single step and every epoch. Returns how many stops there were. */
    static int trainInPieces(Recipe recipe, FilmSource films, Path folder) throws IOException {
        for (int session = 0; session < MOST_SESSIONS; session++) {
            Stopper stopper = new Stopper();
            stopper.trainer = trainer(recipe, stopper);
            if (session == 0) {
                stopper.trainer.train(films, folder);
            } else {
                stopper.trainer.resume(films, folder);
            }
            if (!stopper.stopped) {
                return session;
            }
        }
        throw new AssertionError("a run must end, did not in " + MOST_SESSIONS + " sessions");
    }

    /** That two runs ended alike, bit for bit, in all but the time they took. */
    static void assertSame(Path one, Path other) throws IOException {
        for (String file : weights(one)) {
            assertThat(other.resolve(file)).as(file).hasSameBinaryContentAs(one.resolve(file));
        }
        assertThat(weights(other)).isEqualTo(weights(one));
        assertThat(log(other)).isNotEmpty().isEqualTo(log(one));
        assertThat(manifest(other)).isEqualTo(manifest(one));
    }

    private static List<String> weights(Path run) throws IOException {
        try (var files = Files.walk(run)) {
            return files.filter(file -> file.toString().endsWith(".safetensors"))
                    .map(file -> run.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    static byte[] checkpointWeights(Path run) throws IOException {
        return Files.readAllBytes(run.resolve("checkpoint/weights.safetensors"));
    }

    /** The lines of a run's log without their times. */
    static List<JsonNode> log(Path run) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(run.resolve("metrics.jsonl"))) {
            ObjectNode json = (ObjectNode) Json.MAPPER.readTree(line);
            lines.add(json.without(List.of("seconds", "stepSeconds")));
        }
        return lines;
    }

    private static JsonNode manifest(Path run) throws IOException {
        JsonNode manifest =
                Json.MAPPER.readTree(run.resolve("checkpoint/checkpoint.json").toFile());
        ((ObjectNode) manifest.path("provenance").path("run")).remove("seconds");
        return manifest;
    }
}
