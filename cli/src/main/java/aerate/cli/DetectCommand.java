package aerate.cli;

import aerate.film.Film;
import aerate.film.FilmSource;
import aerate.film.Label;
import aerate.film.LabelledFilm;
import aerate.film.UnreadableFilmException;
import aerate.film.WholeFile;
import aerate.network.Checkpoint;
import aerate.network.Json;
import aerate.reading.course.CourseMethod;
import aerate.reading.course.CourseSettings;
import aerate.reading.course.HealthyPrior;
import aerate.reading.course.RegionRule;
import aerate.reading.course.Residual;
import aerate.reading.heatmap.HeatMap;
import aerate.report.Charts;
import aerate.report.Interval;
import aerate.report.Page;
import aerate.training.TrainedOn;
import aerate.training.metrics.Estimate;
import aerate.training.metrics.Evaluation;
import aerate.training.metrics.Prediction;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code aerate detect}: disease found by a denoiser that was shown none. */
@Command(
        name = "detect",
        description =
                "Tells pneumonia from normal without a classifier: by how much a film differs from what a denoiser of"
                        + " normal films makes of it; AUROC by method and λ, with 95 %% intervals over patients.")
final class DetectCommand implements Callable<Integer> {
    private static final long SEED = 1;
    private static final int BATCH = 16;
    private static final List<CourseMethod> EVERYWHERE = List.of(CourseMethod.UNIFORM, CourseMethod.SINGLE_STEP);

    @Mixin
    private MeasuredFilms measured;

    @Option(
            names = "--diffusion",
            paramLabel = "CHECKPOINT",
            description = "A denoiser, best of normal films alone (models/course-pixel).")
    private Path diffusion;

    @Option(
            names = "--methods",
            split = ",",
            defaultValue = "uniform,single-step",
            paramLabel = "METHOD",
            description =
                    "uniform: noised to λ and denoised (AnoDDPM); single-step: by one pass, a denoising auto-encoder"
                            + " (${DEFAULT-VALUE}).")
    private List<String> methods;

    @Option(
            names = "--lambdas",
            split = ",",
            defaultValue = "100,200,300,400",
            paramLabel = "λ",
            description = "How much noise, each from 1 to T (${DEFAULT-VALUE}).")
    private List<Integer> lambdas;

    @Option(
            names = "--films",
            defaultValue = "1000",
            paramLabel = "N",
            description = "At most so many, evenly from all (${DEFAULT-VALUE}).")
    private int films;

    @Mixin
    private SamplerOptions sampler;

    @Mixin
    private Machine machine;

    /**
     * What {@code --json} writes.
     *
     * @param diffusion SHA-256 of the denoiser's weights
     * @param sick how many of the films
     * @param methods AUROC by method and λ
     */
    private record Result(
            String data,
            String split,
            int films,
            long sick,
            long patients,
            String diffusion,
            Map<String, Map<Integer, Estimate>> methods) {}

    @Override
    public Integer call() throws IOException {
        if (films < 1) {
            throw new IllegalArgumentException("--films must be at least 1, was " + films);
        }
        List<CourseSettings> compared = methods.stream()
                .distinct()
                .map(CourseMethod::named)
                .map(method -> sampler.settings(method, RegionRule.DEFAULT, Optional.of(0.0), true))
                .toList();
        for (CourseSettings settings : compared) {
            if (!EVERYWHERE.contains(settings.method())) {
                throw new IllegalArgumentException(
                        "--methods must be uniform or single-step, which heal whole films, was "
                                + settings.method().title());
            }
        }
        FilmSource source = measured.source();
        Path folder = diffusion == null ? Models.shipped("course-pixel") : diffusion;
        Checkpoint checkpoint = Checkpoint.open(folder);
        MeasuredFilms.Chosen part = measured.of(source, TrainedOn.of(checkpoint.manifest()));
        List<LabelledFilm> chosen = MarkedFilms.evenly(part.films(), films);
        measured.makeFolders();
        try (HealthyPrior prior = HealthyPrior.open(folder, machine.device())) {
            List<Integer> ascending = List.copyOf(new TreeSet<>(lambdas));
            for (int lambda : ascending) {
                if (lambda < 1 || lambda > prior.levels()) {
                    throw new IllegalArgumentException(
                            "--lambdas must be in [1, " + prior.levels() + "], was " + lambda);
                }
            }
            Map<String, Map<Integer, Estimate>> found = new LinkedHashMap<>();
            for (CourseSettings settings : compared) {
                Map<Integer, Estimate> byLambda = new LinkedHashMap<>();
                for (int lambda : ascending) {
                    byLambda.put(lambda, auroc(source, chosen, new Residual(prior, settings, lambda, false)));
                }
                found.put(settings.method().title(), byLambda);
            }
            write(new Result(
                    source.name(),
                    part.split(),
                    chosen.size(),
                    chosen.stream()
                            .filter(film -> film.label() == Label.PNEUMONIA)
                            .count(),
                    chosen.stream().map(LabelledFilm::patient).distinct().count(),
                    checkpoint.weightsHash(),
                    found));
        }
        return 0;
    }

    private static Estimate auroc(FilmSource source, List<LabelledFilm> chosen, Residual residual)
            throws UnreadableFilmException {
        List<Prediction> scores = new ArrayList<>();
        String task = residual.settings().method().title() + ", λ " + residual.lambda();
        try (ProgressBar bar = ProgressBars.of(task, chosen.size(), "films")) {
            for (int from = 0; from < chosen.size(); from += BATCH) {
                List<LabelledFilm> entries = chosen.subList(from, Math.min(from + BATCH, chosen.size()));
                List<Film> read = new ArrayList<>();
                for (LabelledFilm entry : entries) {
                    read.add(source.read(entry));
                }
                List<HeatMap> maps = residual.explain(null, read, Label.PNEUMONIA);
                for (int i = 0; i < maps.size(); i++) {
                    LabelledFilm entry = entries.get(i);
                    scores.add(new Prediction(
                            entry.name(), entry.patient(), entry.label(), entry.subtype(), mean(maps.get(i))));
                }
                bar.stepBy(entries.size());
            }
        }
        return Evaluation.of(scores, 0.5, SEED).auroc();
    }

    /** Mean change of the network's input, whose range is 2. */
    private static double mean(HeatMap residual) {
        double sum = 0;
        float[] values = residual.values();
        for (float value : values) {
            sum += value / 2;
        }
        return Math.min(1, sum / values.length);
    }

    private void write(Result result) throws IOException {
        System.out.printf(
                "%d films, %d with pneumonia, of %s (%s)%n%n%-12s %4s  AUROC%n",
                result.films(), result.sick(), result.data(), result.split(), "method", "λ");
        result.methods()
                .forEach((method, byLambda) -> byLambda.forEach((lambda, auroc) -> System.out.printf(
                        Locale.ROOT,
                        "%-12s %4d  %.4f [%.4f, %.4f]%n",
                        method,
                        lambda,
                        auroc.value(),
                        auroc.low(),
                        auroc.high())));
        if (measured.json != null) {
            WholeFile.write(measured.json, Json.MAPPER.writeValueAsBytes(result));
        }
        if (measured.html != null) {
            Page.DETECTION.write(measured.html, page(result));
        }
    }

    private static Map<String, Object> page(Result result) {
        List<String> categories = result.methods().values().iterator().next().keySet().stream()
                .map(lambda -> "λ " + lambda)
                .toList();
        Map<String, List<Interval>> groups = new LinkedHashMap<>();
        List<Map<String, Object>> rows = new ArrayList<>();
        result.methods().forEach((method, byLambda) -> {
            groups.put(
                    method,
                    byLambda.values().stream()
                            .map(each -> new Interval(each.value(), each.low(), each.high()))
                            .toList());
            byLambda.forEach((lambda, auroc) -> rows.add(Map.of("method", method, "lambda", lambda, "auroc", auroc)));
        });
        return Map.of(
                "title",
                "Pneumonia found by a denoiser",
                "subtitle",
                "%d films, %d with pneumonia, of %s (%s)"
                        .formatted(result.films(), result.sick(), result.data(), result.split()),
                "chart",
                Charts.intervals("AUROC", categories, groups),
                "rows",
                rows,
                "provenance",
                Map.of("diffusion", result.diffusion(), "code", System.getProperty("aerate.commit", "unknown")));
    }
}
