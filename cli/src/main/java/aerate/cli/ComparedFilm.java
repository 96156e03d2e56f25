package aerate.cli;

import aerate.film.Film;
import aerate.film.LabelledFilm;
import aerate.film.Similarity;
import aerate.reading.course.Region;
import aerate.reading.course.TreatmentCourse;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A film whose courses are compared.
 *
 * @param twin the same patient without the lesion, of a phantom
 * @param lesion where the lesion is, row by row, of a phantom
 */
record ComparedFilm(LabelledFilm entry, Film film, Optional<Film> twin, Optional<boolean[]> lesion) {
    /**
     * What is measured of one film at one λ.
     *
     * @param probability of pneumonia, by the judge
     * @param normal whether the judge calls it normal
     * @param outsideMae mean absolute change outside of the region; 0 where there is nothing outside
     * @param outsideSsim structural similarity outside of the region; 1 where there is nothing outside
     * @param reidentified whether its nearest film, outside of the region, is one of the patient's own
     * @param lesionError distance to the healthy twin inside the lesion, as a share of the sick film's
     * @param restError distance to the healthy twin outside of the lesion
     */
    record Point(
            double probability,
            boolean normal,
            double outsideMae,
            double outsideSsim,
            boolean reidentified,
            Optional<Double> lesionError,
            Optional<Double> restError) {}

    Point measure(TreatmentCourse course, TreatmentCourse.Point point, JudgedFilm judged, Gallery gallery) {
        Film healed = point.film();
        boolean[] outside = outside(course.region());
        boolean any = IntStream.range(0, outside.length).anyMatch(i -> outside[i]);
        double ssim = any ? Similarity.ssim(film, healed, outside) : 1;
        return new Point(
                judged.probability(),
                judged.normal(),
                any ? Similarity.meanAbsoluteError(film, healed, outside) : 0,
                Double.isNaN(ssim) ? 1 : ssim,
                gallery.nearestIsOwn(healed, course.region(), entry.patient()),
                lesion.map(where -> error(healed, where) / error(film, where)),
                lesion.map(where -> error(healed, inverted(where))));
    }

    private double error(Film other, boolean... where) {
        return Similarity.meanAbsoluteError(twin.orElseThrow(), other, where);
    }

    private boolean[] outside(Region region) {
        return inverted(region.reaches(film.width(), film.height()));
    }

    private static boolean[] inverted(boolean... mask) {
        boolean[] inverted = new boolean[mask.length];
        for (int i = 0; i < mask.length; i++) {
            inverted[i] = !mask[i];
        }
        return inverted;
    }
}
