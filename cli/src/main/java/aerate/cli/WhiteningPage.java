package aerate.cli;

import aerate.diffusion.Whitening;
import aerate.report.Charts;
import aerate.report.Page;
import aerate.report.Series;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The page of {@code aerate whiten}. */
final class WhiteningPage {
    private WhiteningPage() {}

    static void write(Path file, WhitenCommand.Result result) throws IOException {
        Page.WHITENING.write(
                file,
                Map.of(
                        "title",
                        "Diffusion as a whitening",
                        "subtitle",
                        result.films() + " films of " + result.data() + " at " + result.size() + " px",
                        "spectra",
                        Charts.lines("number of the eigenvalue", "log10 eigenvalue", spectra(result.levels())),
                        "signal",
                        Charts.lines(
                                "t",
                                "share left",
                                List.of(
                                        along(result.levels(), "measured", Whitening::signal),
                                        along(result.levels(), "√ᾱ", Whitening::expectedSignal))),
                        "ratio",
                        Charts.lines(
                                "t",
                                "log10 signal-to-noise ratio",
                                List.of(
                                        along(result.levels(), "measured", at -> Math.log10(at.signalToNoise())),
                                        along(
                                                result.levels(),
                                                "theory",
                                                at -> Math.log10(at.expectedSignalToNoise())))),
                        "levels",
                        result.levels(),
                        "provenance",
                        Map.of(
                                "schedule",
                                result.schedule(),
                                "noise",
                                result.noise(),
                                "seed",
                                String.valueOf(result.seed()),
                                "code",
                                System.getProperty("aerate.commit", "unknown"))));
    }

    /** Measured and expected; of a level whose expected ones are the measured ones, those alone. */
    private static List<Series> spectra(List<Whitening> levels) {
        List<Series> spectra = new ArrayList<>();
        for (Whitening at : levels) {
            spectra.add(spectrum("t = " + at.level(), at.eigenvalues()));
            if (at.level() > 0) {
                spectra.add(spectrum("t = " + at.level() + ", theory", at.expectedEigenvalues()));
            }
        }
        return spectra;
    }

    private static Series spectrum(String name, List<Double> values) {
        return new Series(
                name,
                IntStream.rangeClosed(1, values.size())
                        .mapToObj(number -> (double) number)
                        .toList(),
                values.stream()
                        .map(value -> value > 0 ? Math.log10(value) : Double.NaN)
                        .toList());
    }

    private static Series along(List<Whitening> levels, String name, ToDoubleFunction<Whitening> figure) {
        List<Whitening> noised = levels.stream().filter(at -> at.level() > 0).toList(); // nothing is infinite there
        List<Whitening> shown = noised.isEmpty() ? levels : noised;
        return new Series(
                name,
                shown.stream().map(at -> (double) at.level()).toList(),
                shown.stream().map(figure::applyAsDouble).toList());
    }
}
