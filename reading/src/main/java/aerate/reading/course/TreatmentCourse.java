package aerate.reading.course;

import aerate.film.Film;
import aerate.reading.diagnosis.Diagnosis;
import java.util.List;
import java.util.Objects;

/**
 * The same patient's films from today (λ = 0) towards healthy, and what each is measured to be. λ is an axis of severity,
 * not of days. Generated pictures for research, no prognosis.
 *
 * @param film the patient's own
 * @param settings that it was generated with
 * @param region where the disease is to clear
 * @param spared whether the film was called normal, so that nothing was changed
 * @param points in the order in which they were asked for
 */
public record TreatmentCourse(Film film, CourseSettings settings, Region region, boolean spared, List<Point> points) {
    public TreatmentCourse {
        Objects.requireNonNull(film);
        Objects.requireNonNull(settings);
        Objects.requireNonNull(region);
        points = List.copyOf(points);
    }

    /**
     * A film of the course.
     *
     * @param lambda λ, how far it went
     * @param film of the patient's size and depth
     * @param diagnosis of the film
     * @param changeInside mean absolute change of brightness where the region reaches, in [0, 1]; 0 if nowhere
     * @param changeOutside the same for the rest of the film; 0 if there is none
     * @param ssim structural similarity to the patient's own film, in [-1, 1]
     */
    public record Point(
            int lambda, Film film, Diagnosis diagnosis, double changeInside, double changeOutside, double ssim) {
        public Point {
            Objects.requireNonNull(film);
            Objects.requireNonNull(diagnosis);
            if (lambda < 0) {
                throw new IllegalArgumentException("λ must be at least 0, was " + lambda);
            }
        }
    }
}
