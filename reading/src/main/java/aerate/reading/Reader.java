package aerate.reading;

import aerate.film.Film;
import aerate.film.Label;
import aerate.reading.course.CourseGenerator;
import aerate.reading.course.TreatmentCourse;
import aerate.reading.diagnosis.Classifier;
import aerate.reading.diagnosis.Diagnosis;
import aerate.reading.heatmap.Explainer;
import aerate.reading.heatmap.HeatMap;
import java.util.List;

/**
 * Reads films: the sentence that is the architecture.
 *
 * @param lambdas λ of the course's films, each in [0, T]
 */
public record Reader(Classifier classifier, Explainer explainer, CourseGenerator courses, List<Integer> lambdas) {
    public Reader {
        lambdas = List.copyOf(lambdas);
    }

    /** Diagnosis, heat map and course of a film. The map is of pneumonia whatever the verdict: it is what has to clear. */
    public Reading read(Film film) {
        Diagnosis diagnosis = classifier.diagnose(film);
        HeatMap where = explainer.explain(classifier, film, Label.PNEUMONIA);
        TreatmentCourse course = courses.generate(film, where, lambdas);
        return new Reading(film, diagnosis, where, course);
    }
}
