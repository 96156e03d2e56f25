package aerate.report;

import aerate.film.Film;
import java.util.List;
import java.util.Map;

/** Models of pages about treatment courses. */
final class SampleCourses {
    private SampleCourses() {}

    private static Map<String, Object> figure(double value) {
        return Map.of("value", value, "low", value - 0.02, "high", value + 0.01);
    }

    static Map<String, Object> comparison(Film film) {
        Map<String, Object> point = Map.of(
                "lambda", 600,
                "normalRate", figure(0.83),
                "outsideMae", figure(0.02),
                "outsideSsim", figure(0.98),
                "reidentified", figure(0.97),
                "frechet", 43.21,
                "kernel", -0.1,
                "lesionError", List.of(figure(0.35)));
        Map<String, Object> method = Map.of(
                "name", "guided",
                "lambdas", List.of(point),
                "monotonicity", figure(-0.99),
                "smoothness", figure(0.02),
                "largestJump", figure(0.03),
                "seconds", 2.5);
        return Map.of(
                "title", "Methods",
                "subtitle", "2 films",
                "bars",
                        Charts.bars(
                                "", "judged normal, %", List.of("λ 600"), List.of(new Bars("guided", List.of(83.0)))),
                "methods", List.of(method),
                "pictures", FilmPicture.of(film),
                "provenance", Map.of("judge", "resnet"));
    }

    static Map<String, Object> followUp(Film film) {
        Map<String, Object> row = Map.of(
                "film",
                "later.png",
                "probability",
                0.4,
                "lambda",
                312.0,
                "lambdaInterval",
                List.of(250.0, 400.0),
                "recovery",
                0.45,
                "recoveryInterval",
                List.of(0.3, 0.6),
                "changeInside",
                -0.03,
                "changeOutside",
                0.01,
                "correlation",
                0.04,
                "samePatient",
                false);
        Map<String, Object> patient = Map.of(
                "name", "patient one",
                "films", FilmPicture.of(film),
                "course", FilmPicture.of(film),
                "charts",
                        List.of(Charts.lines(
                                "day",
                                "CRP, mg/l",
                                List.of(new Series("CRP", List.of(0.0, 3.0), List.of(90.0, 20.0))))),
                "rows", List.of(row));
        return Map.of(
                "title", "Follow-up",
                "subtitle", "one patient",
                "crp", List.of(Map.of("steps", 7, "recovery", figure(0.6), "probability", figure(0.5))),
                "patients", List.of(patient),
                "provenance", Map.of("code", "none"));
    }
}
