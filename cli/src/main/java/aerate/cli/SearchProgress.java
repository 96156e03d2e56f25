package aerate.cli;

import aerate.training.search.Assignment;
import aerate.training.search.Goal;
import aerate.training.search.Outcome;
import aerate.training.search.SearchListener;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import me.tongfei.progressbar.ProgressBar;

/** Shows a search: a bar over its trials and a line for each. */
final class SearchProgress implements SearchListener, AutoCloseable {
    private final String task;
    private final int expected;
    private final Goal goal;
    private ProgressBar bar;
    private int done;

    SearchProgress(String task, int expected, Goal goal) {
        this.task = task;
        this.expected = expected;
        this.goal = goal;
    }

    @Override
    public void started(Assignment assignment) {
        if (bar == null) {
            bar = ProgressBars.slow(task, done, Math.max(done, expected), "trials");
        }
    }

    @Override
    public void recorded(Outcome outcome) {
        done++;
        if (bar == null) {
            return; // it was recorded before
        }
        bar.maxHint(Math.max(done, expected));
        bar.stepTo(done);
        String came = outcome.error()
                .map(error -> "failed: " + error)
                .orElseGet(() -> String.format(
                        Locale.ROOT, "%s %.4f, %.0f s", goal.title(), outcome.last(goal), outcome.seconds()));
        System.err.printf("trial %d (%s): %s%n", outcome.trial(), settings(outcome.settings()), came);
    }

    /** As a person would say them. */
    static String settings(Map<String, ?> settings) {
        return settings.entrySet().stream()
                .map(setting -> setting.getKey() + "="
                        + String.valueOf(setting.getValue()).replace("\"", ""))
                .collect(Collectors.joining(", "));
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
        }
    }
}
