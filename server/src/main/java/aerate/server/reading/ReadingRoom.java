package aerate.server.reading;

import aerate.film.Film;
import aerate.film.Label;
import aerate.network.Checkpoint;
import aerate.network.Manifest;
import aerate.reading.diagnosis.Classifier;
import aerate.reading.diagnosis.Diagnosis;
import aerate.reading.heatmap.Explainer;
import aerate.reading.heatmap.HeatMap;
import aerate.server.Settings;
import aerate.tensor.Device;
import aerate.tensor.Libtorch;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The model that reads, one film at a time, and how another takes its place: it is opened beside it, and the exchange waits
 * for nothing but the film at hand.
 */
@Service
public class ReadingRoom {
    private final Settings settings;
    private final Device device;
    private final Explainer explainer;
    private final JdbcClient database;
    private final ReentrantLock lock = new ReentrantLock(true);
    private volatile Present present;

    ReadingRoom(Settings settings, JdbcClient database) throws IOException {
        this.settings = settings;
        this.database = database;
        Libtorch.withoutNnpack();
        this.device = Device.of(settings.device());
        this.explainer = Explainer.named(settings.heatmap());
        this.present = open(chosen());
    }

    private record Present(String name, Classifier classifier) {}

    /** A model that could read; without hash and threshold where it is no checkpoint that can be opened. */
    public record Model(String name, String hash, Double threshold, boolean current) {}

    /** Diagnosis and heat map of a film by the present model. */
    StoredReading read(Film film) {
        long start = System.nanoTime();
        lock.lock();
        try {
            Libtorch.threads(settings.threads()); // each Java thread has a number of its own
            Classifier classifier = present.classifier();
            Diagnosis diagnosis = classifier.diagnose(film);
            HeatMap where = explainer.explain(classifier, film, Label.PNEUMONIA);
            return StoredReading.of(diagnosis, where, (System.nanoTime() - start) / 1_000_000);
        } finally {
            lock.unlock();
        }
    }

    /** A film made ready for {@link #read}: less memory to hold, less work under the lock. */
    Film ready(Film film) {
        return present.classifier().atInputSize(film);
    }

    /** Hash of the present model's weights. */
    public String hash() {
        return present.classifier().weightsHash();
    }

    /** The present model's checkpoint. */
    public Path checkpoint() throws IOException {
        return folder(present.name());
    }

    List<Model> models() throws IOException {
        Present now = present;
        return folders().keySet().stream()
                .map(name -> name.equals(now.name()) ? described(now) : described(name))
                .toList();
    }

    private Model described(String name) {
        try {
            Checkpoint checkpoint = Checkpoint.open(folder(name));
            return new Model(
                    name,
                    checkpoint.weightsHash(),
                    checkpoint
                            .manifest()
                            .operatingPoint()
                            .map(Manifest.OperatingPoint::threshold)
                            .orElse(null),
                    false);
        } catch (IOException e) {
            return new Model(name, null, null, false);
        }
    }

    /**
     * Puts another model in the place of the present one, from the next film on, also after a restart.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    @Transactional
    public Model exchange(String name) throws IOException {
        Present next = open(name);
        if (database.sql("UPDATE chosen_model SET name = ?").param(name).update() == 0) {
            database.sql("INSERT INTO chosen_model (id, name) VALUES (1, ?)")
                    .param(name)
                    .update();
        }
        Present former;
        lock.lock();
        try {
            former = present;
            present = next;
        } finally {
            lock.unlock();
        }
        former.classifier().close();
        return described(next);
    }

    private static Model described(Present model) {
        Classifier classifier = model.classifier();
        return new Model(
                model.name(),
                classifier.weightsHash(),
                classifier.operatingPoint().threshold(),
                true);
    }

    private Present open(String name) throws IOException {
        return new Present(name, Classifier.open(folder(name), device));
    }

    private String chosen() {
        return database.sql("SELECT name FROM chosen_model")
                .query(String.class)
                .optional()
                .orElseGet(() -> settings.model().getFileName().toString());
    }

    private Path folder(String name) throws IOException {
        Map<String, Path> folders = folders();
        if (name == null || !folders.containsKey(name)) {
            throw new IllegalArgumentException("a model must be one of " + folders.keySet() + ", was " + name);
        }
        return folders.get(name);
    }

    /** Those in the folder of models, and the one that the server was started with. */
    private Map<String, Path> folders() throws IOException {
        Map<String, Path> folders = new TreeMap<>();
        folders.put(settings.model().getFileName().toString(), settings.model());
        Path models = settings.folder().resolve("models");
        if (Files.isDirectory(models)) {
            try (Stream<Path> all = Files.list(models)) {
                all.filter(Files::isDirectory)
                        .forEach(folder -> folders.put(folder.getFileName().toString(), folder));
            }
        }
        return folders;
    }

    @PreDestroy
    void close() {
        lock.lock(); // a film that is being read needs it still
        try {
            present.classifier().close();
        } finally {
            lock.unlock();
        }
    }
}
