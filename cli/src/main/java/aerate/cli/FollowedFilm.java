package aerate.cli;

import aerate.reading.diagnosis.Diagnosis;
import aerate.reading.followup.Difference;
import aerate.reading.followup.FollowUp;
import aerate.reading.followup.Placement;
import aerate.reading.followup.Trend;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A film of a patient beside the first, as {@code --json} has it; the first is among them. λ and recovery are severities, not
 * times.
 *
 * @param film its file's name
 * @param day since the first, or as the table has it
 * @param crp C-reactive protein in mg/l, where the table has it
 * @param probability of pneumonia, by the classifier
 * @param verdict at its operating point
 * @param unlike whether it is unlike the films that the classifier knows, so that its probability is not to be believed
 * @param correlation with the first film, registered, in [-1, 1]
 * @param comparable whether that is as of one patient in one view; where not, what follows is not to be believed
 * @param flags in words, none where there is nothing to say
 * @param lambda λ of the course's nearest film, with its 95 % interval; 0 also where it went the other way
 * @param recovery share of the way to the course's end, below 0 where the film went the other way, with its 95 % interval
 * @param trend which way it went, as far as that interval tells
 * @param inside what differs where the region reaches
 * @param outside what differs elsewhere
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record FollowedFilm(
        String film,
        Optional<Double> day,
        Optional<Double> crp,
        double probability,
        String verdict,
        boolean unlike,
        double correlation,
        boolean comparable,
        List<String> flags,
        double lambda,
        List<Double> lambdaInterval,
        double recovery,
        List<Double> recoveryInterval,
        Trend trend,
        Difference inside,
        Difference outside) {
    FollowedFilm {
        flags = List.copyOf(flags);
        lambdaInterval = List.copyOf(lambdaInterval);
        recoveryInterval = List.copyOf(recoveryInterval);
    }

    /** A film beside the first, whose view the table may have. */
    static FollowedFilm of(DatedFilm dated, Optional<String> firstView, Diagnosis diagnosis, FollowUp followUp) {
        Placement place = followUp.placement();
        return new FollowedFilm(
                name(dated.file()),
                dated.day(),
                dated.crp(),
                diagnosis.probability(),
                diagnosis.verdict().name(),
                diagnosis.unlike(),
                followUp.registration().correlation(),
                followUp.comparable(),
                flags(dated.view(), firstView, followUp),
                place.lambda(),
                List.of(place.lambdaLow(), place.lambdaHigh()),
                place.recovery(),
                List.of(place.recoveryLow(), place.recoveryHigh()),
                place.trend(),
                followUp.inside(),
                followUp.outside());
    }

    private static List<String> flags(Optional<String> view, Optional<String> first, FollowUp followUp) {
        List<String> flags = new ArrayList<>();
        if (!followUp.sameView()) {
            flags.add("one is frontal, one lateral");
        } else if (!followUp.comparable()) {
            flags.add("another patient or view?");
        }
        if (view.isPresent() && first.isPresent() && !view.equals(first)) {
            flags.add("view " + view.get() + ", the first " + first.get());
        }
        return flags;
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
