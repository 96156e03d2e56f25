package aerate.server.reading;

import aerate.server.Settings;
import aerate.server.store.ObjectStore;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** The workers of this server: they begin when all else is there, and end before it does. */
@Component
class Workers implements SmartLifecycle {
    private static final long PATIENCE_MS = 15_000;

    private final List<Thread> threads = new ArrayList<>();
    private final Queue queue;
    private final ObjectStore store;
    private final ReadingRoom room;
    private final Settings settings;
    private final ReadingMetrics metrics;
    private final String database;

    Workers(
            Queue queue,
            ObjectStore store,
            ReadingRoom room,
            Settings settings,
            ReadingMetrics metrics,
            @Value("${spring.datasource.url}") String database) {
        this.queue = queue;
        this.store = store;
        this.room = room;
        this.settings = settings;
        this.metrics = metrics;
        this.database = database;
    }

    @Override
    public synchronized void start() {
        if (database.startsWith("jdbc:h2:")) {
            queue.release();
        }
        for (int i = 0; i < settings.workers(); i++) {
            Thread thread = new Thread(new Worker(queue, store, room, settings, metrics), "worker-" + i);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
    }

    @Override
    public synchronized void stop() {
        threads.forEach(Thread::interrupt);
        for (Thread thread : threads) {
            try {
                thread.join(PATIENCE_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        threads.clear();
    }

    @Override
    public synchronized boolean isRunning() {
        return !threads.isEmpty();
    }
}
