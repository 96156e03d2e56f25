package aerate.cli;

import aerate.report.Chart;
import aerate.report.Charts;
import aerate.report.Series;
import aerate.training.kernel.WidthReading;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The page of {@code aerate ntk}. Its curves are those of the first seed, which all widths share. */
final class KernelPage {
    private static final double NONE = Double.NaN;

    private KernelPage() {}

    /** The model that the page's template describes. */
    static Map<String, Object> of(KernelResult result) {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("title", "Tangent kernels of " + result.recipe());
        model.put(
                "subtitle",
                "%d films of %s at %d px, the same for all; networks of %d seed%s"
                        .formatted(
                                result.films(),
                                result.data(),
                                result.size(),
                                result.seeds(),
                                result.seeds() == 1 ? "" : "s"));
        model.put("reading", KernelWords.of(result));
        model.put("momentum", result.momentum());
        model.put(
                "widths",
                result.widths().stream().map(width -> figures(result, width)).toList());
        model.put("spectra", spectra(result));
        model.put("losses", losses(result));
        model.put("provenance", provenance(result));
        return model;
    }

    private static Map<String, Object> figures(KernelResult result, int width) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("width", width);
        figures.put("parameters", result.at(width).get(0).parameters());
        figures.put("largestEigenvalue", result.mean(width, WidthReading::largestEigenvalue));
        figures.put("meanEigenvalue", result.mean(width, WidthReading::meanEigenvalue));
        figures.put("conditionNumber", result.mean(width, WidthReading::conditionNumber));
        figures.put("effectiveRank", result.mean(width, WidthReading::effectiveRank));
        figures.put("alignment", result.mean(width, WidthReading::alignment));
        figures.put("lastLayerShare", result.mean(width, WidthReading::lastLayerShare));
        figures.put("largestLearningRate", result.mean(width, WidthReading::largestLearningRate));
        figures.put("stepsToTenth", result.mean(width, WidthReading::stepsToTenth));
        boolean trained = result.at(width).get(0).trained().isPresent();
        figures.put("drift", trained ? mean(result, width, WidthReading.Trained::drift) : NONE);
        figures.put("foretold", trained ? mean(result, width, WidthReading.Trained::foretold) : NONE);
        figures.put("loss", trained ? mean(result, width, WidthReading.Trained::loss) : NONE);
        return figures;
    }

    private static double mean(KernelResult result, int width, ToDoubleFunction<WidthReading.Trained> figure) {
        return result.mean(
                width, reading -> figure.applyAsDouble(reading.trained().orElseThrow()));
    }

    private static Chart spectra(KernelResult result) {
        List<Series> series = result.widths().stream()
                .map(width -> result.at(width).get(0))
                .map(reading -> new Series(
                        reading.width() + " units",
                        IntStream.rangeClosed(1, reading.eigenvalues().size())
                                .mapToObj(number -> (double) number)
                                .toList(),
                        reading.eigenvalues().stream()
                                .map(value -> value > 0 ? Math.log10(value / reading.meanEigenvalue()) : NONE)
                                .toList()))
                .toList();
        return Charts.lines("number of the eigenvalue", "log10 (eigenvalue / mean)", series);
    }

    private static Chart losses(KernelResult result) {
        List<Series> series = result.widths().stream()
                .map(width -> result.at(width).get(0))
                .map(reading -> new Series(
                        reading.width() + " units",
                        reading.losses().stream()
                                .map(point -> Math.log10(point.steps()))
                                .toList(),
                        reading.losses().stream()
                                .map(WidthReading.Foretold::loss)
                                .toList()))
                .toList();
        return Charts.lines("log10 of steps", "loss / loss at the start", series);
    }

    private static Map<String, String> provenance(KernelResult result) {
        Map<String, String> provenance = new LinkedHashMap<>();
        provenance.put("recipe", result.recipe());
        provenance.put(
                "starts from",
                result.start().isEmpty() ? "random weights, batch norm untouched" : String.join(", ", result.start()));
        provenance.put(
                "seeds",
                String.join(
                        ", ",
                        result.at(result.widths().get(0)).stream()
                                .map(reading -> Long.toString(reading.seed()))
                                .toList()));
        provenance.put("data", result.data() + ", " + result.fingerprint());
        return provenance;
    }
}
