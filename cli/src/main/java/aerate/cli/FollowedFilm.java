package aerate.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/**
 * A later film of a patient, as {@code --json} has it. λ and recovery are severities, not times.
 *
 * @param film where it came from
 * @param day since the first, or as the table has it
 * @param crp C-reactive protein in mg/l, where the table has it
 * @param probability of pneumonia, by the classifier
 * @param verdict at its operating point
 * @param correlation of detail with the first film, registered, in [-1, 1]
 * @param samePatient whether that is as of one patient in one view; where not, the rest is not to be believed
 * @param lambda λ of the course's nearest film, with its 95 % interval
 * @param recovery share of the way to the course's end, below 0 where the film went the other way, with its 95 % interval
 * @param changeInside mean change of brightness in the region, above 0 where it has become brighter
 * @param changeOutside mean absolute change outside of it
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record FollowedFilm(
        String film,
        Optional<Double> day,
        Optional<Double> crp,
        double probability,
        String verdict,
        double correlation,
        boolean samePatient,
        double lambda,
        double[] lambdaInterval,
        double recovery,
        double[] recoveryInterval,
        double changeInside,
        double changeOutside) {}
