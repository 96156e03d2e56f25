package aerate.reading.followup;

import aerate.film.Film;
import aerate.film.FilmInfo;
import aerate.reading.course.TreatmentCourse;
import java.util.Arrays;
import java.util.Objects;

/**
 * A later film beside the course of the first. λ is a severity, not a time.
 *
 * @param registration of the first film to it
 * @param sameView whether the films' headers do not say that one is frontal and one lateral
 * @param placement on the course
 * @param inside what differs where the region reaches
 * @param outside what differs elsewhere: not disease but posture, breath, devices and what registration leaves
 */
public record FollowUp(
        Registration registration, boolean sameView, Placement placement, Difference inside, Difference outside) {
    /**
     * The correlation from which two films count as of one patient in one view. Of pairs of films of one patient a tenth lie below and
     * are flagged for nothing; of pairs of different patients only two fifths do. Measured: docs/follow-up.md.
     */
    public static final double SAME_PATIENT = 0.32;

    /**
     * Half of the window within which films are smoothed before they are placed, in pixels: opacities are wide, while what a
     * denoiser draws wrong, or registration leaves, is fine.
     */
    private static final int SMOOTHED = 4;

    private static final long SEED = 1; // of the intervals

    public FollowUp {
        Objects.requireNonNull(registration);
        Objects.requireNonNull(placement);
        Objects.requireNonNull(inside);
        Objects.requireNonNull(outside);
    }

    /**
     * Registers a later film to the first of a course and places it on that.
     *
     * @param course of the first film, of at least two λ, ascending from 0
     */
    public static FollowUp of(TreatmentCourse course, Film later) {
        int[] lambdas =
                course.points().stream().mapToInt(TreatmentCourse.Point::lambda).toArray();
        requirePossible(lambdas);
        Registration registration = Registration.of(course.film(), later);
        float[][] films = course.points().stream()
                .map(point -> Grid.of(point.film(), Grid.SIDE))
                .toArray(float[][]::new);
        float[] weights = Grid.of(course.region(), course.film(), Grid.SIDE);
        boolean[] inside = reached(weights, films[0], true);
        boolean[] outside = reached(weights, films[0], false);
        float[] aligned = registration.alignment().read(Grid.of(later, Grid.SIDE), Grid.SIDE);
        float[] exposed = Exposure.between(aligned, films[0], anyOf(outside)).of(aligned);
        return new FollowUp(
                registration,
                sameView(course.film().info().view(), later.info().view()),
                Placement.of(
                        lambdas,
                        smooth(films, weights),
                        Windows.means(exposed, weights, Grid.SIDE, SMOOTHED),
                        weights,
                        SEED),
                Difference.between(films[0], exposed, inside),
                Difference.between(films[0], exposed, outside));
    }

    /**
     * Refuses λ of a course that no film can be placed on.
     *
     * @throws IllegalArgumentException unless they are at least two, ascending from 0
     */
    public static void requirePossible(int... lambdas) {
        boolean ascending = lambdas.length >= 2 && lambdas[0] == 0;
        for (int i = 1; i < lambdas.length; i++) {
            ascending &= lambdas[i] > lambdas[i - 1];
        }
        if (!ascending) {
            throw new IllegalArgumentException(
                    "to place films, λ must be at least two, ascending from 0, were " + Arrays.toString(lambdas));
        }
    }

    /** Whether the films seem to be of one patient in one view; where not, nothing else is to be believed. */
    public boolean comparable() {
        return sameView && registration.correlation() >= SAME_PATIENT;
    }

    private static boolean sameView(FilmInfo.View one, FilmInfo.View other) {
        return one == other || one == FilmInfo.View.UNKNOWN || other == FilmInfo.View.UNKNOWN;
    }

    private static float[][] smooth(float[][] films, float[] weights) {
        return Arrays.stream(films)
                .map(film -> Windows.means(film, weights, Grid.SIDE, SMOOTHED))
                .toArray(float[][]::new);
    }

    private static boolean[] reached(float[] weights, float[] first, boolean wanted) {
        boolean[] reached = new boolean[weights.length];
        for (int i = 0; i < weights.length; i++) {
            reached[i] = weights[i] > 0 == wanted && !Float.isNaN(first[i]);
        }
        return reached;
    }

    /** All places, where none are chosen. */
    private static boolean[] anyOf(boolean... places) {
        boolean[] any = places.clone();
        boolean none = true;
        for (boolean place : places) {
            none &= !place;
        }
        if (none) {
            Arrays.fill(any, true);
        }
        return any;
    }
}
