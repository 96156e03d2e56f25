package aerate.cli;

import aerate.film.Film;
import aerate.film.Label;
import aerate.network.Json;
import aerate.reading.course.CourseGenerator;
import aerate.reading.course.CourseSettings;
import aerate.reading.course.HealthyPrior;
import aerate.reading.course.TreatmentCourse;
import aerate.reading.diagnosis.Classifier;
import aerate.reading.heatmap.Explainer;
import aerate.reading.heatmap.HeatMap;
import aerate.tensor.Device;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import me.tongfei.progressbar.ProgressBar;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code aerate course}: the same patient's films as the disease clears. */
@Command(name = "course", description = "Generates films' treatment courses: from today (λ = 0) towards healthy.")
final class CourseCommand implements Callable<Integer> {
    @Parameters(
            arity = "1..*",
            paramLabel = "FILM",
            description = "JPEG, PNG or DICOM files; FILE#2 is a second frame.")
    private List<Path> files;

    @Mixin
    private CourseOptions options;

    @Option(names = "--out", defaultValue = "out/course", paramLabel = "DIR", description = "(${DEFAULT-VALUE})")
    private Path out;

    @Option(
            names = "--dicom",
            paramLabel = "DIR",
            description = "Writes FILM-course.dcm, the strip as a secondary capture, to this folder.")
    private Path dicom;

    @Option(names = "--json", description = "Print JSON: one object a film.")
    private boolean json;

    @Mixin
    private Machine machine;

    @Override
    public Integer call() throws IOException {
        options.requirePossible();
        List<NamedFilm> films = NamedFilm.of(files);
        Device device = machine.device();
        List<CourseFolder.Description> descriptions = new ArrayList<>();
        try (Classifier classifier = options.models.open(device);
                HealthyPrior prior = HealthyPrior.open(options.generation.diffusion(), device)) {
            CourseSettings settings = options.settings(prior);
            Explainer explainer = options.generation.region.explainer(prior, settings);
            CourseGenerator unwatched = new CourseGenerator(prior, classifier, settings);
            options.generation.requirePossible(unwatched, films);
            Files.createDirectories(out);
            Optional<DicomStrips> strips = dicom == null
                    ? Optional.empty()
                    : Optional.of(DicomStrips.in(dicom, options.generation.diffusion()));
            int steps = unwatched.steps(films.size(), options.generation.lambdas);
            try (ProgressBar bar =
                    ProgressBars.of("course, " + settings.method().title(), steps, "steps")) {
                CourseGenerator generator = new CourseGenerator(prior, classifier, settings, bar::step);
                for (List<NamedFilm> some : NamedFilm.chunks(films, CourseGenerator.BATCH)) {
                    List<Film> read = NamedFilm.read(some);
                    List<HeatMap> maps = explainer.explain(classifier, read, Label.PNEUMONIA);
                    List<TreatmentCourse> courses = generator.generate(read, maps, options.generation.lambdas);
                    for (int i = 0; i < some.size(); i++) {
                        Path folder = out.resolve(some.get(i).name());
                        descriptions.add(CourseFolder.write(courses.get(i), folder));
                        if (strips.isPresent()) {
                            strips.get().write(some.get(i), courses.get(i));
                        }
                    }
                }
            }
        }
        if (json) {
            System.out.println(Json.MAPPER.writeValueAsString(descriptions));
        } else {
            descriptions.forEach(CourseCommand::print);
            System.out.println(out + " has the films; λ is a severity, not a time; research use only");
        }
        return 0;
    }

    private static void print(CourseFolder.Description course) {
        System.out.printf("%s (%s)%n", course.film(), course.method());
        if (course.spared()) {
            System.out.println("  called normal already: nothing was changed (--force changes it all the same)");
        }
        System.out.println("    λ  probability  verdict    change inside  outside    SSIM");
        for (CourseFolder.Point point : course.points()) {
            System.out.printf(
                    Locale.ROOT,
                    "%5d  %11.4f  %-9s  %13.4f  %7.4f  %6.4f%n",
                    point.lambda(),
                    point.probability(),
                    point.verdict(),
                    point.changeInside(),
                    point.changeOutside(),
                    point.ssim());
        }
    }
}
