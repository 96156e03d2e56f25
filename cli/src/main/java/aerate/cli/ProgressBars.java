package aerate.cli;

import java.time.Duration;
import java.util.Optional;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Progress with a rate and the time left, on standard error: a bar on a terminal, elsewhere a line now and then. */
final class ProgressBars {
    /** Whether standard error is a terminal: the launcher knows, Java has no way to ask. */
    private static final String TERMINAL = "aerate.terminal";

    private static final int TERMINAL_INTERVAL = 200; // milliseconds
    private static final int LOG_INTERVAL = 30_000;

    private ProgressBars() {}

    static ProgressBar of(String task, long maximum, String unit) {
        ProgressBarBuilder builder = new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(maximum)
                .setUnit(" " + unit, 1)
                .showSpeed()
                .setEtaFunction(state -> state.getCurrent() == 0
                        ? Optional.empty()
                        : Optional.of(
                                Duration.ofSeconds(state.getElapsedAfterStart().toSeconds()
                                        * (state.getMax() - state.getCurrent())
                                        / Math.max(1, state.getCurrent() - state.getStart()))));
        if (Boolean.getBoolean(TERMINAL)) {
            return builder.setStyle(ProgressBarStyle.COLORFUL_UNICODE_BLOCK)
                    .setUpdateIntervalMillis(TERMINAL_INTERVAL)
                    .build();
        }
        return builder.setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(LOG_INTERVAL)
                .setConsumer(new DelegatingProgressBarConsumer(System.err::println))
                .build();
    }
}
