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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
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
                            + " crp_mg_l.")
    private Path courses;

    @Mixin
    private CourseOptions options;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures as JSON.")
    private Path json;

    @Option(names = "--html", paramLabel = "FILE", description = "Write a page with figures and pictures.")
    private Path html;

    @Mixin
    private Machine machine;

    /**
     * What {@code --json} writes.
     *
     * @param note what λ is not
     * @param samePatient correlation of detail from which films count as of one patient
     * @param patients by name, their films in order
     * @param crp where films and CRP agree, if that is known
     */
    private record Result(
            String note, double samePatient, Map<String, List<FollowedFilm>> patients, Optional<CrpAgreement> crp) {}

    @Override
    public Integer call() throws IOException {
        Map<String, List<DatedFilm>> patients = patients();
        CourseSettings settings = options.settings().ofWhateverFilm();
        for (Path file : new Path[] {json, html}) {
            if (file != null) {
                Files.createDirectories(file.toAbsolutePath().getParent());
            }
        }
        Device device = machine.device();
        List<FollowedPatient> followed = new ArrayList<>();
        try (Classifier classifier = options.models.open(device);
                HealthyPrior prior = HealthyPrior.open(options.generation.diffusion(), device)) {
            Explainer explainer = options.generation.region.explainer(prior, settings);
            CourseGenerator generator = new CourseGenerator(prior, classifier, settings);
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
        }
        write(followed);
        return 0;
    }

    private Map<String, List<DatedFilm>> patients() throws IOException {
        if ((courses == null) == files.isEmpty()) {
            throw new IllegalArgumentException("either films or --courses must be given");
        }
        if (courses != null) {
            Map<String, List<DatedFilm>> patients = DatedFilm.read(courses);
            patients.values().removeIf(films -> films.size() < 2);
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
            films.add(new DatedFilm(
                    files.get(i), days.isEmpty() ? Optional.empty() : Optional.of(days.get(i)), Optional.empty()));
        }
        return new LinkedHashMap<>(Map.of("patient", films));
    }

    private void write(List<FollowedPatient> followed) throws IOException {
        followed.forEach(FollowUpCommand::print);
        Optional<CrpAgreement> crp = CrpAgreement.of(followed);
        crp.ifPresent(FollowUpCommand::print);
        System.out.println("λ and recovery are severities, not times; research use only");
        Map<String, List<FollowedFilm>> patients = new LinkedHashMap<>();
        followed.forEach(patient -> patients.put(patient.name(), patient.all()));
        if (json != null) {
            WholeFile.write(
                    json,
                    Json.MAPPER.writeValueAsBytes(new Result(
                            "λ and recovery are severities, not times", FollowUp.SAME_PATIENT, patients, crp)));
        }
        if (html != null) {
            FollowUpPage.write(html, followed, crp);
        }
    }

    private static void print(FollowedPatient patient) {
        System.out.println(patient.name());
        System.out.println("     day  probability     λ   [95 %]       recovery [95 %]           detail   CRP  film");
        for (FollowedFilm film : patient.all()) {
            System.out.printf(
                    Locale.ROOT,
                    "%8s  %11.4f  %4.0f [%3.0f, %3.0f]  %8.2f [%5.2f, %5.2f]  %7.2f%s %5s  %s%n",
                    film.day()
                            .map(day -> String.format(Locale.ROOT, "%.0f", day))
                            .orElse("-"),
                    film.probability(),
                    film.lambda(),
                    film.lambdaInterval()[0],
                    film.lambdaInterval()[1],
                    film.recovery(),
                    film.recoveryInterval()[0],
                    film.recoveryInterval()[1],
                    film.correlation(),
                    film.samePatient() ? " " : "!",
                    film.crp()
                            .map(value -> String.format(Locale.ROOT, "%.0f", value))
                            .orElse("-"),
                    film.film());
        }
        if (patient.all().stream().anyMatch(film -> !film.samePatient())) {
            System.out.println(
                    "  ! of another patient or another view, as it seems: its figures are not to be believed");
        }
    }

    private static void print(CrpAgreement crp) {
        System.out.printf(
                Locale.ROOT,
                "of %d steps from film to film, CRP went the way of the recovery in %.0f %% [%.0f, %.0f], of the classifier's"
                        + " probability in %.0f %% [%.0f, %.0f]%n",
                crp.steps(),
                100 * crp.recovery().value(),
                100 * crp.recovery().low(),
                100 * crp.recovery().high(),
                100 * crp.probability().value(),
                100 * crp.probability().low(),
                100 * crp.probability().high());
    }
}
