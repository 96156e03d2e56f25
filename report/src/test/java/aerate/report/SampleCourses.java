package aerate.report;

import aerate.film.Film;
import java.util.HashMap;
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

    static Map<String, Object> detection() {
        List<Interval> intervals = List.of(new Interval(0.71, 0.69, 0.72));
        return Map.of(
                "title", "Pneumonia found by a denoiser",
                "subtitle", "2 films",
                "chart", Charts.intervals("AUROC", List.of("λ 200"), Map.of("uniform", intervals)),
                "rows", List.of(Map.of("method", "uniform", "lambda", 200, "auroc", figure(0.71))),
                "provenance", Map.of("diffusion", "abc"));
    }

    /** A level as the page reads one. */
    public record Level(
            int level,
            double signal,
            double expectedSignal,
            double signalToNoise,
            double expectedSignalToNoise,
            double whiteness,
            double expectedWhiteness) {}

    static Map<String, Object> whitening() {
        Chart chart = Charts.lines("t", "", List.of(new Series("measured", List.of(1.0, 2.0), List.of(3.0, 4.0))));
        return Map.of(
                "title",
                "Whitening",
                "subtitle",
                "2 films",
                "spectra",
                chart,
                "signal",
                chart,
                "ratio",
                chart,
                "levels",
                List.of(new Level(300, 0.625, 0.63, 0.0469, 0.0472, 0.944, 0.986)),
                "provenance",
                Map.of("noise", "gaussian"));
    }

    private static Map<String, Object> share(int count, int of) {
        return Map.of("count", count, "of", of, "value", (double) count / of, "low", 0.1, "high", 0.9);
    }

    static Map<String, Object> followUp(Film film) {
        Map<String, Object> row = new HashMap<>(Map.of(
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
                List.of(0.3, 0.6)));
        row.putAll(Map.of(
                "inside",
                Map.of("mean", -0.03, "absolute", 0.04, "ssim", 0.8),
                "outside",
                Map.of("mean", 0.001, "absolute", 0.01, "ssim", 0.9),
                "correlation",
                0.04,
                "unlike",
                true,
                "trend",
                "BETTER",
                "flags",
                List.of("another patient or view?")));
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
        Map<String, Object> crp = Map.of(
                "figure", "recovery",
                "steps", share(4, 7),
                "patients", share(2, 3),
                "overPatients", figure(0.6),
                "rank", figure(0.3));
        return Map.of(
                "title", "Follow-up",
                "subtitle", "one patient",
                "flags", List.of(Map.of("onePatient", share(1, 9), "twoPatients", share(7, 9), "threshold", 0.25)),
                "crp", List.of(crp),
                "phantoms", List.of(),
                "normal", List.of("patient two"),
                "patients", List.of(patient),
                "provenance", Map.of("code", "none"));
    }
}
