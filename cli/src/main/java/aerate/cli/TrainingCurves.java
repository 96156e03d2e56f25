package aerate.cli;

import aerate.network.Json;
import aerate.report.Chart;
import aerate.report.Charts;
import aerate.report.Series;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The loss of a run over its epochs, from its metrics log. */
final class TrainingCurves {
    private TrainingCurves() {}

    static Chart of(Path run) throws IOException {
        List<Double> epochs = new ArrayList<>();
        List<Double> training = new ArrayList<>();
        List<Double> validation = new ArrayList<>();
        for (String line : Files.readAllLines(run.resolve("metrics.jsonl"))) {
            JsonNode epoch = Json.MAPPER.readTree(line);
            epochs.add(epoch.path("epoch").asDouble());
            training.add(epoch.path("loss").asDouble());
            validation.add(epoch.path("validation").path("loss").asDouble());
        }
        return Charts.lines(
                "Epoch",
                "Loss",
                List.of(new Series("training", epochs, training), new Series("validation", epochs, validation)));
    }
}
