package aerate.cli;

import aerate.film.WholeFile;
import aerate.network.Json;
import aerate.reading.course.CourseGenerator;
import aerate.reading.course.CourseSettings;
import aerate.reading.course.HealthyPrior;
import aerate.reading.diagnosis.Classifier;
import aerate.reading.followup.FollowUp;
import aerate.reading.heatmap.Explainer;
import aerate.tensor.Device;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import me.tongfei.progressbar.ProgressBar;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code aerate follow-up}: later films held against the course that was generated from the first. */
@Command(
        name = "follow-up",
        description =
                "Places a patient's later films on the course that is generated from the first, and plots them over"
                        + " days. λ is a severity, not a time.")
final class FollowUpCommand implements Callable<Integer> {
    @Parameters(arity = "0..*", paramLabel = "FILM", description = "A patient's films, the first first.")
    private List<Path> files = List.of();

    @Option(
            names = "--days",
            split = ",",
            paramLabel = "DAY",
            description = "The day of each film, as many as there are films.")
    private List<Double> days = List.of();

    @Option(
            names = "--courses",
            paramLabel = "CSV",
            description =
                    "Instead of films: a table of many patients, with the columns patient, day, file and, where known,"
                            + " view and crp_mg_l.")
    private Path courses;

    @Option(names = "--data", paramLabel = "DIR", description = "Where the table's files are; beside it if not given.")
    private Path data;

    @Option(
            names = "--phantoms",
            paramLabel = "N",
            description = "Instead of films: so many phantoms, whose healing is known.")
    private Integer phantoms;

    @Mixin
    private CourseOptions options;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Write follow-up.html and follow-up.json into this folder.")
    private Path out;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures as JSON.")
    private Path json;

    @Option(names = "--html", paramLabel = "FILE", description = "Write a page with figures and pictures.")
    private Path html;

    @Mixin
    private Machine machine;

    @Override
    public Integer call() throws IOException {
        if (Stream.of(!files.isEmpty(), courses != null, phantoms != null)
                        .filter(given -> given)
                        .count()
                != 1) {
            throw new IllegalArgumentException("one of films, --courses and --phantoms must be given, and only one");
        }
        FollowUp.requirePossible(
                options.generation.lambdas.stream().mapToInt(lambda -> lambda).toArray());
        Map<String, List<DatedFilm>> patients = patients();
        options.requirePossible();
        for (Path file : places()) {
            Files.createDirectories(file.toAbsolutePath().getParent());
        }
        FollowUpResult result;
        Device device = machine.device();
        try (Classifier classifier = options.models.open(device);
                HealthyPrior prior = HealthyPrior.open(options.generation.diffusion(), device)) {
            CourseSettings chosen = options.settings(prior);
            CourseSettings settings = phantoms == null ? chosen : chosen.ofWhateverFilm();
            Explainer explainer = options.generation.region.explainer(prior, settings);
            CourseGenerator generator = new CourseGenerator(prior, classifier, settings);
            result = phantoms == null
                    ? FollowUpResult.of(followed(patients, classifier, explainer, generator))
                    : FollowUpResult.of(PhantomFollowUps.of(
                            phantoms, classifier, explainer, generator, options.generation.lambdas));
        }
        write(result);
        return 0;
    }

    private List<FollowedPatient> followed(
            Map<String, List<DatedFilm>> patients,
            Classifier classifier,
            Explainer explainer,
            CourseGenerator generator)
            throws IOException {
        List<FollowedPatient> followed = new ArrayList<>();
        try (ProgressBar bar = ProgressBars.of("follow-up", patients.size(), "patients")) {
            for (Map.Entry<String, List<DatedFilm>> patient : patients.entrySet()) {
                followed.add(FollowedPatient.of(
                        patient.getKey(),
                        patient.getValue(),
                        classifier,
                        explainer,
                        generator,
                        options.generation.lambdas));
                bar.step();
            }
        }
        if (courses == null && followed.get(0).course().spared()) {
            throw new IllegalArgumentException(files.get(0)
                    + ": the first film must be called sick to have a course, was called normal; --force makes one");
        }
        return followed;
    }

    private Map<String, List<DatedFilm>> patients() throws IOException {
        if (phantoms != null) {
            if (phantoms < 2) {
                throw new IllegalArgumentException("--phantoms must be at least 2, was " + phantoms);
            }
            return Map.of();
        }
        if (courses != null) {
            Path folder = data == null ? courses.toAbsolutePath().getParent() : data;
            Map<String, List<DatedFilm>> patients = DatedFilm.read(courses, folder);
            patients.values().removeIf(films -> films.size() < 2);
            if (patients.isEmpty()) {
                throw new IllegalArgumentException(courses + ": a patient must have at least 2 films, none has");
            }
            return patients;
        }
        if (files.size() < 2) {
            throw new IllegalArgumentException("there must be a first film and a later one, was 1 film");
        }
        if (!days.isEmpty() && days.size() != files.size()) {
            throw new IllegalArgumentException(
                    "--days must name a day for each of " + files.size() + " films, were " + days.size());
        }
        List<DatedFilm> films = new ArrayList<>();
        for (int i = 0; i < files.size(); i++) {
            Optional<Double> day = days.isEmpty() ? Optional.empty() : Optional.of(days.get(i));
            films.add(new DatedFilm(files.get(i), day, Optional.empty(), Optional.empty()));
        }
        return new LinkedHashMap<>(Map.of("patient", films));
    }

    private List<Path> places() {
        return Stream.of(page(), figures()).flatMap(List::stream).toList();
    }

    private List<Path> page() {
        return Stream.of(
                        Optional.ofNullable(html),
                        Optional.ofNullable(out).map(folder -> folder.resolve("follow-up.html")))
                .flatMap(Optional::stream)
                .toList();
    }

    private List<Path> figures() {
        return Stream.of(
                        Optional.ofNullable(json),
                        Optional.ofNullable(out).map(folder -> folder.resolve("follow-up.json")))
                .flatMap(Optional::stream)
                .toList();
    }

    private void write(FollowUpResult result) throws IOException {
        FollowUpText.print(result);
        for (Path file : figures()) {
            WholeFile.write(file, Json.MAPPER.writeValueAsBytes(result.figures()));
        }
        for (Path file : page()) {
            FollowUpPage.write(file, result);
        }
    }
}
