package aerate.cli;

import aerate.training.metrics.Confusion;
import aerate.training.metrics.Estimate;
import aerate.training.metrics.Evaluation;
import aerate.training.metrics.SubtypeSensitivity;
import java.util.Locale;

/** An evaluation as a table for a terminal. */
final class EvaluationText {
    private EvaluationText() {}

    static String of(Evaluation evaluation, String films) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "%d films of %d patients: %s; pneumonia from %.4f%n",
                evaluation.films(),
                evaluation.patients(),
                films,
                evaluation.threshold()));
        percent(text, "accuracy", evaluation.accuracy());
        percent(text, "sensitivity", evaluation.sensitivity());
        percent(text, "specificity", evaluation.specificity());
        percent(text, "positive predictive value", evaluation.positivePredictiveValue());
        percent(text, "negative predictive value", evaluation.negativePredictiveValue());
        percent(text, "F1", evaluation.f1());
        percent(text, "AUROC", evaluation.auroc());
        percent(text, "AUPRC", evaluation.auprc());
        text.append(String.format(
                Locale.ROOT,
                "%-26s %.4f, calibration error %.4f%n",
                "Brier score",
                evaluation.brier(),
                evaluation.calibrationError()));
        Confusion confusion = evaluation.confusion();
        text.append(String.format(
                Locale.ROOT,
                "%-26s %d sick found, %d missed; %d healthy cleared, %d false alarms%n",
                "verdicts",
                confusion.truePositive(),
                confusion.falseNegative(),
                confusion.trueNegative(),
                confusion.falsePositive()));
        for (SubtypeSensitivity subtype : evaluation.subtypes()) {
            percent(text, "sensitivity, " + subtype.subtype(), subtype.sensitivity());
        }
        return text.toString();
    }

    private static void percent(StringBuilder text, String name, Estimate estimate) {
        text.append(
                estimate.defined()
                        ? String.format(
                                Locale.ROOT,
                                "%-26s %6.2f %%  [%.2f, %.2f]%n",
                                name,
                                100 * estimate.value(),
                                100 * estimate.low(),
                                100 * estimate.high())
                        : String.format("%-26s not defined on these films%n", name));
    }
}
