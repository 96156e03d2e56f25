package aerate.cli;

import aerate.film.FilmSource;
import aerate.film.WholeFile;
import aerate.network.Checkpoint;
import aerate.network.Json;
import aerate.reading.diagnosis.Classifier;
import aerate.report.Page;
import aerate.training.TrainedOn;
import aerate.training.metrics.Evaluation;
import aerate.training.metrics.UndefinedAsNull;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code aerate evaluate}: how well a model does on labelled films. */
@Command(
        name = "evaluate",
        description = "Measures a classifier on labelled films, with 95 %% intervals over patients.")
final class EvaluateCommand implements Callable<Integer> {
    private static final ObjectMapper MAPPER = Json.MAPPER.copy().registerModule(new UndefinedAsNull());
    private static final long SEED = 1;

    @Mixin
    private Models models;

    @Mixin
    private MeasuredFilms measured;

    @Mixin
    private Machine machine;

    /**
     * What {@code --json} writes.
     *
     * @param model name of the checkpoint
     * @param weightsHash SHA-256 of its weights
     * @param data name of the collection
     * @param split which of its films
     * @param unreadable films that were left out, and why
     * @param evaluation the figures
     */
    private record Result(
            String model,
            String weightsHash,
            String data,
            String split,
            Map<String, String> unreadable,
            Evaluation evaluation) {}

    @Override
    public Integer call() throws IOException {
        FilmSource source = measured.source();
        try (Classifier classifier = models.open(machine.device())) {
            Checkpoint checkpoint = models.first();
            TrainedOn trainedOn = TrainedOn.of(checkpoint.manifest());
            MeasuredFilms.Chosen chosen = measured.of(source, trainedOn);
            measured.makeFolders();
            Predictions predictions = Predictions.of(classifier, source, chosen.films());
            predictions.unreadable().values().forEach(reason -> System.err.println("left out: " + reason));
            Evaluation evaluation = Evaluation.of(
                    predictions.readable(), classifier.operatingPoint().threshold(), SEED);
            report(new Result(
                    classifier.model(),
                    checkpoint.weightsHash(),
                    source.name(),
                    chosen.split(),
                    predictions.unreadable(),
                    evaluation));
        }
        return 0;
    }

    private void report(Result result) throws IOException {
        System.out.print(EvaluationText.of(result.evaluation(), result.data() + " (" + result.split() + ")"));
        if (measured.json != null) {
            WholeFile.write(measured.json, MAPPER.writeValueAsBytes(result));
        }
        if (measured.html != null) {
            Page.EVALUATION.write(measured.html, page(result));
        }
    }

    private Map<String, Object> page(Result result) {
        Evaluation evaluation = result.evaluation();
        String films = "%d films of %s (%s)".formatted(evaluation.films(), result.data(), result.split());
        Map<String, String> provenance =
                Map.of("weights", result.weightsHash(), "data", measured.data.toString(), "split", result.split());
        return Map.of(
                "title", result.model(),
                "subtitle", films,
                "evaluation", evaluation,
                "charts", EvaluationCharts.of(evaluation),
                "provenance", provenance);
    }
}
