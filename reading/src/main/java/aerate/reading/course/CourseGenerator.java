package aerate.reading.course;

import aerate.film.Film;
import aerate.film.Label;
import aerate.film.Similarity;
import aerate.reading.diagnosis.Classifier;
import aerate.reading.diagnosis.Diagnosis;
import aerate.reading.heatmap.HeatMap;
import aerate.tensor.Libtorch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Generates treatment courses. A guest of a prior that heals films and a classifier that judges them: it closes neither. */
public final class CourseGenerator {
    /** Films healed at once: a U-Net's step then costs a third less per film than alone, and no less beyond. */
    public static final int BATCH = 8;

    private final HealthyPrior prior;
    private final Classifier judge;
    private final CourseSettings settings;
    private final Watcher watcher;

    /** Who is told how a generation goes on. */
    @FunctionalInterface
    public interface Watcher {
        /** After each of {@link #steps}; what it throws ends the generation. */
        void stepDone();

        /** Memory did not do for a batch: it is tried again by so many films at once, and some steps anew. */
        default void batchShrunk(int films) {}
    }

    /** A generator that tells nobody how far it is. */
    public CourseGenerator(HealthyPrior prior, Classifier judge, CourseSettings settings) {
        this(prior, judge, settings, () -> {});
    }

    /** A generator that can be watched. */
    public CourseGenerator(HealthyPrior prior, Classifier judge, CourseSettings settings, Watcher watcher) {
        this.prior = Objects.requireNonNull(prior);
        this.judge = Objects.requireNonNull(judge);
        this.settings = Objects.requireNonNull(settings);
        this.watcher = Objects.requireNonNull(watcher);
    }

    /** How many steps {@link #generate(List, List, List)} takes at most: films that are called normal may take none. */
    public int steps(int films, List<Integer> lambdas) {
        int batches = (films + BATCH - 1) / BATCH;
        return batches * settings.steps(lambdas, prior.schedule());
    }

    /**
     * Refuses what {@link #generate(List, List, List)} would, for callers with costly work of their own before it.
     *
     * @throws IllegalArgumentException if a λ is out of range, a film too small for its course to be measured, or the prior
     *     knows too little for the method
     */
    public void requirePossible(List<Film> films, List<Integer> lambdas) {
        if (!settings.method().possible(prior)) {
            throw new IllegalArgumentException("the method " + settings.method().title()
                    + " needs a denoiser that is told classes, was one of healthy films alone");
        }
        for (int lambda : lambdas) {
            if (lambda < 0 || lambda > prior.levels()) {
                throw new IllegalArgumentException("λ must be in [0, " + prior.levels() + "], was " + lambda);
            }
        }
        int least = Similarity.SSIM_WINDOW;
        for (Film film : films) {
            if (film.width() < least || film.height() < least) {
                throw new IllegalArgumentException(
                        "%s: a film must be at least %d x %d pixels for a course, was %d x %d"
                                .formatted(film.info().source(), least, least, film.width(), film.height()));
            }
        }
    }

    /** As the other {@code generate}, of one film. */
    public TreatmentCourse generate(Film film, HeatMap where, List<Integer> lambdas) {
        return generate(List.of(film), List.of(where), lambdas).get(0);
    }

    /**
     * The courses of films, in their order. The same seed gives the same courses; to the rounding of the arithmetic, a
     * film's course depends on no other film.
     *
     * @param where heat maps of the films, one each
     * @param lambdas λ, each in [0, T]; at 0 stands the film itself
     * @throws IllegalArgumentException as {@link #requirePossible}, and if the films are not as many as their maps
     */
    public List<TreatmentCourse> generate(List<Film> films, List<HeatMap> where, List<Integer> lambdas) {
        if (films.size() != where.size()) {
            throw new IllegalArgumentException(
                    "there must be a heat map for each of " + films.size() + " films, were " + where.size());
        }
        requirePossible(films, lambdas);
        List<Diagnosis> today = judge.diagnose(films);
        List<Integer> healed = IntStream.range(0, films.size())
                .filter(i -> settings.healthyToo() || today.get(i).verdict() == Label.PNEUMONIA)
                .boxed()
                .toList();
        TreatmentCourse[] courses = new TreatmentCourse[films.size()];
        int batch = BATCH;
        for (int from = 0; from < healed.size(); ) {
            List<Integer> some = healed.subList(from, Math.min(healed.size(), from + batch));
            try {
                batch(some, films, where, lambdas).forEach((i, course) -> courses[i] = course);
                from += some.size();
            } catch (RuntimeException e) {
                if (some.size() == 1 || !Libtorch.isOutOfMemory(e)) {
                    throw e;
                }
                batch = (some.size() + 1) / 2;
                watcher.batchShrunk(batch);
            }
        }
        for (int i = 0; i < courses.length; i++) {
            courses[i] = courses[i] == null ? spared(films.get(i), where.get(i), lambdas) : courses[i];
        }
        return List.of(courses);
    }

    /** What a function makes of films that are healed at once, batch by batch. */
    static <R> List<R> inBatches(List<Film> films, Function<List<Film>, List<R>> function) {
        List<R> results = new ArrayList<>();
        for (int from = 0; from < films.size(); from += BATCH) {
            results.addAll(function.apply(films.subList(from, Math.min(films.size(), from + BATCH))));
        }
        return results;
    }

    private Region region(HeatMap map) {
        return settings.region().region(map, prior.size(), prior.size());
    }

    private Map<Integer, TreatmentCourse> batch(
            List<Integer> chosen, List<Film> films, List<HeatMap> where, List<Integer> lambdas) {
        List<Film> some = chosen.stream().map(films::get).toList();
        List<Region> regions = chosen.stream().map(i -> region(where.get(i))).toList();
        // One λ at a time: together, every λ would have to go the way of the greatest.
        List<List<Change>> changes = prior.heal(some, regions, lambdas, settings, judge, watcher::stepDone);
        Map<Integer, TreatmentCourse> courses = new HashMap<>();
        for (int i = 0; i < some.size(); i++) {
            int index = i;
            Film film = some.get(i);
            List<Film> healed = changes.stream()
                    .map(ofLambda -> ofLambda.get(index).applyTo(film))
                    .toList();
            courses.put(chosen.get(i), measured(film, regions.get(i), lambdas, healed, false));
        }
        return courses;
    }

    /** The course of a film that is called normal already: the film itself, at every λ. */
    private TreatmentCourse spared(Film film, HeatMap where, List<Integer> lambdas) {
        return measured(film, region(where), lambdas, Collections.nCopies(lambdas.size(), film), true);
    }

    private TreatmentCourse measured(
            Film film, Region region, List<Integer> lambdas, List<Film> healed, boolean spared) {
        List<Diagnosis> diagnoses = judge.diagnose(healed);
        boolean[] inside = region.reaches(film.width(), film.height());
        boolean[] outside = inverted(inside);
        List<TreatmentCourse.Point> points = new ArrayList<>();
        for (int i = 0; i < healed.size(); i++) {
            points.add(new TreatmentCourse.Point(
                    lambdas.get(i),
                    healed.get(i),
                    diagnoses.get(i),
                    change(film, healed.get(i), inside),
                    change(film, healed.get(i), outside),
                    Similarity.ssim(film, healed.get(i))));
        }
        return new TreatmentCourse(film, settings, region, spared, points);
    }

    private static double change(Film film, Film healed, boolean[] where) {
        boolean any = false;
        for (boolean chosen : where) {
            any |= chosen;
        }
        return any ? Similarity.meanAbsoluteError(film, healed, where) : 0;
    }

    private static boolean[] inverted(boolean[] mask) {
        boolean[] inverted = new boolean[mask.length];
        for (int i = 0; i < mask.length; i++) {
            inverted[i] = !mask[i];
        }
        return inverted;
    }
}
