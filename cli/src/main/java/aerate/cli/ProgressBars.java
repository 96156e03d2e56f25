package aerate.cli;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import me.tongfei.progressbar.DelegatingProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Progress with a rate and the time left, on standard error: a bar on a terminal, elsewhere a line now and then. */
final class ProgressBars {
    /** Whether standard error is a terminal: the launcher knows, Java has no way to ask. */
    static final String TERMINAL = "aerate.terminal";

    private static final int TERMINAL_INTERVAL = 200; // milliseconds
    private static final int LOG_INTERVAL = 30_000;

    private ProgressBars() {}

    static ProgressBar of(String task, long maximum, String unit) {
        return started(builder(task, maximum, unit));
    }

    /** Of things that take long each, some of which were done before. */
    static ProgressBar slow(String task, long done, long maximum, String unit) {
        return started(
                builder(task, maximum, unit).setSpeedUnit(ChronoUnit.HOURS).startsFrom(done, Duration.ZERO));
    }

    private static ProgressBarBuilder builder(String task, long maximum, String unit) {
        return new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(maximum)
                .setUnit(" " + unit, 1)
                .showSpeed()
                .setEtaFunction(state -> state.getCurrent() == state.getStart()
                        ? Optional.empty()
                        : Optional.of(
                                Duration.ofSeconds(state.getElapsedAfterStart().toSeconds()
                                        * (state.getMax() - state.getCurrent())
                                        / (state.getCurrent() - state.getStart()))));
    }

    private static ProgressBar started(ProgressBarBuilder builder) {
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
