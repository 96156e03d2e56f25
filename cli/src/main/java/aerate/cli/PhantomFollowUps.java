package aerate.cli;

import aerate.film.Film;
import aerate.film.Label;
import aerate.film.phantom.Phantom;
import aerate.film.phantom.PhantomSource;
import aerate.reading.course.CourseGenerator;
import aerate.reading.course.TreatmentCourse;
import aerate.reading.diagnosis.Classifier;
import aerate.reading.followup.Alignment;
import aerate.reading.followup.FollowUp;
import aerate.reading.followup.Registration;
import aerate.reading.followup.Trend;
import aerate.reading.heatmap.Explainer;
import aerate.training.metrics.Estimate;
import aerate.training.metrics.Measurement;
import aerate.training.metrics.Share;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import me.tongfei.progressbar.ProgressBar;

/**
 * What is estimated of phantoms' healing, which is known: a film of each sick patient is followed by films on the way to its
 * healthy twin, or away from it, each turned, scaled, shifted and exposed anew.
 *
 * @param patients how many
 * @param fractions for each fraction of the healing, what was estimated
 * @param ascending patients whose estimates rise with every fraction
 * @param shift mean distance of a place from where registration puts it, in pixels of 128
 * @param flaggedSame follow-ups flagged as of another patient, for nothing
 * @param flaggedOther follow-ups of the next patient in the place of one's own, that were flagged, rightly
 */
record PhantomFollowUps(
        int patients,
        List<Fraction> fractions,
        Share ascending,
        Estimate shift,
        Share flaggedSame,
        Share flaggedOther) {
    private static final double[] FRACTIONS = {-0.5, -0.25, 0, 0.25, 0.5, 0.75, 1};
    private static final int SIZE = 128;
    private static final long SEED = 2024;
    private static final double MOST = 0.1; // turned by, in radians; scaled and shifted by

    /**
     * Follow-ups of one fraction.
     *
     * @param healed 0 as on the first film, 1 as the twin, below 0 sicker
     * @param recovery the estimate, its mean over patients
     * @param error mean distance of the estimate from {@code healed}
     * @param lambda mean place on the course
     * @param rightly trends that say better above 0 and worse below; at 0, unclear
     */
    record Fraction(double healed, Estimate recovery, Estimate error, Estimate lambda, Share rightly) {
        private static Fraction of(double healed, List<Measured> all) {
            List<Measured> some =
                    all.stream().filter(film -> film.healed == healed).toList();
            Trend right = healed == 0 ? Trend.UNCLEAR : healed > 0 ? Trend.BETTER : Trend.WORSE;
            return new Fraction(
                    healed,
                    mean(some, film -> film.followUp.placement().recovery()),
                    mean(some, film -> Math.abs(film.followUp.placement().recovery() - healed)),
                    mean(some, film -> film.followUp.placement().lambda()),
                    share(some, film -> film.followUp.placement().trend() == right));
        }
    }

    /** One follow-up, how far it is healed, and the map that moved it. */
    private record Measured(String patient, double healed, Alignment moved, FollowUp followUp) {}

    static PhantomFollowUps of(
            int patients,
            Classifier classifier,
            Explainer explainer,
            CourseGenerator generator,
            List<Integer> lambdas) {
        List<Phantom> phantoms = sick(patients);
        SplittableRandom random = new SplittableRandom(SEED);
        List<Measured> measured = new ArrayList<>();
        int ascending = 0;
        try (ProgressBar bar = ProgressBars.of("phantoms", patients, "patients")) {
            for (Phantom phantom : phantoms) {
                Film first = phantom.film();
                TreatmentCourse course =
                        generator.generate(first, explainer.explain(classifier, first, Label.PNEUMONIA), lambdas);
                double last = Double.NEGATIVE_INFINITY;
                boolean rises = true;
                for (double healed : FRACTIONS) {
                    Alignment moved = drawn(random);
                    Film later = exposed(moved.moved(phantom.healed(healed)), random);
                    FollowUp followUp = FollowUp.of(course, later);
                    measured.add(new Measured(phantom.entry().patient(), healed, moved, followUp));
                    rises &= followUp.placement().recovery() > last;
                    last = followUp.placement().recovery();
                }
                ascending += rises ? 1 : 0;
                bar.step();
            }
        }
        return new PhantomFollowUps(
                patients,
                Arrays.stream(FRACTIONS)
                        .mapToObj(healed -> Fraction.of(healed, measured))
                        .toList(),
                Share.of(ascending, patients),
                mean(measured, film -> film.followUp.registration().alignment().distanceBack(film.moved) * SIZE / 2),
                share(measured, film -> !film.followUp.comparable()),
                strangers(phantoms, random));
    }

    private static List<Phantom> sick(int patients) {
        PhantomSource source = PhantomSource.of(10 * patients, SIZE, SEED);
        Set<String> seen = new HashSet<>();
        return source.films().stream()
                .filter(film -> film.label() == Label.PNEUMONIA && seen.add(film.patient()))
                .limit(patients)
                .map(source::phantom)
                .toList();
    }

    private static Share strangers(List<Phantom> phantoms, SplittableRandom random) {
        int flagged = 0;
        for (int i = 0; i < phantoms.size(); i++) {
            Film other = phantoms.get((i + 1) % phantoms.size()).film();
            Film moved = exposed(drawn(random).moved(other), random);
            flagged += Registration.of(phantoms.get(i).film(), moved).correlation() < FollowUp.SAME_PATIENT ? 1 : 0;
        }
        return Share.of(flagged, phantoms.size());
    }

    private static Film exposed(Film film, SplittableRandom random) {
        double gain = random.nextDouble(0.7, 1.1);
        double offset = random.nextDouble(0, 0.1);
        float[] values = film.values();
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (gain * values[i] + offset);
        }
        return film.withValues(values);
    }

    private static Alignment drawn(SplittableRandom random) {
        double[] by = random.doubles(4, -MOST, MOST).toArray();
        return new Alignment(by[0], by[1], 0, by[2], by[3]);
    }

    private static Estimate mean(List<Measured> films, ToDoubleFunction<Measured> figure) {
        return Estimate.ofMean(
                films.stream()
                        .map(film -> new Measurement(film.patient, figure.applyAsDouble(film)))
                        .toList(),
                1);
    }

    private static Share share(List<Measured> films, Predicate<Measured> which) {
        return Share.of((int) films.stream().filter(which).count(), films.size());
    }
}
