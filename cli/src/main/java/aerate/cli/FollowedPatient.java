package aerate.cli;

import aerate.film.Film;
import aerate.film.FilmReader;
import aerate.film.Label;
import aerate.reading.course.CourseGenerator;
import aerate.reading.course.TreatmentCourse;
import aerate.reading.diagnosis.Classifier;
import aerate.reading.diagnosis.Diagnosis;
import aerate.reading.followup.FollowUp;
import aerate.reading.heatmap.Explainer;
import aerate.reading.heatmap.HeatMap;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A patient's films beside the course of the first.
 *
 * @param course of the first film
 * @param first what stands of it
 * @param later the others, in order
 * @param films all, the first among them
 */
record FollowedPatient(
        String name, TreatmentCourse course, FollowedFilm first, List<FollowedFilm> later, List<Film> films) {
    /** Reads a patient's films; the first of them is the one that the others are held against. */
    static FollowedPatient of(
            String name,
            List<DatedFilm> dated,
            Classifier classifier,
            Explainer explainer,
            CourseGenerator generator,
            List<Integer> lambdas)
            throws IOException {
        List<Film> films = new ArrayList<>();
        for (DatedFilm film : dated) {
            films.add(FilmReader.read(film.file()));
        }
        generator.requirePossible(films, lambdas);
        HeatMap where = explainer.explain(classifier, films.get(0), Label.PNEUMONIA);
        TreatmentCourse course = generator.generate(films.get(0), where, lambdas);
        List<FollowedFilm> followed = new ArrayList<>();
        for (int i = 0; i < films.size(); i++) {
            followed.add(film(dated.get(i), classifier.diagnose(films.get(i)), FollowUp.of(course, films.get(i))));
        }
        return new FollowedPatient(
                name, course, followed.get(0), List.copyOf(followed.subList(1, followed.size())), films);
    }

    private static FollowedFilm film(DatedFilm dated, Diagnosis diagnosis, FollowUp place) {
        return new FollowedFilm(
                fileName(dated.file()),
                dated.day(),
                dated.crp(),
                diagnosis.probability(),
                diagnosis.verdict().name(),
                place.registration().correlation(),
                place.samePatient(),
                place.placement().lambda(),
                new double[] {place.placement().lambdaLow(), place.placement().lambdaHigh()},
                place.placement().recovery(),
                new double[] {place.placement().recoveryLow(), place.placement().recoveryHigh()},
                place.changeInside(),
                place.changeOutside());
    }

    private static String fileName(Path file) {
        return String.valueOf(file.getFileName());
    }

    /** All films as figures, in order. */
    List<FollowedFilm> all() {
        List<FollowedFilm> all = new ArrayList<>(List.of(first));
        all.addAll(later);
        return all;
    }

    /** Whether all films have a figure. */
    boolean have(Function<FollowedFilm, Optional<Double>> figure) {
        return all().stream().allMatch(film -> figure.apply(film).isPresent());
    }
}
