package aerate.cli;

import aerate.training.TrainingListener;
import java.util.Locale;
import java.util.TreeMap;
import me.tongfei.progressbar.ProgressBar;

/** Shows a training run: a bar over all its steps and a line for each epoch. */
final class TrainingProgress implements TrainingListener, AutoCloseable {
    private ProgressBar bar;

    @Override
    public void stageStarting(int size, int films) {
        System.err.printf(Locale.ROOT, "stage of %d px: decoding %d films%n", size, films);
    }

    @Override
    public void stepDone(StepReport report) {
        if (bar == null) {
            bar = ProgressBars.of("training", report.steps(), "steps");
            bar.stepTo(report.step() - 1);
        }
        bar.stepTo(report.step());
        bar.setExtraMessage(String.format(
                Locale.ROOT, " loss %.4f, %.1f films/s", report.loss(), report.films() / report.seconds()));
    }

    @Override
    public void epochDone(EpochReport report) {
        StringBuilder line = new StringBuilder(String.format(
                Locale.ROOT,
                "epoch %d/%d at %d px: loss %.4f, validation",
                report.epoch(),
                report.epochs(),
                report.size(),
                report.loss()));
        new TreeMap<>(report.validation())
                .forEach((name, value) -> line.append(String.format(Locale.ROOT, " %s %.4f", name, value)));
        System.err.printf(
                Locale.ROOT,
                "%s, %.0f s, %.1f %% outside of steps%s%n",
                line,
                report.seconds(),
                100 * (1 - report.stepSeconds() / report.seconds()),
                report.best() ? ", best so far" : "");
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
