package aerate.reading.followup;

import aerate.film.Film;
import aerate.film.Resampling;
import aerate.reading.course.Region;
import aerate.reading.course.TreatmentCourse;
import java.util.Arrays;
import java.util.Objects;

/**
 * A later film beside the course of the first. λ is a severity, not a time.
 *
 * @param registration of the first film to it
 * @param samePatient whether its detail correlates as that of one patient's films in one view does; where not, nothing else is to
 *     be believed
 * @param placement on the course
 * @param changeInside mean change of brightness where the region is, exposure evened out: above 0 it has become brighter
 * @param changeOutside mean absolute change of brightness where the region does not reach
 */
public record FollowUp(
        Registration registration,
        boolean samePatient,
        Placement placement,
        double changeInside,
        double changeOutside) {
    /**
     * Correlation of detail from which two films count as of one patient in one view. Measured: docs/follow-up.md.
     */
    public static final double SAME_PATIENT = 0.1;

    private static final long SEED = 1; // of the intervals

    public FollowUp {
        Objects.requireNonNull(registration);
        Objects.requireNonNull(placement);
    }

    /**
     * Registers a later film to the first of a course and places it on that.
     *
     * @param course of the first film, with at least two λ, ascending from 0
     */
    public static FollowUp of(TreatmentCourse course, Film later) {
        int[] lambdas =
                course.points().stream().mapToInt(TreatmentCourse.Point::lambda).toArray();
        if (lambdas.length < 2 || lambdas[0] != 0) {
            throw new IllegalArgumentException(
                    "a course to place films on must begin at λ 0 and go on, was of " + lambdas.length + " films");
        }
        Registration registration = Registration.of(course.film(), later);
        float[][] films =
                course.points().stream().map(point -> Grid.of(point.film())).toArray(float[][]::new);
        float[] inside = weights(course.region());
        float[] outside = outside(inside);
        float[] aligned = registration.alignment().read(Grid.of(later), Grid.SIDE);
        float[] exposed = Exposure.between(aligned, films[0], outside).of(aligned);
        return new FollowUp(
                registration,
                registration.correlation() >= SAME_PATIENT,
                Placement.of(lambdas, films, exposed, inside, SEED),
                mean(exposed, films[0], inside, false),
                mean(exposed, films[0], outside, true));
    }

    private static float[] weights(Region region) {
        return Resampling.resize(region.weights(), region.width(), region.height(), Grid.SIDE, Grid.SIDE);
    }

    /** 1 where the region does not reach; everywhere, where it reaches everything. */
    private static float[] outside(float... inside) {
        float[] outside = new float[inside.length];
        boolean any = false;
        for (int i = 0; i < inside.length; i++) {
            outside[i] = inside[i] > 0 ? 0 : 1;
            any |= inside[i] == 0;
        }
        if (!any) {
            Arrays.fill(outside, 1);
        }
        return outside;
    }

    private static double mean(float[] film, float[] first, float[] weights, boolean absolute) {
        double sum = 0;
        double count = 0;
        for (int i = 0; i < film.length; i++) {
            if (weights[i] > 0 && !Float.isNaN(film[i])) {
                double change = (double) film[i] - first[i];
                sum += weights[i] * (absolute ? Math.abs(change) : change);
                count += weights[i];
            }
        }
        return count > 0 ? sum / count : 0;
    }
}
