package aerate.cli;

import aerate.film.Film;
import aerate.film.FilmReader;
import aerate.film.FilmSource;
import aerate.film.Label;
import aerate.film.LabelledFilm;
import aerate.film.UnreadableFilmException;
import aerate.film.WholeFile;
import aerate.network.Checkpoint;
import aerate.network.Json;
import aerate.reading.course.CourseGenerator;
import aerate.reading.course.CourseMethod;
import aerate.reading.course.CourseSettings;
import aerate.reading.course.HealthyPrior;
import aerate.reading.diagnosis.Classifier;
import aerate.reading.diagnosis.Views;
import aerate.reading.heatmap.HeatMap;
import aerate.tensor.Device;
import aerate.training.TrainedOn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code aerate compare}: which method's courses are to be believed. */
@Command(
        name = "compare",
        description =
                "Compares methods of treatment courses on films with pneumonia: do they end healthy, is it still the"
                        + " patient, does it look real, is the way smooth; with 95 %% intervals over patients.")
final class CompareCommand implements Callable<Integer> {
    private static final long SEED = 1;

    @Mixin
    private Models models;

    @Mixin
    private MeasuredFilms measured;

    @Mixin
    private GenerationOptions generation;

    @Option(
            names = "--methods",
            split = ",",
            paramLabel = "METHOD",
            description =
                    "Of counterfactual, guided, uniform, matrix, per-pixel, stitched and single-step; not given: all that the denoiser can.")
    private List<String> methods;

    @Option(
            names = "--judge",
            paramLabel = "CHECKPOINT",
            description = "A classifier that took no part: another network than the model (models/judge).")
    private Path judge;

    @Option(
            names = "--films",
            defaultValue = "100",
            paramLabel = "N",
            description = "At most so many, evenly from all with pneumonia (${DEFAULT-VALUE}).")
    private int films;

    @Mixin
    private Machine machine;

    /**
     * What {@code --json} writes.
     *
     * @param films whose courses were generated
     * @param patients that they are of
     * @param gallery films among which a patient was to be found again
     * @param realNormals films that realism is measured against
     * @param methods by name: {@link ComparedMethod#json}
     */
    private record Result(
            String data,
            String split,
            int films,
            long patients,
            int gallery,
            int realNormals,
            String model,
            String judge,
            String diffusion,
            Map<String, Object> settings,
            Map<String, Map<String, Object>> methods) {}

    @Override
    public Integer call() throws IOException {
        if (films < 1) {
            throw new IllegalArgumentException("--films must be at least 1, was " + films);
        }
        List<CourseMethod> named = methods == null
                ? List.of()
                : methods.stream().distinct().map(CourseMethod::named).toList();
        generation.requirePossible();
        FilmSource source = measured.source();
        Device device = machine.device();
        Path judgeFolder = judge == null ? Models.shipped("judge") : judge;
        try (Classifier classifier = models.open(device);
                Classifier judging = Classifier.open(List.of(judgeFolder), Views.ONE, device);
                HealthyPrior prior = HealthyPrior.open(generation.diffusion(), device)) {
            requireIndependent(classifier, judging, judgeFolder);
            List<CourseMethod> compared = named.isEmpty() ? possible(prior) : named;
            CourseSettings settings = generation.settings(compared.get(0), prior, true);
            MeasuredFilms.Chosen part =
                    measured.of(source, TrainedOn.of(models.first().manifest()));
            List<LabelledFilm> sick = MarkedFilms.evenly(of(part, Label.PNEUMONIA), films);
            if (sick.isEmpty()) {
                throw new IllegalArgumentException(
                        source.name() + ": there are no films with pneumonia in the " + part.split() + " part");
            }
            measured.makeFolders();
            List<ComparedFilm> chosen = read(source, sick);
            List<Film> read = chosen.stream().map(ComparedFilm::film).toList();
            List<Integer> lambdas = lambdas();
            new CourseGenerator(prior, classifier, settings).requirePossible(read, lambdas);
            List<HeatMap> where =
                    generation.region.explainer(prior, settings).explain(classifier, read, Label.PNEUMONIA);
            CourseJudge judged = new CourseJudge(judging);
            List<LabelledFilm> normal = of(part, Label.NORMAL);
            CourseComparison comparison = new CourseComparison(
                    chosen,
                    where,
                    lambdas,
                    judged,
                    Gallery.of(source, part.films()),
                    features(judged, source, normal),
                    SEED);
            Map<String, ComparedMethod> results = new LinkedHashMap<>();
            for (CourseMethod method : compared) {
                CourseSettings by = settings.by(method);
                int steps = new CourseGenerator(prior, classifier, by).steps(read.size(), lambdas);
                try (ProgressBar bar = ProgressBars.of(method.title(), steps, "steps")) {
                    results.put(method.title(), comparison.of(new CourseGenerator(prior, classifier, by, bar::step)));
                }
            }
            Map<String, Map<String, Object>> json = new LinkedHashMap<>();
            results.forEach((name, method) -> json.put(name, method.json()));
            json.forEach((name, figures) -> figures.put(
                    "guidance", settings.by(CourseMethod.named(name)).strength()));
            Result result = new Result(
                    source.name(),
                    part.split(),
                    chosen.size(),
                    sick.stream().map(LabelledFilm::patient).distinct().count(),
                    part.films().size(),
                    normal.size(),
                    classifier.model() + ", weights " + classifier.weightsHash(),
                    judging.model() + ", weights " + judging.weightsHash(),
                    Checkpoint.open(generation.diffusion()).weightsHash(),
                    described(settings, prior),
                    json);
            List<Double> ends = results.values().iterator().next().ends();
            CourseGrid grid = new CourseGrid(
                    comparison, new CourseGenerator(prior, classifier, settings.by(compared.get(0))), ends);
            write(result, results, grid);
        }
        return 0;
    }

    private static void requireIndependent(Classifier classifier, Classifier judging, Path folder) throws IOException {
        if (classifier.weightsHash().contains(judging.weightsHash())) {
            throw new IllegalArgumentException(
                    folder + ": the judge must be another network than the one that draws the heat maps, was the same");
        }
        if (classifier.network().getClass().equals(judging.network().getClass())) {
            System.err.println("the judge is of the architecture of the network that draws the heat maps: it may share"
                    + " its errors");
        }
    }

    private static List<CourseMethod> possible(HealthyPrior prior) {
        return Arrays.stream(CourseMethod.values())
                .filter(method -> method.possible(prior))
                .toList();
    }

    private static List<LabelledFilm> of(MeasuredFilms.Chosen part, Label label) {
        return part.films().stream().filter(film -> film.label() == label).toList();
    }

    private List<Integer> lambdas() {
        TreeSet<Integer> ascending = new TreeSet<>(generation.lambdas);
        ascending.add(0);
        return List.copyOf(ascending);
    }

    /** The films, with their healthy twins and their lesions where they are phantoms. */
    private List<ComparedFilm> read(FilmSource source, List<LabelledFilm> entries) throws UnreadableFilmException {
        List<ComparedFilm> read = new ArrayList<>();
        for (LabelledFilm entry : entries) {
            Path twin = measured.data.resolve("twins").resolve(entry.name());
            Path mask = measured.data.resolve("masks").resolve(entry.name());
            boolean phantom = Files.exists(twin) && Files.exists(mask);
            read.add(new ComparedFilm(
                    entry,
                    source.read(entry),
                    phantom ? Optional.of(FilmReader.read(twin)) : Optional.empty(),
                    phantom ? Optional.of(lesion(FilmReader.read(mask))) : Optional.empty()));
        }
        return read;
    }

    private static boolean[] lesion(Film mask) {
        float[] values = mask.values();
        boolean[] lesion = new boolean[values.length];
        for (int i = 0; i < lesion.length; i++) {
            lesion[i] = values[i] > 0.5;
        }
        return lesion;
    }

    private static List<float[]> features(CourseJudge judge, FilmSource source, List<LabelledFilm> normal)
            throws UnreadableFilmException {
        List<float[]> features = new ArrayList<>();
        for (LabelledFilm entry : normal) {
            features.addAll(judge.features(List.of(source.read(entry))));
        }
        return features;
    }

    private Map<String, Object> described(CourseSettings settings, HealthyPrior prior) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("sampler", settings.sampler().title());
        described.put("steps", settings.steps());
        described.put("seed", settings.seed());
        described.put("regionSource", generation.region.source(prior).title());
        described.put("region", settings.region());
        return described;
    }

    private void write(Result result, Map<String, ComparedMethod> methods, CourseGrid grid) throws IOException {
        System.out.printf(
                "%d films with pneumonia of %d patients of %s (%s); judged by %s%n%n%s",
                result.films(),
                result.patients(),
                result.data(),
                result.split(),
                result.judge(),
                ComparisonText.of(methods));
        if (measured.json != null) {
            WholeFile.write(measured.json, Json.MAPPER.writeValueAsBytes(result));
        }
        if (measured.html != null) {
            ComparisonPage.write(
                    measured.html,
                    result.films() + " films of " + result.data() + " (" + result.split() + ")",
                    methods,
                    grid,
                    Map.of(
                            "model",
                            result.model(),
                            "judge",
                            result.judge(),
                            "diffusion",
                            result.diffusion(),
                            "settings",
                            result.settings().toString(),
                            "code",
                            System.getProperty("aerate.commit", "unknown")));
        }
    }
}
