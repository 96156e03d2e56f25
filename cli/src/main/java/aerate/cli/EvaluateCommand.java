package aerate.cli;

import aerate.film.FilmSource;
import aerate.film.FilmSources;
import aerate.film.LabelledFilm;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code aerate evaluate}: how well a model does on labelled films. */
@Command(
        name = "evaluate",
        description = "Measures a classifier on labelled films, with 95 %% intervals over patients.")
final class EvaluateCommand implements Callable<Integer> {
    private static final ObjectMapper MAPPER = Json.MAPPER.copy().registerModule(new UndefinedAsNull());
    private static final long SEED = 1;

    @Mixin
    private Models models;

    @Option(names = "--data", required = true, paramLabel = "DIR", description = "Films: a folder, .npz or .csv.")
    private Path data;

    @Option(
            names = "--split",
            paramLabel = "train|validation|test|all",
            description = "Which films. Not given: of the films that the model was trained on its test part, of others"
                    + " all.")
    private SplitChoice split;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures as JSON.")
    private Path json;

    @Option(names = "--html", paramLabel = "FILE", description = "Write a page with figures and curves.")
    private Path html;

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
        FilmSource source = FilmSources.open(data);
        try (Classifier classifier = models.open(machine.device())) {
            Checkpoint checkpoint = models.first();
            TrainedOn trainedOn = TrainedOn.of(checkpoint.manifest());
            SplitChoice chosen = split != null ? split : SplitChoice.byDefault(trainedOn, source);
            List<LabelledFilm> films = chosen.films(source, trainedOn);
            makeFolders();
            Predictions predictions = Predictions.of(classifier, source, films);
            predictions.unreadable().values().forEach(reason -> System.err.println("left out: " + reason));
            Evaluation evaluation = Evaluation.of(
                    predictions.readable(), classifier.operatingPoint().threshold(), SEED);
            report(new Result(
                    classifier.model(),
                    checkpoint.weightsHash(),
                    source.name(),
                    chosen.title(),
                    predictions.unreadable(),
                    evaluation));
        }
        return 0;
    }

    /** Before films are measured, which takes long, rather than after. */
    private void makeFolders() throws IOException {
        for (Path file : Stream.of(json, html).filter(Objects::nonNull).toList()) {
            Files.createDirectories(file.toAbsolutePath().getParent());
        }
    }

    private void report(Result result) throws IOException {
        System.out.print(EvaluationText.of(result.evaluation(), result.data() + " (" + result.split() + ")"));
        if (json != null) {
            WholeFile.write(json, MAPPER.writeValueAsBytes(result));
        }
        if (html != null) {
            Page.EVALUATION.write(html, page(result));
        }
    }

    private Map<String, Object> page(Result result) {
        Evaluation evaluation = result.evaluation();
        String films = "%d films of %s (%s)".formatted(evaluation.films(), result.data(), result.split());
        Map<String, String> provenance =
                Map.of("weights", result.weightsHash(), "data", data.toString(), "split", result.split());
        return Map.of(
                "title", result.model(),
                "subtitle", films,
                "evaluation", evaluation,
                "charts", EvaluationCharts.of(evaluation),
                "provenance", provenance);
    }
}
