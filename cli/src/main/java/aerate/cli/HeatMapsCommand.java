package aerate.cli;

import aerate.film.FilmSource;
import aerate.film.WholeFile;
import aerate.film.truth.BoxTable;
import aerate.film.truth.MaskFolder;
import aerate.film.truth.Truth;
import aerate.network.Checkpoint;
import aerate.network.Json;
import aerate.reading.diagnosis.Classifier;
import aerate.reading.heatmap.ActivationMap;
import aerate.reading.heatmap.Explainer;
import aerate.reading.heatmap.faithfulness.NoMap;
import aerate.report.Page;
import aerate.training.TrainedOn;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code aerate heatmaps}: which method's maps can be trusted. */
@Command(
        name = "heatmaps",
        description =
                "Compares methods of heat maps on films with pneumonia, with 95 %% intervals over patients: against"
                        + " masks or boxes where there are any, and against what the model says without what they point at.")
final class HeatMapsCommand implements Callable<Integer> {
    private static final long SEED = 1;

    @Mixin
    private Models models;

    @Mixin
    private MeasuredFilms measured;

    @ArgGroup
    private Marks marks = new Marks();

    @Option(
            names = "--methods",
            split = ",",
            paramLabel = "METHOD[@LAYER[+LAYER…]][~VIEWS]",
            description =
                    "Such as cam, grad-cam@denseblock3 or grad-cam~8; not given: every method that the model's head"
                            + " allows, at its last layer.")
    private List<String> methods;

    @Option(
            names = "--films",
            defaultValue = "200",
            paramLabel = "N",
            description = "At most so many, evenly from all with pneumonia (${DEFAULT-VALUE}).")
    private int films;

    @Option(
            names = "--perturbed",
            defaultValue = "50",
            paramLabel = "N",
            description =
                    "On at most so many of these, insertion, deletion and ROAD are measured, which takes the model"
                            + " 52 readings for each map (${DEFAULT-VALUE}).")
    private int perturbed;

    @Option(names = "--png", paramLabel = "FILE", description = "Write the pictures alone.")
    private Path png;

    @Mixin
    private Machine machine;

    /** What says where the disease is: one of these, or neither. */
    private static final class Marks {
        @Option(names = "--boxes", paramLabel = "CSV", description = "Lines of path,x,y,width,height in pixels.")
        private Path boxes;

        @Option(
                names = "--masks",
                paramLabel = "DIR",
                description = "Masks under the names of their films; not given: masks/ in the films' folder, if any.")
        private Path masks;
    }

    /**
     * What {@code --json} writes.
     *
     * @param weightsHash SHA-256 of the checkpoint's weights
     * @param films how many were measured
     * @param perturbed of these, how many for insertion, deletion and ROAD
     * @param marks where the disease is from
     * @param seed of the noise and the intervals
     */
    private record Result(
            String model,
            String weightsHash,
            String data,
            String split,
            int films,
            int perturbed,
            Optional<String> marks,
            long seed,
            List<HeatMapRow> methods) {}

    @Override
    public Integer call() throws IOException {
        if (films < 1) {
            throw new IllegalArgumentException("--films must be at least 1, was " + films);
        }
        if (perturbed < 1) {
            throw new IllegalArgumentException("--perturbed must be at least 1, was " + perturbed);
        }
        Optional<List<Explainer>> named = Optional.ofNullable(methods)
                .map(names -> names.stream().distinct().map(Explainer::named).toList());
        FilmSource source = measured.source();
        Optional<Truth> truth = truth(source);
        try (Classifier classifier = models.open(machine.device())) {
            Checkpoint checkpoint = models.first();
            TrainedOn trainedOn = TrainedOn.of(checkpoint.manifest());
            MeasuredFilms.Chosen part = measured.of(source, trainedOn);
            MarkedFilms chosen = MarkedFilms.of(source, part.films(), truth, films);
            chosen.requireReadable();
            measured.makeFolders(png);
            List<Explainer> explainers = named.orElseGet(() -> possible(classifier));
            List<Explainer> compared = new ArrayList<>(explainers);
            compared.add(new NoMap());
            HeatMapComparison comparison = HeatMapComparison.of(classifier, chosen, compared, perturbed, SEED);
            Result result = new Result(
                    classifier.model(),
                    checkpoint.weightsHash(),
                    source.name(),
                    part.split(),
                    chosen.entries().size(),
                    Math.min(perturbed, chosen.entries().size()),
                    truth.map(Truth::toString),
                    SEED,
                    comparison.rows());
            write(result, HeatMapGrid.of(classifier, chosen, comparison.ranking(), explainers));
        }
        return 0;
    }

    private Optional<Truth> truth(FilmSource source) throws IOException {
        if (marks.boxes != null) {
            return Optional.of(BoxTable.open(marks.boxes, source));
        }
        Path beside = measured.data.resolve("masks"); // as phantoms have them
        Path masks = marks.masks == null && Files.isDirectory(beside) ? beside : marks.masks;
        return Optional.ofNullable(masks).map(MaskFolder::new);
    }

    private static List<Explainer> possible(Classifier classifier) {
        boolean pooled = classifier.network().classWeights().isPresent();
        return ActivationMap.all().stream()
                .filter(method -> pooled || !method.needsPooledHead())
                .<Explainer>map(method -> method)
                .toList();
    }

    private void write(Result result, BufferedImage pictures) throws IOException {
        System.out.printf(
                "%d films with pneumonia (insertion, deletion and ROAD: %d) of %s (%s) by %s; %s%n%n%s",
                result.films(),
                result.perturbed(),
                result.data(),
                result.split(),
                result.model(),
                result.marks().map(from -> "marked by " + from).orElse("not marked"),
                HeatMapText.of(result.methods()));
        if (measured.json != null) {
            WholeFile.write(measured.json, Json.MAPPER.writeValueAsBytes(result));
        }
        if (measured.html != null) {
            Page.HEATMAPS.write(measured.html, page(result, pictures));
        }
        if (png != null) {
            Pictures.writePng(pictures, png);
        }
    }

    private Map<String, Object> page(Result result, BufferedImage pictures) {
        List<HeatMapFigure> columns = HeatMapRow.columns(result.methods());
        Map<String, String> provenance = new LinkedHashMap<>();
        provenance.put("model", result.model() + ", weights " + result.weightsHash());
        provenance.put("data", measured.data + ", " + result.split());
        provenance.put("marks", result.marks().orElse("none"));
        provenance.put("seed", String.valueOf(result.seed()));
        provenance.put("code", System.getProperty("aerate.commit", "unknown"));
        return Map.of(
                "title",
                "Heat maps of " + result.model(),
                "subtitle",
                "%d films with pneumonia (insertion, deletion and ROAD: %d) of %s (%s)"
                        .formatted(result.films(), result.perturbed(), result.data(), result.split()),
                "columns",
                columns.stream().map(HeatMapFigure::title).toList(),
                "methods",
                result.methods().stream()
                        .map(row -> Map.of(
                                "name", row.method(),
                                "figures",
                                        columns.stream().map(row.figures()::get).toList(),
                                "milliseconds", row.milliseconds()))
                        .toList(),
                "pictures",
                pictures,
                "provenance",
                provenance);
    }
}
