package aerate.cli;

import aerate.film.Label;
import aerate.reading.Reader;
import aerate.reading.Reading;
import aerate.reading.course.CourseGenerator;
import aerate.reading.course.CourseSettings;
import aerate.reading.course.HealthyPrior;
import aerate.reading.course.TreatmentCourse;
import aerate.reading.diagnosis.Classifier;
import aerate.reading.diagnosis.Diagnosis;
import aerate.reading.heatmap.Explainer;
import aerate.report.DifferenceMap;
import aerate.report.FilmPicture;
import aerate.report.Page;
import aerate.tensor.Device;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code aerate read}: diagnosis, heat map and course, and a page for each film. */
@Command(
        name = "read",
        description = "The whole sentence: diagnosis, heat map and treatment course, on one page a film.")
final class ReadCommand implements Callable<Integer> {
    @Parameters(
            arity = "1..*",
            paramLabel = "FILM",
            description = "JPEG, PNG or DICOM files; FILE#2 is a second frame.")
    private List<Path> files;

    @Mixin
    private CourseOptions options;

    @Option(names = "--out", defaultValue = "out/read", paramLabel = "DIR", description = "(${DEFAULT-VALUE})")
    private Path out;

    @Mixin
    private Machine machine;

    @Override
    public Integer call() throws IOException {
        options.requirePossible();
        List<NamedFilm> films = NamedFilm.of(files);
        Device device = machine.device();
        try (Classifier classifier = options.models.open(device);
                HealthyPrior prior = HealthyPrior.open(options.generation.diffusion(), device)) {
            CourseSettings settings = options.settings(prior);
            Explainer explainer = options.generation.region.explainer(prior, settings);
            CourseGenerator unwatched = new CourseGenerator(prior, classifier, settings);
            options.generation.requirePossible(unwatched, films);
            Files.createDirectories(out);
            int steps = films.size() * unwatched.steps(1, options.generation.lambdas);
            try (ProgressBar bar = ProgressBars.of("reading", steps, "steps")) {
                CourseGenerator courses = new CourseGenerator(prior, classifier, settings, bar::step);
                Reader reader = new Reader(classifier, explainer, courses, options.generation.lambdas);
                for (NamedFilm film : films) {
                    Path page = out.resolve(film.name() + ".html");
                    Page.READING.write(page, model(film.name(), reader.read(film.read())));
                    System.out.println(page);
                }
            }
        }
        return 0;
    }

    private Map<String, Object> model(String name, Reading reading) {
        Diagnosis diagnosis = reading.diagnosis();
        Map<String, Object> provenance = new LinkedHashMap<>();
        provenance.put("film", reading.film().info().source());
        provenance.put("classifier", diagnosis.model() + ", weights " + diagnosis.weightsHash());
        provenance.put("diffusion", options.generation.diffusion());
        provenance.put(
                "course",
                "%s, %d steps, seed %d"
                        .formatted(
                                reading.course().settings().method().title(),
                                reading.course().settings().steps(),
                                reading.course().settings().seed()));
        provenance.put("code", System.getProperty("aerate.commit", "unknown"));
        provenance.replaceAll((key, value) -> value.toString());
        return Map.of(
                "film", Map.of("name", name, "picture", FilmPicture.of(reading.film())),
                "diagnosis",
                        Map.of(
                                "probability", diagnosis.probability(),
                                "threshold", diagnosis.operatingPoint().threshold(),
                                "sick", diagnosis.verdict() == Label.PNEUMONIA,
                                "note", diagnosis.operatingPoint().chosen()),
                "heatMap",
                        Map.of(
                                "overlay", Pictures.overlay(reading.film(), reading.where()),
                                "method", reading.where().method()),
                "course", course(reading.course()),
                "provenance", provenance);
    }

    private static Map<String, Object> course(TreatmentCourse course) {
        List<Map<String, Object>> steps = course.points().stream()
                .map(point -> Map.<String, Object>of(
                        "lambda", point.lambda(),
                        "probability", point.diagnosis().probability(),
                        "insideChange", point.changeInside(),
                        "outsideChange", point.changeOutside(),
                        "ssim", point.ssim(),
                        "picture", FilmPicture.of(point.film())))
                .toList();
        return Map.of(
                "method", course.settings().method().title(),
                "strip", CourseFolder.strip(course),
                "differences", CourseFolder.differences(course),
                "scale", DifferenceMap.scale(CourseFolder.RANGE),
                "animation", CourseFolder.animation(course),
                "steps", steps);
    }
}
