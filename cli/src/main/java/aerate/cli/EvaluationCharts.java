package aerate.cli;

import aerate.report.Chart;
import aerate.report.Charts;
import aerate.report.Series;
import aerate.training.metrics.Curves;
import aerate.training.metrics.Evaluation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The charts of an evaluation, by the names that the pages know them by; those it does not define are absent. */
final class EvaluationCharts {
    private EvaluationCharts() {}

    static Map<String, Chart> of(Evaluation evaluation) {
        Curves curves = evaluation.curves();
        Map<String, Chart> charts = new LinkedHashMap<>();
        if (!curves.roc().isEmpty()) {
            Series curve = new Series(
                    "all thresholds",
                    curves.roc().stream()
                            .map(Curves.RocPoint::falsePositiveRate)
                            .toList(),
                    curves.roc().stream().map(Curves.RocPoint::sensitivity).toList());
            Series operatingPoint = new Series(
                    "operating point",
                    List.of(1 - evaluation.specificity().value()),
                    List.of(evaluation.sensitivity().value()));
            charts.put("roc", Charts.roc(List.of(curve, operatingPoint)));
        }
        if (!curves.precision().isEmpty()) {
            Series curve = new Series(
                    "all thresholds",
                    curves.precision().stream()
                            .map(Curves.PrecisionPoint::recall)
                            .toList(),
                    curves.precision().stream()
                            .map(Curves.PrecisionPoint::precision)
                            .toList());
            charts.put("precisionRecall", Charts.precisionRecall(List.of(curve)));
        }
        Series bins = new Series(
                "films",
                curves.reliability().stream().map(bin -> bin.probability()).toList(),
                curves.reliability().stream().map(bin -> bin.share()).toList());
        charts.put("calibration", Charts.calibration(List.of(bins)));
        return charts;
    }
}
