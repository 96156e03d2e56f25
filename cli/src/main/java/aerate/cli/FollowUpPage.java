package aerate.cli;

import aerate.report.Chart;
import aerate.report.Charts;
import aerate.report.FilmPicture;
import aerate.report.Page;
import aerate.report.Panel;
import aerate.report.Series;
import aerate.report.Strip;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Patients' films beside the courses of their first ones, as a page. */
final class FollowUpPage {
    private FollowUpPage() {}

    static void write(Path file, List<FollowedPatient> patients, Optional<CrpAgreement> crp) throws IOException {
        Map<String, String> provenance = new LinkedHashMap<>();
        provenance.put("code", System.getProperty("aerate.commit", "unknown"));
        Page.FOLLOWUP.write(
                file,
                Map.of(
                        "title",
                        "Follow-up",
                        "subtitle",
                        patients.size() == 1 ? "one patient" : patients.size() + " patients",
                        "crp",
                        crp.map(List::of).orElse(List.of()),
                        "patients",
                        patients.stream().map(FollowUpPage::patient).toList(),
                        "provenance",
                        provenance));
    }

    private static Map<String, Object> patient(FollowedPatient patient) {
        boolean dated = patient.have(FollowedFilm::day);
        List<Chart> charts = new ArrayList<>();
        if (dated) {
            charts.add(Charts.lines(
                    "day",
                    "severity",
                    List.of(
                            series("1 − recovery", patient, film -> 1 - film.recovery()),
                            series("probability of pneumonia", patient, FollowedFilm::probability))));
        }
        if (dated && patient.have(FollowedFilm::crp)) {
            charts.add(Charts.lines(
                    "day",
                    "CRP, mg/l",
                    List.of(series("CRP", patient, film -> film.crp().orElseThrow()))));
        }
        return Map.of(
                "name", patient.name(),
                "films", films(patient),
                "course", course(patient),
                "charts", charts,
                "rows", patient.all());
    }

    private static Series series(String name, FollowedPatient patient, ToDoubleFunction<FollowedFilm> figure) {
        return new Series(
                name,
                patient.all().stream().map(film -> film.day().orElseThrow()).toList(),
                patient.all().stream().map(figure::applyAsDouble).toList());
    }

    private static BufferedImage films(FollowedPatient patient) {
        List<Panel> panels = new ArrayList<>();
        for (int i = 0; i < patient.films().size(); i++) {
            FollowedFilm film = patient.all().get(i);
            panels.add(new Panel(
                    FilmPicture.of(patient.films().get(i)),
                    film.day()
                            .map(day -> String.format(Locale.ROOT, "day %.0f", day))
                            .orElse("film " + (i + 1)),
                    film.samePatient()
                            ? String.format(Locale.ROOT, "recovery %.2f", film.recovery())
                            : "another patient or view?"));
        }
        return Strip.row(panels);
    }

    private static BufferedImage course(FollowedPatient patient) {
        return Strip.row(patient.course().points().stream()
                .map(point -> new Panel(FilmPicture.of(point.film()), "λ " + point.lambda()))
                .toList());
    }
}
