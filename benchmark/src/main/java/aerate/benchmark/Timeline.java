package aerate.benchmark;

import aerate.training.TrainingListener;
import java.util.function.LongSupplier;

/** Where the time of a run's one stage goes: within steps, and what lies before, between and after them. */
final class Timeline implements TrainingListener {
    private static final double NANO = 1e-9;

    private final LongSupplier nanoseconds;
    private long last;
    private boolean decoding;
    private double reading;
    private double between;
    private double steps;
    private double validating;

    /** By a clock such as {@link System#nanoTime}. */
    Timeline(LongSupplier nanoseconds) {
        this.nanoseconds = nanoseconds;
    }

    @Override
    public void stageStarting(int size, int films) {
        lap();
        decoding = true;
    }

    @Override
    public void stepDone(StepReport report) {
        double outside = lap() - report.seconds();
        if (decoding) {
            reading += outside;
        } else {
            between += outside;
        }
        steps += report.seconds();
        decoding = false;
    }

    @Override
    public void epochDone(EpochReport report) {
        validating += lap();
    }

    /** Seconds since the lap before. */
    private double lap() {
        long now = nanoseconds.getAsLong();
        double seconds = (now - last) * NANO;
        last = now;
        return seconds;
    }

    /** Seconds from the start of the stage to its first step: all films, those for validation too, are decoded once. */
    double reading() {
        return reading;
    }

    /** Seconds between steps: drawing and augmenting the next batch, listeners, saving. */
    double between() {
        return between;
    }

    /** Seconds within steps. */
    double steps() {
        return steps;
    }

    /** Seconds from the last step of an epoch to its end: validation, checkpoint, log. */
    double validating() {
        return validating;
    }

    /** Share of the time, validation aside, that no step takes, in [0, 1]. */
    double shareOutside() {
        return (reading + between) / (reading + between + steps);
    }
}
