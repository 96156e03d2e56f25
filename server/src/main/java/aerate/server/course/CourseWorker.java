package aerate.server.course;

import aerate.film.Film;
import aerate.film.FilmWriter;
import aerate.film.Label;
import aerate.reading.course.CourseGenerator;
import aerate.reading.course.CourseSettings;
import aerate.reading.course.HealthyPrior;
import aerate.reading.course.RegionSource;
import aerate.reading.course.TreatmentCourse;
import aerate.reading.diagnosis.Classifier;
import aerate.reading.heatmap.Explainer;
import aerate.reading.heatmap.HeatMap;
import aerate.server.Settings;
import aerate.server.film.FilmPictures;
import aerate.server.film.Films;
import aerate.server.film.StoredFilm;
import aerate.server.reading.ReadingRoom;
import aerate.server.store.ObjectStore;
import aerate.tensor.Device;
import aerate.tensor.Libtorch;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Generates courses, one after the other, with models of its own, so that no film waits for a course. */
@Component
class CourseWorker implements SmartLifecycle, Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(CourseWorker.class);
    private static final long PAUSE_MS = 500;
    private static final Duration PAUSE_AFTER_TROUBLE = Duration.ofSeconds(2);
    private static final long PATIENCE_MS = 15_000;

    private final Courses courses;
    private final Films films;
    private final FilmPictures pictures;
    private final ReadingRoom room;
    private final ObjectStore store;
    private final Settings settings;
    private Thread thread;

    CourseWorker(
            Courses courses,
            Films films,
            FilmPictures pictures,
            ReadingRoom room,
            ObjectStore store,
            Settings settings) {
        this.courses = courses;
        this.films = films;
        this.pictures = pictures;
        this.room = room;
        this.store = store;
        this.settings = settings;
    }

    /** Nobody wants it any more. */
    private static final class NotWantedException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    @Override
    public void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                Optional<Courses.Task> task = courses.take();
                if (task.isPresent()) {
                    work(task.get());
                } else {
                    Thread.sleep(PAUSE_MS);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (DataAccessException | TransactionException e) {
                LOG.error(
                        "the database failed: {}; the course is tried again",
                        e.getClass().getSimpleName());
            }
        }
    }

    private void work(Courses.Task task) throws InterruptedException {
        try {
            generate(task);
        } catch (NotWantedException e) {
            LOG.info("course {} was cancelled", task.id());
        } catch (ObjectStore.AwayException e) {
            LOG.error("course {} waits: {}", task.id(), e.getMessage());
            courses.putBackUntried(task, PAUSE_AFTER_TROUBLE);
        } catch (DataAccessException | TransactionException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            LOG.warn("course {} failed: {}", task.id(), e.toString());
            courses.fail(task, String.valueOf(e.getMessage()).replace(task.film() + ": ", ""));
        }
    }

    private void generate(Courses.Task task) throws IOException, InterruptedException {
        StoredFilm stored = films.get(task.tenant(), task.film());
        Device device = Device.of(settings.device());
        Libtorch.threads(settings.threads());
        try (Classifier classifier = Classifier.open(room.checkpoint(), device);
                HealthyPrior prior = HealthyPrior.open(settings.denoiser().orElseThrow(), device)) {
            Film film = pictures.decoded(stored);
            CourseSettings usual = CourseSettings.usual(prior);
            int steps = new CourseGenerator(prior, classifier, usual).steps(1, task.lambdas());
            int[] done = {0};
            CourseGenerator generator = new CourseGenerator(prior, classifier, usual, () -> {
                if (!courses.progress(task, ++done[0], steps)) {
                    throw new NotWantedException();
                }
            });
            HeatMap where = RegionSource.usual(prior)
                    .explainer(Explainer.named(settings.heatmap()), prior, usual)
                    .explain(classifier, film, Label.PNEUMONIA);
            keep(task, generator.generate(film, where, task.lambdas()), steps);
        }
    }

    private void keep(Courses.Task task, TreatmentCourse course, int steps) throws IOException, InterruptedException {
        List<Courses.Point> points = new ArrayList<>();
        List<String> objects = new ArrayList<>();
        for (TreatmentCourse.Point point : course.points()) {
            String object = "courses/" + task.id() + "/" + point.lambda() + ".png";
            while (!isKept(object, FilmWriter.png(point.film()))) {
                if (!courses.progress(task, steps, steps)) {
                    throw new NotWantedException();
                }
                Thread.sleep(PAUSE_AFTER_TROUBLE.toMillis());
            }
            objects.add(object);
            points.add(new Courses.Point(
                    point.lambda(),
                    point.diagnosis().probability(),
                    point.diagnosis().verdict(),
                    point.ssim(),
                    point.changeInside(),
                    point.changeOutside()));
        }
        courses.finish(task, points, objects);
    }

    /** Whether the store has taken it; while that is away, a course that took minutes to generate waits. */
    private boolean isKept(String object, byte[] png) throws IOException {
        try {
            store.put(object, new ByteArrayInputStream(png));
            return true;
        } catch (ObjectStore.AwayException e) {
            LOG.error("{}; the course waits", e.getMessage());
            return false;
        }
    }

    @Override
    public synchronized void start() {
        if (settings.denoiser().isPresent()) {
            thread = new Thread(this, "courses");
            thread.setDaemon(true);
            thread.start();
        }
    }

    @Override
    public synchronized void stop() {
        if (thread != null) {
            thread.interrupt();
            try {
                thread.join(PATIENCE_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            thread = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }
}
