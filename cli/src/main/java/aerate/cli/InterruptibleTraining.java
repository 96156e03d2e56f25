package aerate.cli;

import aerate.training.Trainer;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Training that Ctrl-C, or another request to end, stops after the present step: it saves before the process ends. */
final class InterruptibleTraining {
    private static final long LONGEST_STEP = 120; // seconds to wait for the present step and the save

    private final Trainer trainer;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile String outcome = "the run did not stop in time; --resume goes on from its last save";

    InterruptibleTraining(Trainer trainer) {
        this.trainer = trainer;
    }

    /** What the trainer is to do. */
    interface Training {
        void run() throws IOException;
    }

    /** Trains; returns whether the training came to its end rather than being stopped. */
    boolean run(Training training) throws IOException {
        Thread onInterrupt = new Thread(this::stop);
        Runtime.getRuntime().addShutdownHook(onInterrupt);
        boolean finished;
        try {
            training.run();
            outcome = "stopped and saved; go on with --resume";
        } catch (IOException | RuntimeException e) {
            outcome = e.getMessage();
            throw e;
        } finally {
            finished = removed(onInterrupt);
            ended.countDown();
        }
        return finished;
    }

    /** Runs while the process ends, which waits for it: so the last words are said here. */
    private void stop() {
        trainer.stop();
        try {
            ended.await(LONGEST_STEP, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        System.err.println("aerate: " + outcome);
    }

    private static boolean removed(Thread hook) {
        try {
            return Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException processEnds) {
            return false;
        }
    }
}
