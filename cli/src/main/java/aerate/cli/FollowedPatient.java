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
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A patient's films beside the course of the first.
 *
 * @param course of the first film; where that is called normal it is spared, and no film has a place on it
 * @param films all, the first among them, in order
 * @param figures of all of them; none where the course is spared
 */
record FollowedPatient(String name, TreatmentCourse course, List<Film> films, List<FollowedFilm> figures) {
    FollowedPatient {
        films = List.copyOf(films);
        figures = List.copyOf(figures);
    }

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
        Film first = films.get(0);
        TreatmentCourse course =
                generator.generate(first, explainer.explain(classifier, first, Label.PNEUMONIA), lambdas);
        List<FollowedFilm> figures = new ArrayList<>();
        if (!course.spared()) {
            List<Diagnosis> diagnoses = classifier.diagnose(films);
            for (int i = 0; i < films.size(); i++) {
                figures.add(FollowedFilm.of(
                        dated.get(i), dated.get(0).view(), diagnoses.get(i), FollowUp.of(course, films.get(i))));
            }
        }
        return new FollowedPatient(name, course, films, figures);
    }

    /** Whether all films have a figure. */
    boolean have(Function<FollowedFilm, Optional<Double>> figure) {
        return figures.stream().allMatch(film -> figure.apply(film).isPresent());
    }
}
