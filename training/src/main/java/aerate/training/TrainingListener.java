package aerate.training;

import java.nio.file.Path;
import java.util.Map;

/** Hears of a run as it goes: progress bars, logs. */
public interface TrainingListener {
    /** Films are about to be decoded for a stage. */
    default void stageStarting(int size, int films) {}

    /** A step is done. */
    default void stepDone(StepReport report) {}

    /** An epoch is done and its result validated. */
    default void epochDone(EpochReport report) {}

    /** A better checkpoint than any before in its stage was written. */
    default void checkpointWritten(Path folder) {}

    /**
     * A step.
     *
     * @param step from 1, of {@code steps} in the whole run
     * @param loss of its batch
     * @param films seen in the step
     * @param seconds that the step itself took: forward, backward, optimizer
     */
    record StepReport(long step, long steps, double loss, int films, double seconds) {}

    /**
     * An epoch.
     *
     * @param epoch from 1, of {@code epochs} in the whole run
     * @param size of its films
     * @param loss mean over its steps
     * @param learningRate of its last step
     * @param validation figures
     * @param best whether no epoch of its stage was better so far
     * @param seconds of wall time, validation and all
     * @param stepSeconds of it spent in steps
     */
    record EpochReport(
            int epoch,
            int epochs,
            int size,
            long step,
            double loss,
            double learningRate,
            Map<String, Double> validation,
            boolean best,
            double seconds,
            double stepSeconds) {
        public EpochReport {
            validation = Map.copyOf(validation);
        }
    }
}
