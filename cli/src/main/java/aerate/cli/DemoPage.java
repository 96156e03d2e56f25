package aerate.cli;

import aerate.film.Film;
import aerate.film.phantom.Phantom;
import aerate.reading.course.CourseMethod;
import aerate.reading.course.TreatmentCourse;
import aerate.reading.heatmap.HeatMap;
import aerate.report.Bars;
import aerate.report.Chart;
import aerate.report.Charts;
import aerate.report.Overlay;
import aerate.report.Page;
import aerate.report.Panel;
import aerate.report.Strip;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** The demo's page: words and pictures for what {@link DemoResult} holds. */
final class DemoPage {
    private static final int SHOWN_PHANTOMS = 6;
    private static final int SHOWN_MAPS = 6;
    private static final int SHOWN_COURSES = 4;
    private static final String PRETRAINED = "The diffusion model starts from one that ships (models/demo/ddpm, trained"
            + " on 2,000 other healthy phantoms by recipes/demo-ddpm.yaml) and was trained a little further here.";
    private static final Map<CourseMethod, String> NOTES = Map.of(
            CourseMethod.UNIFORM, "AnoDDPM: the whole film is noised and denoised",
            CourseMethod.MATRIX, "the reference: noise weighted by the heat map",
            CourseMethod.PER_PIXEL, "each pixel has its own start step; outside of the region nothing changes");

    private DemoPage() {}

    static void write(Path file, DemoResult result) throws IOException {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put(
                "subtitle",
                "%d phantoms of %d px; figures on %d films of patients held out"
                        .formatted(
                                result.phantoms().films().size(),
                                Demo.SIZE,
                                result.heldOut().size()));
        model.put("cards", cards(result));
        model.put("pretrained", PRETRAINED);
        model.put(
                "phantoms",
                Map.of(
                        "strip",
                        phantoms(result),
                        "note",
                        "Synthetic films whose truth is known: each sick one has a lesion mask and a healthy twin."));
        model.put(
                "training",
                List.of(Map.of(
                        "title",
                        "Classifier",
                        "chart",
                        TrainingCurves.of(result.folder().resolve("demo-classifier")))));
        model.put("evaluation", result.evaluation());
        model.put("charts", EvaluationCharts.of(result.evaluation()));
        model.put(
                "heatMaps",
                Map.of(
                        "strip", maps(result),
                        "hitRate", result.hitRate(),
                        "note",
                                "Where the classifier sees pneumonia (class activation maps), beside the lesion itself."));
        model.put("courses", courses(result));
        model.put("methods", methods(result));
        model.put("inputPsnr", result.inputPsnr());
        model.put("normalRates", normalRates(result));
        model.put(
                "steps",
                result.seconds().entrySet().stream()
                        .map(step -> Map.of("name", step.getKey(), "seconds", step.getValue()))
                        .toList());
        model.put("provenance", provenance(result));
        Page.DEMO.write(file, model);
    }

    private static List<Map<String, Object>> cards(DemoResult result) {
        return List.of(
                Map.of(
                        "label",
                        "Accuracy",
                        "value",
                        result.evaluation().accuracy().value(),
                        "unit",
                        "percent"),
                Map.of("label", "AUROC", "value", result.evaluation().auroc().value()),
                Map.of("label", "Heat map peaks in the lesion", "value", result.hitRate(), "unit", "percent"),
                Map.of(
                        "label", "Healed: PSNR to the healthy twin",
                        "value", String.format(Locale.ROOT, "%.1f dB", result.psnrToTwin(CourseMethod.PER_PIXEL)),
                        "note",
                                String.format(
                                        Locale.ROOT,
                                        "per-pixel, λ = %d; the sick film has %.1f dB",
                                        Demo.LAMBDAS.get(result.lastPoint()),
                                        result.inputPsnr())),
                Map.of("label", "Time", "value", result.totalSeconds(), "unit", "seconds"));
    }

    private static BufferedImage phantoms(DemoResult result) {
        List<Phantom> shown = result.sick().stream().limit(SHOWN_PHANTOMS).toList();
        return Strip.grid(List.of(
                row("sick", shown.stream().map(Phantom::film).toList()),
                row("lesion", shown.stream().map(Phantom::lesion).toList()),
                row("healthy twin", shown.stream().map(Phantom::twin).toList())));
    }

    private static Strip.Row row(String title, List<Film> films) {
        return new Strip.Row(
                title, films.stream().map(film -> new Panel(film, "")).toList());
    }

    private static BufferedImage maps(DemoResult result) {
        int shown = Math.min(SHOWN_MAPS, result.sick().size());
        List<Panel> overlays = IntStream.range(0, shown)
                .mapToObj(i -> {
                    HeatMap map = result.maps().get(i);
                    Phantom phantom = result.sick().get(i);
                    boolean hit = DemoResult.hits(map, phantom.lesion());
                    return new Panel(
                            Overlay.paint(phantom.film(), map.evidence(), map.width(), map.height()),
                            hit ? "peak inside" : "peak outside");
                })
                .toList();
        return Strip.grid(List.of(
                row(
                        "film",
                        result.sick().stream().limit(shown).map(Phantom::film).toList()),
                new Strip.Row("heat map", overlays),
                row(
                        "lesion",
                        result.sick().stream().limit(shown).map(Phantom::lesion).toList())));
    }

    private static List<Map<String, Object>> courses(DemoResult result) {
        List<Map<String, Object>> courses = new ArrayList<>();
        for (int i = 0; i < Math.min(SHOWN_COURSES, result.healed().size()); i++) {
            List<Strip.Row> rows = new ArrayList<>();
            for (CourseMethod method : Demo.METHODS) {
                rows.add(new Strip.Row(
                        method.title(), panels(result.courses().get(method).get(i))));
            }
            Phantom phantom = result.sick().get(i);
            rows.add(new Strip.Row(
                    "truth", List.of(new Panel(phantom.film(), "sick"), new Panel(phantom.twin(), "healthy twin"))));
            courses.add(Map.of("caption", phantom.entry().name(), "strip", Strip.grid(rows)));
        }
        return courses;
    }

    private static List<Panel> panels(TreatmentCourse course) {
        return course.points().stream()
                .map(point -> new Panel(point.film(), "λ " + point.lambda()))
                .toList();
    }

    private static List<Map<String, Object>> methods(DemoResult result) {
        List<Map<String, Object>> methods = new ArrayList<>();
        for (CourseMethod method : Demo.METHODS) {
            methods.add(Map.of(
                    "name", method.title(),
                    "psnrToTwin", result.psnrToTwin(method),
                    "outsideMae", result.outsideMae(method),
                    "normalRate", result.normalRate(method, result.lastPoint()),
                    "note", NOTES.get(method)));
        }
        return methods;
    }

    private static Chart normalRates(DemoResult result) {
        List<Bars> groups = new ArrayList<>();
        for (CourseMethod method : Demo.METHODS) {
            groups.add(new Bars(
                    method.title(),
                    IntStream.rangeClosed(0, result.lastPoint())
                            .mapToObj(point -> result.normalRate(method, point))
                            .toList()));
        }
        return Charts.bars(
                "λ",
                "Share called normal",
                Demo.LAMBDAS.stream().map(String::valueOf).toList(),
                groups);
    }

    private static Map<String, String> provenance(DemoResult result) throws IOException {
        Map<String, String> provenance = new LinkedHashMap<>();
        provenance.put(
                "classifier",
                result.classifier().manifest().name() + ", weights "
                        + result.classifier().weightsHash());
        provenance.put(
                "phantoms",
                "seed " + Demo.SEED + ", " + result.phantoms().films().size() + " films");
        provenance.put("courses", result.healed().size() + " sick films of patients held out, seed " + Demo.SEED);
        provenance.put("code", System.getProperty("aerate.commit", "unknown"));
        return provenance;
    }
}
