package aerate.training.search;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Runs trials until the strategy has no more. A search that was killed at any moment goes on from its folder: what is
 * recorded is not repeated, and the trials that died with it run first.
 */
public final class Search {
    private final Strategy strategy;
    private final TrialExecutor executor;
    private final int workers;
    private final SearchListener listener;

    /**
     * Of a strategy.
     *
     * @param workers trials at a time, at least 1
     */
    public Search(Strategy strategy, TrialExecutor executor, int workers, SearchListener listener) {
        if (workers < 1) {
            throw new IllegalArgumentException("workers must be at least 1, were " + workers);
        }
        this.strategy = strategy;
        this.executor = executor;
        this.workers = workers;
        this.listener = listener;
    }

    /**
     * Runs what is left to run; returns all outcomes in the order in which they came.
     *
     * @throws IOException if the folder or the executor fails; what is recorded stays
     * @throws InterruptedException if the executor was told to stop
     */
    public List<Outcome> run(SearchFolder folder) throws IOException, InterruptedException {
        List<Outcome> finished = new ArrayList<>(folder.outcomes());
        finished.forEach(listener::recorded);
        Deque<Assignment> died = new ArrayDeque<>(folder.died(finished));
        List<Assignment> running = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(workers);
        try {
            CompletionService<Outcome> ends = new ExecutorCompletionService<>(threads);
            while (true) {
                Optional<Assignment> next = running.size() < workers ? next(died, finished, running) : Optional.empty();
                if (next.isPresent()) {
                    running.add(next.get());
                    folder.start(next.get());
                    listener.started(next.get());
                    ends.submit(() -> executor.run(
                            next.get(), folder.trial(next.get().trial().number())));
                } else if (running.isEmpty()) {
                    return finished;
                } else {
                    Outcome outcome = outcome(ends);
                    folder.record(outcome);
                    finished.add(outcome);
                    running.removeIf(assignment -> assignment.isThatOf(outcome));
                    listener.recorded(outcome);
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private Optional<Assignment> next(Deque<Assignment> died, List<Outcome> finished, List<Assignment> running) {
        return died.isEmpty() ? strategy.next(finished, running) : Optional.of(died.remove());
    }

    private static Outcome outcome(CompletionService<Outcome> ends) throws IOException, InterruptedException {
        try {
            return ends.take().get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            if (e.getCause() instanceof InterruptedException told) {
                throw told;
            }
            throw new IllegalStateException("a trial must end with an outcome: " + e.getCause(), e);
        }
    }
}
