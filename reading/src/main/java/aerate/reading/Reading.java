package aerate.reading;

import aerate.film.Film;
import aerate.reading.course.TreatmentCourse;
import aerate.reading.diagnosis.Diagnosis;
import aerate.reading.heatmap.HeatMap;
import java.util.Objects;

/**
 * All that is read from a film. Research use only.
 *
 * @param where the film speaks for pneumonia
 * @param course from today towards healthy
 */
public record Reading(Film film, Diagnosis diagnosis, HeatMap where, TreatmentCourse course) {
    public Reading {
        Objects.requireNonNull(film);
        Objects.requireNonNull(diagnosis);
        Objects.requireNonNull(where);
        Objects.requireNonNull(course);
    }
}
