package aerate.cli;

import aerate.training.kernel.WidthReading;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The kernels of several widths as a table for a terminal, and what they say. */
final class KernelText {
    private static final String ROW = "%7s %12s %12s %11s %9s %9s %11s %11s%n";

    private KernelText() {}

    static String of(KernelResult result) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT,
                "%s: %d films of %s at %d px, %d seed%s%n",
                result.recipe(),
                result.films(),
                result.data(),
                result.size(),
                result.seeds(),
                result.seeds() == 1 ? "" : "s"));
        text.append(ROW.formatted(
                "width", "λmax", "condition", "eff. rank", "alignment", "last", "stable rate", "steps to ⅒"));
        for (int width : result.widths()) {
            text.append(ROW.formatted(
                    width,
                    cell(result, width, WidthReading::largestEigenvalue),
                    cell(result, width, WidthReading::conditionNumber),
                    cell(result, width, WidthReading::effectiveRank),
                    cell(result, width, WidthReading::alignment),
                    cell(result, width, WidthReading::lastLayerShare),
                    cell(result, width, WidthReading::largestLearningRate),
                    cell(result, width, WidthReading::stepsToTenth)));
        }
        KernelWords.of(result)
                .forEach(paragraph ->
                        text.append(System.lineSeparator()).append(paragraph).append(System.lineSeparator()));
        return text.toString();
    }

    private static String cell(KernelResult result, int width, ToDoubleFunction<WidthReading> figure) {
        double mean = result.mean(width, figure);
        return Double.isFinite(mean) ? KernelWords.number(mean) : "–";
    }
}
