package aerate.cli;

import aerate.film.Film;
import aerate.film.FilmSource;
import aerate.film.FilmSources;
import aerate.film.Label;
import aerate.film.LabelledFilm;
import aerate.film.Split;
import aerate.film.phantom.Phantom;
import aerate.film.phantom.PhantomSource;
import aerate.film.phantom.Phantoms;
import aerate.network.Checkpoint;
import aerate.reading.course.CourseGenerator;
import aerate.reading.course.CourseMethod;
import aerate.reading.course.CourseSettings;
import aerate.reading.course.HealthyPrior;
import aerate.reading.course.RegionRule;
import aerate.reading.course.TreatmentCourse;
import aerate.reading.diagnosis.Classifier;
import aerate.reading.heatmap.Cam;
import aerate.reading.heatmap.HeatMap;
import aerate.tensor.Device;
import aerate.training.Trainer;
import aerate.training.metrics.Evaluation;
import aerate.training.recipe.Recipe;
import aerate.training.recipe.Recipes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import me.tongfei.progressbar.ProgressBar;

/** The steps of the demo, each timed: phantoms, training, evaluation, heat maps, courses. */
final class Demo {
    /** λ of the courses; the figures are of the last. */
    static final List<Integer> LAMBDAS = List.of(0, 100, 200, 300, 400, 500, 600);

    static final int SIZE = 64;
    static final long SEED = 1;

    /** The reference's method beside the one it grew from and the one that keeps the patient. */
    static final List<CourseMethod> METHODS =
            List.of(CourseMethod.UNIFORM, CourseMethod.MATRIX, CourseMethod.PER_PIXEL);

    private static final int SAMPLER_STEPS = 50;
    private static final Duration SAVE_EVERY = Duration.ofMinutes(1);

    private final Path out;
    private final int films;
    private final int courses;
    private final Device device;
    private final Map<String, Double> seconds = new LinkedHashMap<>();

    /**
     * A demo.
     *
     * @param films phantoms to make
     * @param courses sick films to heal, at least 1; fewer if not so many are held out
     */
    Demo(Path out, int films, int courses, Device device) {
        if (courses < 1) {
            throw new IllegalArgumentException("a demo must heal at least 1 film, was " + courses);
        }
        this.out = out;
        this.films = films;
        this.courses = courses;
        this.device = device;
    }

    /** What a step does; it may fail as reading and writing may. */
    private interface Work<T> {
        T get() throws IOException;
    }

    DemoResult run() throws IOException {
        PhantomSource phantoms = PhantomSource.of(films, SIZE, SEED);
        FilmSource source = timed("phantoms", () -> write(phantoms));
        List<LabelledFilm> heldOut =
                recipe("demo-classifier").split().split(source).get(Split.TEST);
        List<Phantom> sick = heldOut.stream()
                .filter(film -> film.label() == Label.PNEUMONIA)
                .map(phantoms::phantom)
                .toList();
        if (sick.isEmpty()) { // before the training, which takes long
            throw new IllegalArgumentException("a demo must hold out sick films, of " + films + " it held out none");
        }
        Path model = timed("training the classifier", () -> train("demo-classifier", source));
        Path diffusion = timed("training the diffusion model", () -> train("demo-ddpm-further", source));
        try (Classifier classifier = Classifier.open(model, device);
                HealthyPrior prior = HealthyPrior.open(diffusion, device)) {
            Evaluation evaluation = timed("evaluation", () -> evaluate(model, classifier, source, heldOut));
            List<HeatMap> maps = timed(
                    "heat maps",
                    () -> new Cam()
                            .explain(
                                    classifier, sick.stream().map(Phantom::film).toList(), Label.PNEUMONIA));
            int healed = Math.min(courses, sick.size());
            Map<CourseMethod, List<TreatmentCourse>> courses =
                    timed("courses", () -> heal(prior, classifier, sick.subList(0, healed), maps.subList(0, healed)));
            return new DemoResult(
                    out, phantoms, heldOut, Checkpoint.open(model), evaluation, sick, maps, courses, seconds);
        }
    }

    private FilmSource write(PhantomSource phantoms) throws IOException {
        Path folder = out.resolve("phantoms-" + films); // a number's own: those of another demo may lie beside
        try (ProgressBar bar = ProgressBars.of("phantoms", films, "films")) {
            Phantoms.write(phantoms, folder, bar::stepTo);
        }
        return FilmSources.open(folder);
    }

    private static Recipe recipe(String name) throws IOException {
        Path home = Path.of(System.getProperty("aerate.home", "."));
        Recipe recipe = Recipes.read(home.resolve("recipes").resolve(name + ".yaml"), Map.of());
        if (recipe.start().isEmpty()) {
            return recipe;
        }
        String start = home.resolve(recipe.start().get(0)).toString();
        return Recipes.read(home.resolve("recipes").resolve(name + ".yaml"), Map.of("start", start));
    }

    /** Trains, or goes on where an interrupted demo left off. */
    private Path train(String name, FilmSource source) throws IOException {
        Path run = out.resolve(name);
        try (TrainingProgress progress = new TrainingProgress()) {
            Trainer trainer = new Trainer(recipe(name), device, SAVE_EVERY, List.of(progress));
            return Files.exists(run) ? trainer.resume(source, run) : trainer.train(source, run);
        }
    }

    private static Evaluation evaluate(Path model, Classifier classifier, FilmSource source, List<LabelledFilm> heldOut)
            throws IOException {
        double threshold =
                Checkpoint.open(model).manifest().operatingPoint().orElseThrow().threshold();
        return Evaluation.of(Predictions.of(classifier, source, heldOut).readable(), threshold, SEED);
    }

    private static Map<CourseMethod, List<TreatmentCourse>> heal(
            HealthyPrior prior, Classifier classifier, List<Phantom> sick, List<HeatMap> maps) {
        List<Film> films = sick.stream().map(Phantom::film).toList();
        Map<CourseMethod, List<TreatmentCourse>> courses = new EnumMap<>(CourseMethod.class);
        for (CourseMethod method : METHODS) {
            CourseSettings settings = new CourseSettings(method, SAMPLER_STEPS, SEED, RegionRule.DEFAULT);
            int steps = new CourseGenerator(prior, classifier, settings).steps(films.size(), LAMBDAS);
            try (ProgressBar bar = ProgressBars.of("course, " + method.title(), steps, "steps")) {
                CourseGenerator generator = new CourseGenerator(prior, classifier, settings, bar::step);
                courses.put(method, generator.generate(films, maps, LAMBDAS));
            }
        }
        return courses;
    }

    private <T> T timed(String step, Work<T> work) throws IOException {
        long start = System.nanoTime();
        T result = work.get();
        seconds.put(step, (System.nanoTime() - start) / 1e9);
        return result;
    }
}
