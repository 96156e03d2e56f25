package aerate.cli;

import aerate.training.metrics.Estimate;
import java.util.Locale;
import java.util.Map;

/** A comparison of courses as text. */
final class ComparisonText {
    private ComparisonText() {}

    static String of(Map<String, ComparedMethod> methods) {
        StringBuilder text = new StringBuilder();
        text.append(
                "method       λ    judged normal         MAE outside  SSIM outside  re-identified  Fréchet   kernel\n");
        methods.forEach((name, method) -> method.figures()
                .forEach((lambda, figures) -> text.append(String.format(
                        Locale.ROOT,
                        "%-11s %4d  %5.1f %% %-14s  %10.4f  %12.4f  %11.1f %%  %7.3f  %7.4f%s%n",
                        name,
                        lambda,
                        100 * figures.normalRate().value(),
                        percent(figures.normalRate()),
                        figures.outsideMae().value(),
                        figures.outsideSsim().value(),
                        100 * figures.reidentified().value(),
                        figures.frechet(),
                        figures.kernel(),
                        figures.lesionError()
                                .map(error -> String.format(Locale.ROOT, "  lesion %.2f", error.value()))
                                .orElse("")))));
        text.append("\nmethod       monotonicity             change per λ  largest  seconds per course\n");
        methods.forEach((name, method) -> text.append(String.format(
                Locale.ROOT,
                "%-11s  %6.3f [%.3f, %.3f]  %12.4f  %7.4f  %18.2f%n",
                name,
                method.monotonicity().value(),
                method.monotonicity().low(),
                method.monotonicity().high(),
                method.smoothness().value(),
                method.largestJump().value(),
                method.secondsPerCourse())));
        return text.toString();
    }

    private static String percent(Estimate estimate) {
        return String.format(Locale.ROOT, "[%.1f, %.1f]", 100 * estimate.low(), 100 * estimate.high());
    }
}
