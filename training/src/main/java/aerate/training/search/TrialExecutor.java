package aerate.training.search;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Carries assignments out: here, in other processes, or on other machines. What goes in and what comes out are plain records;
 * nothing else is shared but the folder.
 */
public interface TrialExecutor {
    /**
     * Carries one out and waits for its end; called from several threads at once.
     *
     * @param folder of the trial, there already; may hold what an attempt that was killed, or an assignment of fewer
     *     epochs, has left, to go on from exactly
     * @return what came of it; that the trial failed is an outcome as well
     * @throws IOException if it could not be carried out for no fault of the trial's
     * @throws InterruptedException if it was told to stop; nothing is then recorded
     */
    Outcome run(Assignment assignment, Path folder) throws IOException, InterruptedException;
}
