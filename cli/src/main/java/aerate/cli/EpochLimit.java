package aerate.cli;

import aerate.training.Trainer;
import aerate.training.TrainingListener;

/** Stops a run, saved, after an epoch of it. */
final class EpochLimit implements TrainingListener {
    private final int last;
    private Trainer trainer;

    EpochLimit(int last) {
        if (last < 1) {
            throw new IllegalArgumentException("--until must be at least 1, was " + last);
        }
        this.last = last;
    }

    /** The run that it limits. */
    void of(Trainer limited) {
        trainer = limited;
    }

    @Override
    public void epochDone(EpochReport report) {
        if (report.epoch() >= last) {
            trainer.stop();
        }
    }
}
