package aerate.report;

import aerate.film.Film;
import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Models of pages, as the templates' heads describe them. */
final class SampleModels {
    private SampleModels() {}

    static Map<String, Object> reading(Film film, String name) {
        List<Map<String, Object>> steps = new ArrayList<>();
        List<Panel> panels = new ArrayList<>();
        List<Panel> differences = new ArrayList<>();
        List<BufferedImage> frames = new ArrayList<>();
        for (Film step : Samples.course(film)) {
            int lambda = 100 * steps.size();
            BufferedImage picture = FilmPicture.of(step);
            frames.add(picture);
            panels.add(new Panel(picture, "\u03bb = " + lambda, "pneumonia " + (97 - lambda / 7) + " %"));
            differences.add(new Panel(DifferenceMap.paint(film, step, 0.3f), "\u03bb = " + lambda));
            steps.add(Map.of(
                    "lambda",
                    lambda,
                    "probability",
                    0.97 - lambda / 700.0,
                    "insideChange",
                    lambda / 8000.0,
                    "outsideChange",
                    lambda / 300000.0,
                    "ssim",
                    1 - lambda / 9000.0,
                    "picture",
                    picture));
        }
        return Map.of(
                "film",
                        Map.of(
                                "name",
                                name,
                                "note",
                                film.width() + " \u00d7 " + film.height() + " pixels, 8 bits",
                                "picture",
                                FilmPicture.of(film)),
                "diagnosis",
                        Map.of(
                                "probability",
                                0.973,
                                "threshold",
                                0.412,
                                "sick",
                                true,
                                "note",
                                "sensitivity at least 95 % on validation"),
                "heatMap",
                        Map.of(
                                "overlay",
                                Overlay.outlined(film, Samples.heat(), Samples.HEAT_SIDE, Samples.HEAT_SIDE, 0.5f),
                                "method",
                                "Grad-CAM"),
                "triage", Map.of("place", "1 of 24", "reason", "most probable pneumonia"),
                "course",
                        Map.of(
                                "method", "per-pixel",
                                "strip", Strip.row(panels),
                                "differences", Strip.row(differences),
                                "scale", DifferenceMap.scale(0.3f),
                                "animation", Animation.gif(frames, Duration.ofMillis(400)),
                                "steps", steps),
                "provenance", provenance());
    }

    static Map<String, Object> evaluation() {
        return Map.of(
                "title", "densenet121-quick",
                "subtitle", "624 films of the test part, checkpoint of epoch 7",
                "evaluation", figures(),
                "charts", charts(),
                "provenance", provenance());
    }

    static Map<String, Object> kernel() {
        Chart chart = Charts.lines("number", "eigenvalue", List.of(curve("512 units", -1)));
        return Map.of(
                "title",
                "Tangent kernels",
                "subtitle",
                "64 films",
                "reading",
                List.of("Wider is not better."),
                "momentum",
                0.9,
                "widths",
                List.of(width(512, Double.POSITIVE_INFINITY), width(2048, 1234)),
                "spectra",
                chart,
                "losses",
                chart,
                "provenance",
                provenance());
    }

    private static Map<String, Object> width(int units, double condition) {
        return Map.ofEntries(
                Map.entry("width", units),
                Map.entry("parameters", 7_000_000L),
                Map.entry("largestEigenvalue", 3.0 * units),
                Map.entry("meanEigenvalue", 40.5),
                Map.entry("conditionNumber", condition),
                Map.entry("effectiveRank", 2.2),
                Map.entry("alignment", 0.55),
                Map.entry("lastLayerShare", 0.25),
                Map.entry("largestLearningRate", 0.04),
                Map.entry("stepsToTenth", 149.0),
                Map.entry("drift", Double.NaN),
                Map.entry("foretold", Double.NaN),
                Map.entry("loss", Double.NaN));
    }

    static Map<String, Object> heatMaps(Film film) {
        Map<String, Double> hits = Map.of("value", 0.923, "low", 0.88, "high", 0.961);
        Map<String, Double> road = Map.of("value", 0.1, "low", 0.06, "high", 0.14);
        return Map.of(
                "title", "Heat maps of densenet121-quick",
                "subtitle", "181 films with pneumonia of phantoms (test)",
                "columns", List.of("pointing game", "ROAD \u2191"),
                "methods",
                        List.of(
                                Map.of("name", "grad-cam", "figures", List.of(hits, road), "milliseconds", 4.2),
                                Map.of("name", "none", "figures", List.of(road, road), "milliseconds", 0.01)),
                "pictures", Strip.row(List.of(new Panel(film, "grad-cam"))),
                "provenance", provenance());
    }

    static Map<String, Object> demo(Film film, Film healthy) {
        List<Panel> phantoms = List.of(
                new Panel(film, "phantom"),
                new Panel(Overlay.outlined(film, Samples.heat(), Samples.HEAT_SIDE, Samples.HEAT_SIDE, 0.5f), "lesion"),
                new Panel(Samples.cleared(film, 1), "healthy twin"),
                new Panel(healthy, "another patient"));
        List<Panel> course = Samples.course(film).stream()
                .map(step -> new Panel(step, "film"))
                .toList();
        Chart loss = Charts.lines("step", "loss", List.of(curve("training", -1), curve("validation", -0.7)));
        return Map.ofEntries(
                Map.entry(
                        "subtitle",
                        "Phantoms, a classifier, a diffusion model and their courses, made on this machine."),
                Map.entry(
                        "cards",
                        List.of(
                                Map.of(
                                        "label",
                                        "Accuracy",
                                        "value",
                                        0.984,
                                        "unit",
                                        "percent",
                                        "note",
                                        "held-out patients"),
                                Map.of("label", "PSNR to the healthy twin", "value", 31.42, "note", "per-pixel, in dB"),
                                Map.of("label", "Time", "value", 312.0, "unit", "seconds"))),
                Map.entry("pretrained", "the diffusion model starts from models/demo."),
                Map.entry(
                        "phantoms",
                        Map.of("strip", Strip.row(phantoms), "note", "No patient stands behind these films.")),
                Map.entry(
                        "training",
                        List.of(
                                Map.of("title", "Classifier", "chart", loss, "note", "3 epochs"),
                                Map.of("title", "Diffusion", "chart", loss))),
                Map.entry("evaluation", figures()),
                Map.entry("charts", charts()),
                Map.entry(
                        "heatMaps",
                        Map.of("strip", Strip.row(phantoms), "hitRate", 0.91, "note", "Grad-CAM of the classifier.")),
                Map.entry(
                        "courses",
                        List.of(Map.of(
                                "caption",
                                "One patient, three methods",
                                "strip",
                                Strip.grid(List.of(
                                        new Strip.Row("uniform", course),
                                        new Strip.Row("matrix", course),
                                        new Strip.Row("per-pixel", course)))))),
                Map.entry(
                        "methods",
                        List.of(
                                Map.of(
                                        "name",
                                        "uniform",
                                        "psnrToTwin",
                                        22.1,
                                        "outsideMae",
                                        0.061,
                                        "normalRate",
                                        0.93,
                                        "note",
                                        "AnoDDPM"),
                                Map.of(
                                        "name",
                                        "per-pixel",
                                        "psnrToTwin",
                                        31.4,
                                        "outsideMae",
                                        0.0042,
                                        "normalRate",
                                        0.9,
                                        "note",
                                        "each pixel its own start"))),
                Map.entry("inputPsnr", 26.3),
                Map.entry(
                        "normalRates",
                        Charts.bars(
                                "\u03bb",
                                "share called normal",
                                List.of("200", "400", "600"),
                                List.of(
                                        new Bars("uniform", List.of(0.2, 0.6, 0.9), List.of(0.05, 0.06, 0.03)),
                                        new Bars("per-pixel", List.of(0.3, 0.7, 0.9), List.of(0.05, 0.06, 0.03))))),
                Map.entry(
                        "steps",
                        List.of(
                                Map.of("name", "phantoms", "seconds", 8.4),
                                Map.of("name", "training", "seconds", 250))),
                Map.entry("provenance", provenance()));
    }

    static Map<String, Object> worklist(List<String> films) {
        return worklist(films.iterator());
    }

    /** The first film is unreadable, of the others all is known. */
    static Map<String, Object> worklist(Iterator<String> films) {
        Iterator<Map<String, Object>> rows = new Iterator<>() {
            private int rank;

            @Override
            public boolean hasNext() {
                return films.hasNext();
            }

            @Override
            public Map<String, Object> next() {
                Map<String, Object> row = new HashMap<>();
                row.put("rank", ++rank);
                row.put("film", films.next());
                row.put("priority", rank == 1 ? "unreadable" : "unlike");
                row.putAll(
                        rank == 1
                                ? Map.of("reason", "truncated")
                                : Map.of(
                                        "probability",
                                        0.25,
                                        "uncertainty",
                                        0.811,
                                        "unlike",
                                        true,
                                        "thumbnail",
                                        "/9j/"));
                return row;
            }
        };
        return Map.of(
                "title",
                "Worklist",
                "subtitle",
                "films",
                "threshold",
                0.5,
                "total",
                12000,
                "counts",
                List.of(Map.of("priority", "unlike", "label", "unlike the training films", "films", 12000)),
                "pages",
                List.of(),
                "folder",
                "file:///films/",
                "films",
                rows,
                "provenance",
                provenance());
    }

    private static Map<String, Object> charts() {
        return Map.of(
                "roc",
                        Charts.roc(List.of(
                                curve("AUROC 0.981", 0.1), new Series("operating point", List.of(0.1), List.of(0.79)))),
                "precisionRecall",
                        Charts.precisionRecall(
                                List.of(new Series("AUPRC 0.97", List.of(0.0, 0.7, 1.0), List.of(1.0, 0.98, 0.62)))),
                "calibration",
                        Charts.calibration(
                                List.of(new Series("films", List.of(0.1, 0.5, 0.9), List.of(0.05, 0.56, 0.97)))));
    }

    private static Series curve(String name, double power) {
        List<Double> x = IntStream.rangeClosed(power < 0 ? 1 : 0, 40)
                .mapToObj(i -> i / 40.0)
                .toList();
        return new Series(name, x, x.stream().map(at -> Math.pow(at, power)).toList());
    }

    private static Map<String, Object> figures() {
        return Map.ofEntries(
                Map.entry("films", 1624),
                Map.entry("patients", 803),
                Map.entry("threshold", 0.412),
                Map.entry("accuracy", estimate(0.953)),
                Map.entry("sensitivity", estimate(0.968)),
                Map.entry("specificity", estimate(0.927)),
                Map.entry("positivePredictiveValue", estimate(0.957)),
                Map.entry("negativePredictiveValue", estimate(0.945)),
                Map.entry("f1", estimate(0.962)),
                Map.entry("auroc", new Estimate(Double.NaN, Double.NaN, Double.NaN)),
                Map.entry("auprc", estimate(0.985)),
                Map.entry("brier", 0.0412),
                Map.entry("calibrationError", 0.0231),
                Map.entry(
                        "confusion",
                        Map.of("truePositive", 378, "falsePositive", 17, "trueNegative", 1217, "falseNegative", 12)),
                Map.entry(
                        "subtypes",
                        List.of(
                                Map.of(
                                        "subtype",
                                        "bacteria",
                                        "films",
                                        242,
                                        "found",
                                        238,
                                        "sensitivity",
                                        estimate(0.983)),
                                Map.of(
                                        "subtype",
                                        "virus",
                                        "films",
                                        148,
                                        "found",
                                        140,
                                        "sensitivity",
                                        estimate(0.946)))));
    }

    /** In the shape of {@code aerate.training.metrics.Estimate}: templates read records as they read maps. */
    public record Estimate(double value, double low, double high) {}

    private static Estimate estimate(double value) {
        return new Estimate(value, value - 0.021, value + 0.017);
    }

    private static Map<String, String> provenance() {
        return new TreeMap<>(Map.of("checkpoint", "sha256 0f3a", "commit", "3c1d", "device", "cpu", "seed", "1"));
    }
}
