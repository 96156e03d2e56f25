package aerate.cli;

import aerate.film.Film;
import aerate.network.Json;
import aerate.report.Chart;
import aerate.report.Charts;
import aerate.report.FilmPicture;
import aerate.report.Page;
import aerate.report.Panel;
import aerate.report.Series;
import aerate.report.Strip;
import com.fasterxml.jackson.core.type.TypeReference;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** Patients' films beside the courses of their first ones, as a page. */
final class FollowUpPage {
    private static final int LONG_SIDE = 256; // of a film on the page, in pixels

    private FollowUpPage() {}

    static void write(Path file, FollowUpResult result) throws IOException {
        Map<String, String> provenance = new LinkedHashMap<>();
        provenance.put("code", System.getProperty("aerate.commit", "unknown"));
        result.placed().stream().limit(1).forEach(patient -> {
            provenance.put("courses", String.valueOf(patient.course().settings()));
            provenance.put(
                    "classifier", patient.course().points().get(0).diagnosis().model());
        });
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("title", "Follow-up");
        model.put("subtitle", subtitle(result));
        model.put(
                "flags", result.flags().map(FollowUpPage::fields).map(List::of).orElse(List.of()));
        model.put("crp", result.crp().stream().map(FollowUpPage::fields).toList());
        model.put(
                "phantoms",
                result.phantoms().map(FollowUpPage::phantoms).map(List::of).orElse(List.of()));
        model.put("normal", result.normal());
        model.put(
                "patients", result.placed().stream().map(FollowUpPage::patient).toList());
        model.put("provenance", provenance);
        Page.FOLLOWUP.write(file, model);
    }

    /** A record as the page's templates can read it. */
    private static Map<String, Object> fields(Object figures) {
        return Json.MAPPER.convertValue(figures, new TypeReference<>() {});
    }

    private static String subtitle(FollowUpResult result) {
        int patients = result.patients().size();
        return result.phantoms()
                .map(phantoms -> phantoms.patients() + " phantoms, whose healing is known")
                .orElse(patients == 1 ? "one patient" : patients + " patients");
    }

    private static Map<String, Object> phantoms(PhantomFollowUps phantoms) {
        List<Double> healed = phantoms.fractions().stream()
                .map(PhantomFollowUps.Fraction::healed)
                .toList();
        Function<ToDoubleFunction<PhantomFollowUps.Fraction>, List<Double>> figures = figure ->
                phantoms.fractions().stream().map(figure::applyAsDouble).toList();
        Chart chart = Charts.lines(
                "healed",
                "recovery",
                List.of(
                        new Series(
                                "estimate, mean",
                                healed,
                                figures.apply(f -> f.recovery().value())),
                        new Series("as it should be", healed, healed)));
        return Map.of("figures", fields(phantoms), "chart", chart);
    }

    private static Map<String, Object> patient(FollowedPatient patient) {
        List<Chart> charts = new ArrayList<>();
        if (patient.have(FollowedFilm::day)) {
            double end = patient.course()
                    .points()
                    .get(patient.course().points().size() - 1)
                    .lambda();
            charts.add(Charts.lines(
                    "day",
                    "severity",
                    List.of(
                            series("1 − recovery", patient, film -> 1 - film.recovery()),
                            series("1 − λ / λ of the end", patient, film -> 1 - film.lambda() / end),
                            series("probability of pneumonia", patient, FollowedFilm::probability))));
            if (patient.have(FollowedFilm::crp)) {
                charts.add(Charts.lines(
                        "day",
                        "CRP, mg/l",
                        List.of(series("CRP", patient, film -> film.crp().orElseThrow()))));
            }
        }
        return Map.of(
                "name", patient.name(),
                "films", films(patient),
                "course", course(patient),
                "charts", charts,
                "rows", patient.figures().stream().map(FollowUpPage::fields).toList());
    }

    private static Series series(String name, FollowedPatient patient, ToDoubleFunction<FollowedFilm> figure) {
        return new Series(
                name,
                patient.figures().stream().map(film -> film.day().orElseThrow()).toList(),
                patient.figures().stream().map(figure::applyAsDouble).toList());
    }

    private static BufferedImage films(FollowedPatient patient) {
        List<Panel> panels = new ArrayList<>();
        for (int i = 0; i < patient.films().size(); i++) {
            FollowedFilm film = patient.figures().get(i);
            Optional<String> day = film.day().map(number -> String.format(Locale.ROOT, "day %.0f", number));
            panels.add(new Panel(
                    FilmPicture.of(small(patient.films().get(i))),
                    day.orElse("film " + (i + 1)),
                    film.comparable() ? String.format(Locale.ROOT, "recovery %.2f", film.recovery()) : "flagged"));
        }
        return Strip.row(panels);
    }

    /** As large as it is looked at: a page of many patients stays small enough to open. */
    private static Film small(Film film) {
        double scale = Math.min(1, (double) LONG_SIDE / Math.max(film.width(), film.height()));
        return film.resized((int) Math.max(1, Math.round(scale * film.width())), (int)
                Math.max(1, Math.round(scale * film.height())));
    }

    private static BufferedImage course(FollowedPatient patient) {
        return Strip.row(patient.course().points().stream()
                .map(point -> new Panel(FilmPicture.of(small(point.film())), "λ " + point.lambda()))
                .toList());
    }
}
